"""The administration's downloads: no cell starts a formula or opens an address, whatever it says; must not know which table it is."""

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter
from import_export.formats import base_formats

from initiatives.admin.widgets import plain
from initiatives.text import in_a_cell

AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
FLOAT_DIGITS = 15  # that a spreadsheet's number keeps


class GuardedCsv(base_formats.CSV):
    """UTF-8 with a byte-order mark, commas, decimal points; text that would be a formula begins with an apostrophe."""

    CONTENT_TYPE = "text/csv; charset=utf-8"

    def export_data(self, dataset: Any, **_: Any) -> bytes:
        """The file."""
        buffer = StringIO()
        writer = csv.writer(buffer, lineterminator="\r\n")
        writer.writerow(dataset.headers)
        writer.writerows([written(cell) for cell in row] for row in dataset)
        return buffer.getvalue().encode("utf-8-sig")

    def is_binary(self) -> bool:
        """Encoded already."""
        return True

    def can_import(self) -> bool:
        """Files are read by `importing`."""
        return False


class GuardedWorkbook(base_formats.XLSX):
    """Cells are text or numbers, never formulas or links."""

    def export_data(self, dataset: Any, **_: Any) -> bytes:
        """The file."""
        buffer = BytesIO()
        with xlsxwriter.Workbook(buffer, AS_TEXT) as book:
            sheet = book.add_worksheet("rows")
            for number, row in enumerate([dataset.headers, *dataset]):
                for column, cell in enumerate(row):
                    _write(sheet, number, column, cell)
        return buffer.getvalue()

    def can_import(self) -> bool:
        """Files are read by `importing`."""
        return False


def written(cell: Any) -> str:
    """A cell of a text file."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return in_a_cell(cell) if isinstance(cell, str) else str(cell)


def _write(sheet: Any, row: int, column: int, cell: Any) -> None:
    if isinstance(cell, Decimal) and len(cell.normalize().as_tuple().digits) <= FLOAT_DIGITS:
        sheet.write_number(row, column, float(cell))
    elif isinstance(cell, int) and not isinstance(cell, bool):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, plain(cell) if isinstance(cell, Decimal) else str(cell))
