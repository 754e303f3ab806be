"""A table as CSV: UTF-8 with a byte-order mark, one header row, decimal points, ISO days; must not know where it goes."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import StringIO

from dashboard.exports.table import Cell, Table
from initiatives.text import in_a_cell

BYTE_ORDER_MARK = "\ufeff"
ROWS_A_PIECE = 500


def stream(table: Table) -> Iterator[bytes]:
    """The file in pieces of some hundred rows, at flat memory however many rows there are."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write(BYTE_ORDER_MARK)
    writer.writerow(table.names)
    for number, cells in enumerate(table.cells(), 1):
        writer.writerow([written(cell) for cell in cells])
        if number % ROWS_A_PIECE == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def written(cell: Cell) -> str:
    """A cell as text; unknown is empty, and no text can start a formula in a spreadsheet."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, str):
        return in_a_cell(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _taken(buffer: StringIO) -> bytes:
    """What the buffer holds; it is empty afterwards."""
    piece = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return piece
