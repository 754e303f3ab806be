"""An uploaded table as cells, whatever file it came in; must not know what the columns mean."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from initiatives.text import fold

FILE_BYTES = 10 * 1024 * 1024
ROWS = 20_000  # read, checked and counted within a worker's time
COLUMNS = 60
CELL_LENGTH = 10_000
HEADER_LENGTH = 100

Cell = str | Decimal | date | None


class Unreadable(ValueError):
    """A file that cannot be read as a table; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Header and rows of equal length; `numbers` are the lines of the file that the rows stand on. `read_as` says how the file was taken, and
    `names` are the sheets of a workbook, of which `name` was read."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: tuple[int, ...]
    read_as: tuple[str, ...]
    name: str = ""
    names: tuple[str, ...] = ()


def sheet_of(lines: list[list[Cell]], read_as: tuple[str, ...], name: str = "", names: tuple[str, ...] = ()) -> Sheet:
    """A sheet out of the lines of a file. Raises Unreadable where they do not make a table."""
    filled = [(number, line) for number, line in enumerate(lines, 1) if any(cell not in (None, "") for cell in line)]
    if not filled:
        raise Unreadable("The file holds no table: it is empty. It needs a first line with the names of the columns, and a line for each row.")
    header = _header(filled[0][1])
    if len(filled) - 1 > ROWS:
        raise Unreadable(f"The file has {len(filled) - 1:,} rows; at most {ROWS:,} are taken at once. Split it.")
    if len(filled) == 1:
        raise Unreadable("The file has a header and no rows.")
    rows = tuple(_row(line, header, number) for number, line in filled[1:])
    return Sheet(header, rows, tuple(number for number, _ in filled[1:]), read_as, name, names)


def fitting(header: Collection[str], known: Collection[str]) -> int:
    """How many of these names are columns that are known."""
    return sum(fold(name) in known for name in header)


def letter(place: int) -> str:
    """The letter over a column of a spreadsheet: A of 0, AA of 26."""
    first, last = divmod(place, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def _header(line: list[Cell]) -> tuple[str, ...]:
    names = [str(cell or "").strip()[:HEADER_LENGTH] for cell in line]
    while names and not names[-1]:
        names.pop()
    if len(names) > COLUMNS:
        raise Unreadable(f"The file has {len(names)} columns; at most {COLUMNS} are taken.")
    return tuple(_told_apart([name or f"column {letter(place)}" for place, name in enumerate(names)]))


def _told_apart(names: list[str]) -> list[str]:
    """A name that stands twice gets the letter of its second column."""
    seen: set[str] = set()
    made = []
    for place, name in enumerate(names):
        made.append(f"{name} ({letter(place)})" if name in seen else name)
        seen.add(name)
    return made


def _row(line: list[Cell], header: tuple[str, ...], number: int) -> tuple[Cell, ...]:
    over = [cell for cell in line[len(header) :] if cell not in (None, "")]
    if over:
        raise Unreadable(f"Line {number} has more cells than the header has columns. Put quotation marks around cells that hold the separator.")
    long = next((cell for cell in line if isinstance(cell, str) and len(cell) > CELL_LENGTH), None)
    if long is not None:
        raise Unreadable(f"Line {number} has a cell of {len(long)} characters; at most {CELL_LENGTH} are taken.")
    return tuple(line[: len(header)]) + (None,) * (len(header) - len(line))
