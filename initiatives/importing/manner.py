"""How a file writes its numbers and days, recognised from all its cells; where only a person can say, that is a question, never a guess."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from initiatives.dates import in_words
from initiatives.importing import amounts, days, numbers
from initiatives.importing.columns import DAY, NUMBER, Column
from initiatives.importing.sheet import Sheet

MIXED = "Some numbers of the file have a decimal comma and others a decimal point. "
EACH_BY_ITSELF = "a decimal point in some numbers and a comma in others, each of which can be read in one way only"


@dataclass(frozen=True, slots=True)
class Manner:
    """Decimal mark (`sure` where the file or a person shows it) and order of day and month (None where no cell needs it), how the file was read in
    words, and what has to be asked."""

    mark: str = numbers.POINT
    sure: bool = False
    order: str | None = None
    read_as: tuple[str, ...] = ()
    number_question: str = ""
    day_question: str = ""

    @property
    def settled(self) -> bool:
        """Whether nothing has to be asked."""
        return not (self.number_question or self.day_question)


def manner_of(sheet: Sheet, kinds: Sequence[Column | None], answers: Mapping[str, str]) -> Manner:
    """How the sheet is written; `answers` are the decimal mark and the order of days that a person chose."""
    mark, sure, mark_words, number_question = _mark(sheet, kinds, answers.get("decimal_mark", ""))
    order, order_words, day_question = _order(sheet, kinds, answers.get("day_order", ""))
    return Manner(mark, sure, order, (*sheet.read_as, *mark_words, *order_words), number_question, day_question)


def _mark(sheet: Sheet, kinds: Sequence[Column | None], chosen: str) -> tuple[str, bool, tuple[str, ...], str]:
    if chosen in numbers.IN_WORDS:
        return chosen, True, (numbers.IN_WORDS[chosen],), ""
    texts = [(number, figures) for number, cell in _cells(sheet, kinds, NUMBER) if numbers.marks_of(figures := amounts.figures_of(cell))]
    possible = numbers.settled(cell for _, cell in texts)
    if len(possible) == 1:
        (mark,) = possible
        return mark, True, (numbers.IN_WORDS[mark],), ""
    mixed = "" if possible else MIXED
    doubtful = next(((number, cell) for number, cell in texts if numbers.matters(cell)), None)
    if doubtful is None:
        return numbers.POINT, False, (EACH_BY_ITSELF,) if mixed else (), ""
    said = f"“{doubtful[1]}” (row {doubtful[0]}) can be {numbers.either(doubtful[1])}"
    return numbers.POINT, False, (), f"{mixed}{said}. Say how numbers are written in this file."


def _order(sheet: Sheet, kinds: Sequence[Column | None], chosen: str) -> tuple[str | None, tuple[str, ...], str]:
    cells = list(_cells(sheet, kinds, DAY))
    doubtful = next(((number, cell) for number, cell in cells if days.matters(cell)), None)
    if doubtful is None:
        return None, (), ""
    if chosen in days.IN_WORDS:
        return chosen, (days.IN_WORDS[chosen],), ""
    one, other = (in_words(days.read(doubtful[1], order)) for order in (days.DAY_FIRST, days.MONTH_FIRST))
    return None, (), f"“{doubtful[1]}” (row {doubtful[0]}) can be {one} or {other}. Say how days are written in this file."


def _cells(sheet: Sheet, kinds: Sequence[Column | None], kind: str) -> Iterator[tuple[int, str]]:
    places = [place for place, column in enumerate(kinds) if column is not None and column.kind == kind]
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        for place in places:
            cell = row[place]
            if isinstance(cell, str) and cell:
                yield number, cell
