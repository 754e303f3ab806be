"""Rows written straight into the file of a sheet: read again by another program as what they were, cell for cell."""

import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter

from dashboard.exports import xlsx_rows
from dashboard.exports.table import Cell

HOSTILE = ("=1+1", "<r><t>rich</t></r>", "a & b < c", "_x0007_", " spaces ", "bell\x07", "half\ud800", "\ufffe", "日本 — “é”", "", "two\nlines")


def read_again(rows: list[tuple[Cell, ...]]) -> list[tuple[object, ...]]:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"constant_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    for place in range(len(rows[0])):
        sheet.write_string(0, place, f"head {place}")
    assert xlsx_rows.write(sheet, rows, len(rows[0]), day) == len(rows)
    book.close()
    found = openpyxl.load_workbook(target).worksheets[0]
    return [tuple(cell.value for cell in row) for row in found.iter_rows(min_row=2, max_row=found.max_row)]


def test_numbers_days_and_texts_keep_their_types_and_unknown_is_empty() -> None:
    rows: list[tuple[Cell, ...]] = [("Japan", Decimal("37333760000.25"), 3, date(2025, 12, 21), None), ("Kenya", Decimal(0), 0, None, None)]
    assert read_again(rows) == [("Japan", 37333760000.25, 3, datetime(2025, 12, 21), None), ("Kenya", 0, 0, None, None)]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_is_a_formula_or_markup(words: str) -> None:
    (found,) = read_again([(words, 1)])
    expected = {"": None, "half\ud800": "half_xD800_", "\ufffe": "_xFFFE_", "bell\x07": "bell_x0007_", "_x0007_": "_x005F_x0007_"}
    assert found[0] in (expected.get(words, words), words)
    assert found[1] == 1


def test_the_first_days_of_spreadsheets_and_those_before_them() -> None:
    rows: list[tuple[Cell, ...]] = [(date(1900, 1, 1),), (date(1900, 3, 1),), (date(1890, 5, 6),)]
    assert [row[0] for row in read_again(rows)] == [datetime(1900, 1, 1), datetime(1900, 3, 1), "1890-05-06"]


def test_a_text_is_no_longer_than_a_cell_holds() -> None:
    assert len(str(read_again([("x" * 40_000, 1)])[0][0])) == 32_767
    assert len(str(read_again([("😀" * 20_000, 1)])[0][0]).encode("utf-16-le")) <= 2 * 32_767
