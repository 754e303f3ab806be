"""Workbooks, opened as zip archives from strangers: bounded, without macros, links, formulas or entities; must not know what the columns mean."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import IO, Any

import openpyxl

from initiatives.importing.sheet import COLUMNS, ROWS, Cell, Sheet, Unreadable, sheet_of
from initiatives.text import clean

PARTS = 500
MACROS = ("vbaproject.bin", "vbaprojectsignature.bin")
UNPACKED_BYTES = 100 * 1024 * 1024
SIGNATURE = b"PK\x03\x04"
DECLARATIONS = tuple(word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
WITHOUT_VALUE = re.compile(  # every part bounded, so that no sheet takes long to look through
    rb'<c [^<>]{0,200}?\br="([A-Z]{1,3}[0-9]{1,7})"[^<>]{0,200}>\s{0,9}'
    rb"<f\b(?:[^<>]{0,200}/>|[^<>]{0,200}>[^<]{0,9000}</f>)\s{0,9}"
    rb"(?:<v\s{0,9}/>|<v>\s{0,9}</v>)?\s{0,9}</c>"
)
LONGEST_CELL_BYTES = 16 * 1024  # of a formula
FORMULAS_NAMED = 10
DAMAGED = "The workbook cannot be opened: it is damaged or no .xlsx file. Save it again as .xlsx, or as CSV."


def read(content: bytes, wanted: str = "", most: int = ROWS) -> Sheet:
    """The named sheet of a workbook, else its first; formulas are taken as the value last shown. With `most`, no more than its first rows.
    Raises Unreadable."""
    try:
        _inspect(content)
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False, keep_vba=False)
        if not book.worksheets:
            raise Unreadable("The workbook has no sheet with a table.")
        names = tuple(clean(sheet.title).text for sheet in book.worksheets)
        place = names.index(wanted) if wanted in names else 0
        chosen: Any = book.worksheets[place]
        _check_formulas(content, chosen._worksheet_path)
        lines = list(_lines(chosen, most))
    except Unreadable:
        raise
    except Exception as error:  # zipfile and openpyxl answer a damaged part with whatever its decoder or parser raises
        raise Unreadable(DAMAGED) from error
    return sheet_of(lines, (f"workbook, sheet “{names[place]}”",), names[place], names)


def _inspect(content: bytes) -> None:
    """Unpacks every part within bounds before anything is understood in it. Raises whatever an unpacker does where a part is damaged."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > PARTS:
            raise Unreadable(f"The workbook has {len(parts)} parts; at most {PARTS} are opened. Save the sheet alone.")
        if any(part.filename.lower().endswith(MACROS) for part in parts):
            raise Unreadable("The workbook holds macros, which are never opened here. Save it as .xlsx without macros.")
        left = UNPACKED_BYTES
        for part in parts:
            left -= _size(archive, part, left)


def _size(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """The bytes that a part unpacks to, counted while unpacking: what the archive says of itself is not believed."""
    size, tail = 0, b""
    with archive.open(part) as stream:
        while block := stream.read(64 * 1024):
            size += len(block)
            if size > left:
                raise Unreadable(f"The workbook unpacks to more than {UNPACKED_BYTES // 1024 // 1024} MB. Save the sheet alone, or as CSV.")
            if any(word in tail + block for word in DECLARATIONS):
                raise Unreadable("The workbook declares entities of its own, which no spreadsheet does. Save it again from a spreadsheet.")
            tail = block[-32:]
    return size


def _check_formulas(content: bytes, part: str) -> None:
    """Refuses a sheet with formulas whose values were never worked out: they would be read as empty cells, which say "undisclosed"."""
    with zipfile.ZipFile(BytesIO(content)) as archive, archive.open(part.lstrip("/")) as stream:
        cells = _without_value(stream)
    if not cells:
        return
    named = ", ".join(cells[:FORMULAS_NAMED])
    more = " and more" if len(cells) > FORMULAS_NAMED else ""
    hold = f"Cell {named} holds a formula without its value" if len(cells) == 1 else f"Cells {named}{more} hold formulas without their values"
    raise Unreadable(f"{hold}, so nobody can tell what is meant. Open the file in a spreadsheet program and save it there, or write the values.")


def _without_value(stream: IO[bytes]) -> list[str]:
    """The cells of a sheet with such formulas, in its order: one more than are named, where there are so many."""
    cells: dict[str, None] = {}
    before = b""
    while (block := stream.read(1024 * 1024)) and len(cells) <= FORMULAS_NAMED:
        window = before + block
        for found in WITHOUT_VALUE.finditer(window) if b"<f" in window else ():
            cells[found[1].decode()] = None
            if len(cells) > FORMULAS_NAMED:
                break
        before = window[-LONGEST_CELL_BYTES:]
    return list(cells)


def _lines(sheet: Any, most: int) -> Iterator[list[Cell]]:
    sheet.reset_dimensions()  # what the sheet says of its own size is not believed
    filled = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if len(row) > 10 * COLUMNS:
            raise Unreadable(f"The sheet has {len(row)} columns; at most {COLUMNS} are taken.")
        line = [_cell(value) for value in row]
        filled += any(cell not in (None, "") for cell in line)
        if filled > most + 1 and most < ROWS:
            return
        if number > 2 * ROWS + 1 or filled > ROWS + 1:
            raise Unreadable(f"The sheet has more than {ROWS:,} rows; at most {ROWS:,} are taken at once. Split it.")
        yield line


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, bool):
        return None if value is None else str(value)
    if isinstance(value, datetime | date):
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, int | float):
        return Decimal(repr(value)) if value == value and abs(value) != float("inf") else None
    return clean(str(value)).text.strip()
