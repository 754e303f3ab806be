"""A copy of a file with a column of what is wrong with each row, so that the colleague who made it can mend it; no cell is a formula or a link."""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter

from initiatives.importing import delimited, workbook
from initiatives.importing.cells import plain
from initiatives.importing.columns import NOUNS
from initiatives.importing.sheet import Cell, Sheet, letter
from initiatives.importing.table import sheet_of
from initiatives.importing.template import AS_TEXT
from initiatives.models import BulkImport
from initiatives.text import in_a_cell

PROBLEMS = "problems"
FLOAT_DIGITS = 15  # that a spreadsheet's number keeps
LONGEST_CELL = 32_000


@dataclass(frozen=True, slots=True)
class MarkedCopy:
    """A file to download."""

    name: str
    content_type: str
    content: bytes


def copy_of(row: BulkImport) -> MarkedCopy:
    """The copy, of the same kind as the file. Raises Unreadable where the file cannot be read."""
    noun, body = NOUNS[row.noun], bytes(row.body)
    sheet = sheet_of(body, noun, row.sheet, row.reading.get("delimiter", ""))
    words, marked = _said(row.problems)
    stem = row.file_name.rpartition(".")[0] or row.file_name
    if body.startswith(workbook.SIGNATURE):
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return MarkedCopy(f"{stem}-problems.xlsx", kind, _workbook(sheet, words, marked))
    return MarkedCopy(f"{stem}-problems.csv", "text/csv; charset=utf-8", _text(sheet, words))


def _said(problems: Sequence[Mapping[str, Any]]) -> tuple[dict[int, str], set[str]]:
    """Words by line, and the names of the cells that are marked."""
    said: dict[int, list[str]] = defaultdict(list)
    for each in problems:
        where = each["cell"] or each["column"]
        said[each["line"]].append(f"{where}: {'look: ' if each['warning'] else ''}{each['message']}")
    return {line: " | ".join(words)[:LONGEST_CELL] for line, words in said.items()}, {each["cell"] for each in problems if each["cell"]}


def _text(sheet: Sheet, words: Mapping[int, str]) -> bytes:
    separator = next((mark for mark, said in delimited.SEPARATORS.items() if said in sheet.read_as), ",")
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\r\n")
    writer.writerow([*map(in_a_cell, sheet.header), PROBLEMS])
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        writer.writerow([*(in_a_cell(plain(cell)) if cell is not None else "" for cell in row), in_a_cell(words.get(number, ""))])
    return buffer.getvalue().encode("utf-8-sig")


def _workbook(sheet: Sheet, words: Mapping[int, str], marked: set[str]) -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, AS_TEXT) as book:
        page, bold = book.add_worksheet(), book.add_format({"bold": True, "bottom": 1})
        wrong = book.add_format({"bg_color": "#fbe3dc"})
        for place, name in enumerate([*sheet.header, PROBLEMS]):
            page.write_string(0, place, name, bold)
        page.set_column(len(sheet.header), len(sheet.header), 80)
        for at, (number, row) in enumerate(zip(sheet.numbers, sheet.rows, strict=True), 1):
            for place, cell in enumerate(row):
                _write(page, at, place, cell, wrong if f"{letter(place)}{number}" in marked else None)
            page.write_string(at, len(sheet.header), words.get(number, ""))
        page.freeze_panes(1, 0)
    return buffer.getvalue()


def _write(page: Any, line: int, place: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, Decimal) and len(cell.normalize().as_tuple().digits) <= FLOAT_DIGITS:
        page.write_number(line, place, float(cell), look)
    elif cell is not None:
        page.write_string(line, place, plain(cell), look)
    elif look is not None:
        page.write_blank(line, place, None, look)
