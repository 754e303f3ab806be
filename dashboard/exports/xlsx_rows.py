"""The rows of a sheet written straight into its file, several times as fast as cell by cell; must not know what the rows are about.

XlsxWriter calls about ten functions for each cell. This writes the same XML into the file that it keeps of a sheet with `constant_memory`, a row
at a time; head, styles, widths and everything else stay with XlsxWriter. No cell is a formula or a link, and no text is markup.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name

from dashboard.exports.table import Cell

LONGEST_TEXT: Final = 32_767  # units of UTF-16 that a cell can hold
FIRST_DAY: Final = date(1900, 1, 1)  # that a spreadsheet can count
DAY_ZERO: Final = date(1899, 12, 30)
LEAP_DAY: Final = date(1900, 3, 1)  # spreadsheets count days, and believe in 29 Feb 1900
MOST_KEPT: Final = 20_000  # texts of which the XML is remembered
ODD: Final = re.compile("[&<>\x00-\x08\x0b-\x1f_\ufffe\uffff\ud800-\udfff]|^\\s|\\s$")
LOOKS_ESCAPED: Final = re.compile("(_x[0-9a-fA-F]{4}_)")
UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


def write(sheet: Any, rows: Iterable[Sequence[Cell]], columns: int, day_format: Any) -> int:
    """Writes the rows under the header row and answers with their number; None leaves a cell empty.

    The header row has been written, and nothing else."""
    letters, style = [xl_col_to_name(place) for place in range(columns)], day_format._get_xf_index()
    sheet._write_single_row(1)
    put, known, number = sheet.fh.write, dict[str, str](), 0
    for number, row in enumerate(rows, 1):
        put(_row(letters, row, str(number + 1), style, known))
    sheet.dim_rowmax = number
    return number


def _row(letters: Sequence[str], row: Sequence[Cell], line: str, style: int, known: dict[str, str]) -> str:
    found = [f'<row r="{line}">']
    for letter, cell in zip(letters, row, strict=True):
        if isinstance(cell, str):
            found.append(f'<c r="{letter}{line}" t="inlineStr">{known.get(cell) or _remembered(cell, known)}</c>')
        elif isinstance(cell, Decimal | int):
            found.append(f'<c r="{letter}{line}"><v>{float(cell):.16G}</v></c>')
        elif cell is not None:
            found.append(f'<c r="{letter}{line}"{_day(cell, style)}</c>')
    found.append("</row>")
    return "".join(found)


def _day(day: date, style: int) -> str:
    """A day as its number; one before the first that a spreadsheet can count as text."""
    if day < FIRST_DAY:
        return f' t="inlineStr"><is><t>{day.isoformat()}</t></is>'
    return f' s="{style}"><v>{(day - DAY_ZERO).days - (day < LEAP_DAY)}</v>'


def _remembered(words: str, known: dict[str, str]) -> str:
    if len(known) >= MOST_KEPT:
        known.clear()
    known[words] = made = _text(words)
    return made


def _text(words: str) -> str:
    """Text as XML; what XML cannot hold as spreadsheets write it, `_x0007_`."""
    if len(words) > LONGEST_TEXT // 2:
        words = words.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_TEXT].decode("utf-16-le", "ignore")
    if not ODD.search(words):
        return f"<is><t>{words}</t></is>"
    told_apart = LOOKS_ESCAPED.sub(r"_x005F\1", words)
    plain = UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", told_apart)
    escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<is><t xml:space="preserve">{escaped}</t></is>'
