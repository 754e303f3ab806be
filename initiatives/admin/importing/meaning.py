"""What the cells of an uploaded table mean: known columns, numbers and days in one notation, and the questions that only a person answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from initiatives.admin.importing import days, numbers
from initiatives.admin.importing.sheet import Cell, Sheet
from initiatives.admin.widgets import plain
from initiatives.dates import in_words

TEXT, NUMBER, DAY = "text", "number", "day"
NAMED_AT_MOST = 5
NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that an import knows: its name, what its cells are, and other names that files give it."""

    name: str
    kind: str = TEXT
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class Meaning:
    """Rows by column name, each cell as text (ISO days, decimal points, empty for unknown); faults and questions in words."""

    columns: tuple[str, ...] = ()
    rows: list[dict[str, str]] = field(default_factory=list)
    read_as: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    day_question: str = ""
    number_question: str = ""

    @property
    def settled(self) -> bool:
        """Whether nothing is wrong and nothing has to be asked."""
        return not (self.faults or self.day_question or self.number_question)


def meaning_of(sheet: Sheet, columns: Sequence[Column], day_order: str | None, decimal_mark: str | None) -> Meaning:
    """What the sheet says. A cell that can mean two things is a question unless its answer is given."""
    known = {name: column for column in columns for name in (column.name, *column.also)}
    meaning = Meaning(read_as=list(sheet.read_as))
    meaning.faults = list(_unknown(sheet.header, known, columns))
    if meaning.faults:
        return meaning
    kinds = [known[name] for name in sheet.header]
    meaning.columns = tuple(column.name for column in kinds)
    mark = _mark(sheet, kinds, decimal_mark, meaning)
    _ask_about_days(sheet, kinds, day_order, meaning)
    if meaning.settled:
        for number, row in zip(sheet.numbers, sheet.rows, strict=True):
            meaning.rows.append({column.name: _read(cell, column, number, day_order, mark, meaning) for cell, column in zip(row, kinds, strict=True)})
    return meaning


def _unknown(header: Sequence[str], known: Mapping[str, Column], columns: Sequence[Column]) -> Iterator[str]:
    unknown = [name for name in header if name not in known]
    if unknown:
        names = ", ".join(f"“{name[:60]}”" for name in unknown[:NAMED_AT_MOST])
        what = "is not a column" if len(unknown) == 1 else "are not columns"
        yield f"{names} {what}. Known are: {', '.join(column.name for column in columns)}. Nothing was stored."
        return
    names_in_file = [known[name].name for name in header]
    twice = sorted({name for name in names_in_file if names_in_file.count(name) > 1})
    if twice:
        yield f"{', '.join(twice)}: the column stands in the file twice. Nothing was stored."


def _mark(sheet: Sheet, kinds: Sequence[Column], decimal_mark: str | None, meaning: Meaning) -> str:
    """The decimal mark of the file: the one given, the only one possible, or a question."""
    if decimal_mark:
        return decimal_mark
    texts = [(number, cell) for number, cell in _cells(sheet, kinds, NUMBER) if numbers.marks_of(cell)]
    possible = numbers.settled(cell for _, cell in texts)
    if len(possible) == 1:
        (mark,) = possible
        meaning.read_as.append(numbers.IN_WORDS[mark])
        return mark
    doubtful = next(((number, cell) for number, cell in texts if numbers.matters(cell)), None)
    if not possible:
        meaning.number_question = "Some numbers of the file have a decimal comma and others a decimal point. Say which it is, and mend the others."
    elif doubtful:
        point, comma = (plain(numbers.read(doubtful[1], mark) or NONE) for mark in (numbers.POINT, numbers.COMMA))
        meaning.number_question = f"“{doubtful[1]}” (line {doubtful[0]}) can be {point} or {comma}. Say how numbers are written in this file."
    return numbers.POINT


def _ask_about_days(sheet: Sheet, kinds: Sequence[Column], order: str | None, meaning: Meaning) -> None:
    doubtful = next(((number, cell) for number, cell in _cells(sheet, kinds, DAY) if days.matters(cell)), None)
    if doubtful is None:
        return
    if order:
        meaning.read_as.append(days.IN_WORDS[order])
        return
    one, other = (in_words(days.read(doubtful[1], choice)) for choice in (days.DAY_FIRST, days.MONTH_FIRST))
    meaning.day_question = f"“{doubtful[1]}” (line {doubtful[0]}) can be {one} or {other}. Say how days are written in this file."


def _cells(sheet: Sheet, kinds: Sequence[Column], kind: str) -> Iterator[tuple[int, str]]:
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        for cell, column in zip(row, kinds, strict=True):
            if column.kind == kind and isinstance(cell, str) and cell:
                yield number, cell


def _read(cell: Cell, column: Column, number: int, order: str | None, mark: str, meaning: Meaning) -> str:
    if cell is None or cell == "":
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return plain(cell)
    if column.kind == NUMBER:
        found = numbers.read(cell, mark)
        if found is None:
            fault = f"“{cell[:60]}” is no number with {numbers.IN_WORDS[mark]}. Leave it empty when undisclosed."
            meaning.faults.append(f"Line {number}, {column.name}: {fault}")
        return "" if found is None else plain(found)
    return _day(cell, column, number, order, meaning) if column.kind == DAY else cell


def _day(cell: str, column: Column, number: int, order: str | None, meaning: Meaning) -> str:
    try:
        return days.read(cell, order)
    except ValueError as error:
        meaning.faults.append(f"Line {number}, {column.name}: {error}")
        return ""
