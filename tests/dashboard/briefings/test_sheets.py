"""Cells with their types."""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import xlsxwriter

from dashboard.briefings import sheets, workbook
from dashboard.exports.table import Cell


def written(names: Sequence[str], *rows: Sequence[Cell]) -> Any:
    """The sheet of some rows, as its library reads it back."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, workbook.OPTIONS)
    sheets.table(book.add_worksheet("Rows"), names, rows, sheets.Formats(book, "EUR"))
    book.close()
    return openpyxl.load_workbook(target)["Rows"]


def test_text_that_begins_as_a_formula_or_names_a_year_stays_text() -> None:
    sheet = written(("name", "note"), ("=1+1", "2025"), ("@SUM(A1)", "https://example.org"), ("-3", "+4"))
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert [cell.data_type for cell in cells] == ["s"] * 6
    assert [cell.value for cell in cells] == ["=1+1", "2025", "@SUM(A1)", "https://example.org", "-3", "+4"]
    assert not [cell for cell in cells if cell.hyperlink]


def test_unknown_is_an_empty_cell_and_zero_is_zero() -> None:
    sheet = written(("total", "entries"), (None, None), (Decimal(0), 0))
    assert [sheet["A2"].value, sheet["B2"].value, sheet["A3"].value, sheet["B3"].value] == [None, None, 0, 0]
    assert "€" in sheet["A3"].number_format


def test_a_day_is_as_precise_as_it_is_known_and_says_so_beside() -> None:
    sheet = written(("announced_on",), ("2025",), ("2025-12",), (date(2025, 12, 21),), (None,), ("soon",))
    assert [cell.value for cell in sheet[1]] == ["announced_on", "precision"]
    shown = [(row[0].number_format, row[1].value) for row in sheet.iter_rows(min_row=2, max_row=4)]
    assert shown == [("yyyy", "year"), ("yyyy-mm", "month"), ("yyyy-mm-dd", "day")]
    assert (sheet["A5"].value, sheet["B5"].value) == (None, None)
    assert (sheet["A6"].value, sheet["B6"].value) == ("soon", None)
