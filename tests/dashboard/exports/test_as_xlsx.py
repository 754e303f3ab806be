"""Workbooks with typed cells, without formulas and links, the same bytes every day."""

import io
import tempfile
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from django.test import override_settings
from xlsxwriter.exceptions import XlsxWriterException

from dashboard.exports import as_xlsx, tables
from tests.dashboard.conftest import Ask
from tests.dashboard.exports.worlds import table


def written(*tables: object) -> bytes:
    target = io.BytesIO()
    as_xlsx.write(list(tables), target)  # type: ignore[arg-type]
    return target.getvalue()


class FullDisk(io.BytesIO):
    """Refuses the first bytes; what is said at the end, when the archive is closed, goes nowhere."""

    refused = False

    def write(self, content: object) -> int:
        if self.refused:
            return 0
        self.refused = True
        raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_nothing_of_a_workbook_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises((OSError, XlsxWriterException)):
        as_xlsx.write([table("name", [("Japan",)])], FullDisk())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_cells_have_their_types_in_every_time_zone(zone: str) -> None:
    with override_settings(TIME_ZONE=zone):
        content = written(
            table("country total day month count", [("Japan", Decimal("0.5"), date(2025, 12, 21), "2025-12", 3), (None, None, None, None, None)])
        )
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["Japan", 0.5, datetime(2025, 12, 21), "2025-12", 3]
    assert sheet["C2"].is_date
    assert [cell.value for cell in sheet[3]] == [None] * 5


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "https://tracker.example/", "mailto:a@b.example", "file:///etc/passwd", "{=SUM(A1)}"])
def test_text_is_text_and_never_a_formula_or_a_link(text: str) -> None:
    content = written(table("name", [(text,)], title=text))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.worksheets[0]["A2"].value == text
    assert book.worksheets[0]["A2"].data_type == "s"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = "".join(parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets"))
    assert "<f>" not in sheets
    assert "hyperlink" not in sheets


def test_control_characters_and_endless_texts_open_all_the_same() -> None:
    content = written(table("name", [("bell\x07 and null\x00",), ("x" * 40_000,)]))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert len(str(sheet["A3"].value)) == 32_767


def test_the_same_table_of_an_edition_gives_the_same_bytes() -> None:
    rows = [("Japan", Decimal(1), date(2025, 12, 21))]
    assert written(table("country total day", rows)) == written(table("country total day", rows))


def test_sheets_of_like_titles_stay_apart_and_notes_say_what_they_hold() -> None:
    titles = [
        "Funding by country: announced/committed",
        "Funding by country: announced/disbursed",
        "Why this total — everything published down to counted",
    ]
    book = openpyxl.load_workbook(io.BytesIO(written(*(table("country", [("Japan",), ("Kenya",)], title=title) for title in titles))))
    assert len(set(book.sheetnames)) == 6
    notes = {row[0].value: row[1].value for row in book["Notes"].iter_rows(max_row=11) if row[0].value}
    assert (notes["Rows"], notes["Edition"], notes["As of"]) == ("2", "7", "2026-07-03")
    assert notes["Source"] == "National AI initiatives, edition 7, as of 2026-07-03, /charts/funding-by-country/?edition=7"
    assert "accessed" not in " ".join(map(str, notes.values())).lower()


def test_a_workbook_names_its_publications_and_what_its_columns_mean(two_countries: Path, ask: Ask) -> None:
    shown = tables.chart_table("funding-by-country", ask("currency=EUR"), "https://our.example")
    book = openpyxl.load_workbook(io.BytesIO(written(shown)))
    sources = [[str(cell.value) for cell in row] for row in book["Sources"].iter_rows()]
    assert sources[0] == ["sheet", "publisher", "title", "address", "published", "tier", "rows that rest on it"]
    head, *rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert sum(int(row[-1]) for row in sources[1:]) == sum(int(str(row[head.index("entries")])) for row in rows) > 0
    assert all(row[3].startswith("https://") for row in sources[1:])
    meant = {str(row[1].value): row[4].value for row in book["Columns"].iter_rows()}
    assert (meant["total"], meant["gdp_percent"], meant["per_person"]) == ("EUR", "percent", "EUR per person")
    notes = {str(row[0].value): str(row[1].value) for row in book["Notes"].iter_rows()}
    assert notes["Address"].startswith("https://our.example/charts/funding-by-country/?currency=EUR")
