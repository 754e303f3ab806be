"""The native chart of a workbook: drawn from cells of its own sheet, and none where there is nothing to draw."""

import io
import re
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path
from shutil import which

import openpyxl
import pytest

from dashboard import charts
from dashboard.charts.native import Native, Series
from dashboard.exports import as_xlsx, tables
from dashboard.exports.table import Table
from tests.dashboard.conftest import Ask
from tests.dashboard.exports.worlds import heading

HOSTILE = "=cmd|' /C calc'!A0"


def workbook(*shown: Table) -> bytes:
    target = io.BytesIO()
    as_xlsx.write(list(shown), target)
    return target.getvalue()


def with_chart(native: Native | None) -> Table:
    return Table(heading(), [], [], lambda: native)


def drawn(content: bytes) -> str:
    """The XML of every chart in the workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/"))


@pytest.mark.parametrize("kind", ["bars", "columns", "lines"])
def test_a_chart_draws_from_the_cells_of_its_sheet_and_no_text_becomes_a_formula(kind: str) -> None:
    values = (Decimal(30), None)
    native = Native(kind, ("Japan", HOSTILE), (Series(HOSTILE, values, "public"), Series("b", values, "mixed", "lines")), "x", ("30", HOSTILE))  # type: ignore[arg-type]
    content = workbook(with_chart(native))
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Funding by country chart"]
    assert [[cell.value for cell in row][:3] for row in sheet["A4:C6"]] == [["x", HOSTILE, "b"], ["Japan", 30, 30], [HOSTILE, None, None]]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    formulas = re.findall(r"<c:f>([^<]+)</c:f>", drawn(content))
    assert formulas
    assert {formula.partition("!")[0] for formula in formulas} == {"'Funding by country chart'"}
    assert workbook(with_chart(native)) == content


def test_a_table_without_a_chart_has_no_sheet_for_one() -> None:
    assert openpyxl.load_workbook(io.BytesIO(workbook(with_chart(None)))).sheetnames == ["Funding by country", "Sources", "Columns", "Notes"]


def test_every_chart_stands_in_its_workbook(curated: Path, ask: Ask) -> None:
    for slug in charts.CHARTS:
        content = workbook(tables.chart_table(slug, ask()))
        assert "<c:ser>" in drawn(content), slug
        assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames[1].endswith("chart")


@pytest.mark.slow
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_workbook_of_every_chart(curated: Path, ask: Ask, tmp_path: Path) -> None:
    for slug in charts.CHARTS:
        (tmp_path / f"{slug}.xlsx").write_bytes(workbook(tables.chart_table(slug, ask())))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [f"{slug}.xlsx" for slug in charts.CHARTS]
    subprocess.run(["soffice", "--headless", profile, "--convert-to", "pdf", *files], cwd=tmp_path, check=True, timeout=300, capture_output=True)
    assert all((tmp_path / f"{slug}.pdf").stat().st_size > 1000 for slug in charts.CHARTS)
