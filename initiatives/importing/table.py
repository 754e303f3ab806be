"""The rows of a file as values by column, with everything that is wrong with their cells; asks the record nothing but which countries it knows."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from initiatives.importing import delimited, workbook
from initiatives.importing.cells import CURRENCY, Reader, plain
from initiatives.importing.columns import NUMBER, Column, Noun
from initiatives.importing.faults import Fault, Unfit
from initiatives.importing.manner import Manner, manner_of
from initiatives.importing.sheet import FILE_BYTES, ROWS, Cell, Sheet, Unreadable, letter

UNDISCLOSED = "undisclosed"
Tick = Callable[[int], None]  # is told how many rows are done, and raises where the work is to stop


@dataclass(frozen=True, slots=True)
class Named:
    """An amount as it stands in its cell, and the currencies that its mark or words can mean."""

    text: str
    codes: frozenset[str]


@dataclass(slots=True)
class Line:
    """One row: its number in the file, its values by column (None where the cell is empty), its cells as text where they could not be read, and by
    column the amounts that name a currency themselves."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    named: dict[str, Named] = field(default_factory=dict)

    def get(self, column: str) -> Any:
        """The value, None where it is empty, unread, or no column of the file."""
        return self.values.get(column)


@dataclass(slots=True)
class Table:
    """All rows of a file. `places` is column → its place in the file; `examples` are the lines of the template's own row that were left out;
    `readings` are (column, text of a cell, what it is read as) with the number of such cells, where that is no matter of course; `lacking` is
    column → the lines of new rows that need it, where the file has no such column."""

    noun: Noun
    manner: Manner
    places: Mapping[str, int]
    headers: Sequence[str]
    defaults: Mapping[str, Any] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    examples: int = 0
    readings: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    lacking: dict[str, list[int]] = field(default_factory=dict)

    def fault(self, line: int, column: str, value: str, message: str, *, warning: bool = False, asks: bool = False, instead: str = "") -> None:
        """Notes what is wrong with a cell. What `asks` is a warning that a person confirms before the file is stored."""
        place = self.places.get(column)
        header, cell = ("", "") if place is None else (self.headers[place], f"{letter(place)}{line}")
        self.faults.append(Fault(line, column, header, cell, value, message, warning or asks, instead, asks))


def sheet_of(content: bytes, noun: Noun, sheet: str = "", delimiter: str = "", most: int = ROWS) -> Sheet:
    """The table in a file, whatever kind of file it is. Raises Unreadable."""
    if len(content) > FILE_BYTES:
        size = f"{len(content) / 1024 / 1024:.1f}"
        raise Unreadable(f"The file has {size} MB; at most {FILE_BYTES // 1024 // 1024} MB are taken. Split it.")
    if content.startswith(workbook.SIGNATURE):
        return workbook.read(content, sheet, most)
    if content.startswith((b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"\x1f\x8b", b"Rar!")):
        raise Unreadable("The file is neither a table of text nor an .xlsx workbook. Save it as .xlsx or as “CSV UTF-8”.")
    return delimited.read(content, noun.names().keys() | noun.derived, delimiter)


def table_of(
    sheet: Sheet, noun: Noun, mapping: Mapping[str, str], answers: Mapping[str, Any], countries: Mapping[str, str], tick: Tick = lambda done: None
) -> Table:
    """Reads every cell that is mapped; `answers` are what a person said of the whole file (decimal_mark, day_order, defaults, edits).

    Where the manner of the file is not settled, no row is read."""
    places = {column: place for place, header in enumerate(sheet.header) if (column := mapping.get(header))}
    kinds = [noun.column(column) if (column := mapping.get(header)) else None for header in sheet.header]
    table = Table(noun, manner_of(sheet, kinds, answers), places, sheet.header)
    if table.manner.settled:
        _read_rows(table, sheet, kinds, answers, Reader(noun, table.manner, countries), tick)
    return table


def values_for_all(noun: Noun, said: Mapping[str, str], countries: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """What is said once for the whole file, as values by column; and what cannot be taken, as words by column."""
    reader, values, faults = Reader(noun, Manner(), countries), dict[str, Any](), dict[str, str]()
    for name, text in said.items():
        try:
            values[name] = reader.value(noun.column(name), text)
        except Unfit as unfit:
            faults[name] = str(unfit)
    return values, faults


def _read_rows(table: Table, sheet: Sheet, kinds: Sequence[Column | None], answers: Mapping[str, Any], reader: Reader, tick: Tick) -> None:
    table.defaults = values_for_all(table.noun, answers.get("defaults", {}), reader.countries)[0]
    edits: Mapping[str, Mapping[str, str]] = answers.get("edits", {})
    mapped = [(place, column) for place, column in enumerate(kinds) if column is not None]
    for done, (number, row) in enumerate(zip(sheet.numbers, sheet.rows, strict=True)):
        tick(done)
        if _is_example(table.noun, mapped, row):
            table.examples += 1
            continue
        cells: Iterable[tuple[Column, Cell]] = [(column, row[place]) for place, column in mapped]
        mended = edits.get(str(number))
        table.lines.append(_line(table, number, _mended(table.noun, cells, mended) if mended else cells, reader))


def _line(table: Table, number: int, cells: Iterable[tuple[Column, Cell]], reader: Reader) -> Line:
    line = Line(number)
    for column, cell in cells:
        try:
            line.values[column.name] = reader.value(column, cell)
            _note_reading(table, line, column, cell, reader)
        except Unfit as unfit:
            line.unread[column.name] = text = plain(cell)
            table.fault(number, column.name, text, str(unfit), instead=unfit.instead)
    return line


def _note_reading(table: Table, line: Line, column: Column, cell: Cell, reader: Reader) -> None:
    """Keeps which currency an amount names, and what a word was read as that is not the record's own."""
    if column.kind == NUMBER and isinstance(cell, str) and (codes := reader.currencies_in(cell)):
        line.named[column.name] = Named(cell, codes)
    value = line.values[column.name]
    if column.name == CURRENCY and value is not None and plain(cell).upper() != value:
        table.readings[column.name, plain(cell), value] += 1
    elif column.kind == NUMBER and value is None and cell not in (None, ""):
        table.readings[column.name, plain(cell), UNDISCLOSED] += 1


def _mended(noun: Noun, cells: Iterable[tuple[Column, Cell]], mended: Mapping[str, str]) -> list[tuple[Column, Cell]]:
    """The cells with what a person put in their place, and cells for columns that the file lacks."""
    kept = [(column, mended.get(column.name, cell)) for column, cell in cells]
    there = {column.name for column, _ in kept}
    return [*kept, *((noun.column(name), text) for name, text in mended.items() if name not in there)]


def _is_example(noun: Noun, mapped: Sequence[tuple[int, Column]], row: Sequence[Cell]) -> bool:
    """Whether a row is the template's own: a colleague who leaves it in place means nothing by it."""
    found = {column.name: plain(row[place]) for place, column in mapped if row[place] not in (None, "")}
    return len(found) > 1 and all(noun.example.get(name) == text for name, text in found.items()) and len(found) >= len(noun.example) - 1
