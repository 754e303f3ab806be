"""Two days of a record in one line: what came, went and was corrected between them, and by how much the totals moved because of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from initiatives import formats, publish
from initiatives.desk.changes.wishes import as_of
from initiatives.history import Moment, Subject, ToldChange
from initiatives.history.editions import KINDS, noun_of
from initiatives.history.lines import Line
from initiatives.ledger.values import DEFAULT_BASIS

DOLLAR = "USD"
ENTRY, AMOUNT = "fundingentry", "amount"
CORRECTED = "corrected"
ORDER = ("+", CORRECTED, "~", "-")
HEADLINE = "headline"


def summary_of(subject: Subject, lines: Sequence[Line], before: Moment, after: Moment, changes: Sequence[ToldChange]) -> str:
    """`3 funding entries added, 1 amount corrected, announced +$2.1 bn`. A bounded number of statements."""
    parts = list(_counted(changes))
    if any(change.table == ENTRY for change in changes):
        parts.append(_moved(*(_totals(subject, lines, moment) for moment in (before, after))))
    return ", ".join(parts)


def _counted(changes: Sequence[ToldChange]) -> Iterator[str]:
    found = Counter((change.table, CORRECTED if _corrects_amount(change) else change.kind) for change in changes)
    for (table, kind), number in sorted(found.items(), key=lambda one: ORDER.index(one[0][1])):
        noun = formats.counted(number, AMOUNT) if kind == CORRECTED else f"{formats.count(number)} {noun_of(table, number)}"
        yield f"{noun} {KINDS.get(kind, CORRECTED)}"


def _corrects_amount(change: ToldChange) -> bool:
    return change.table == ENTRY and change.kind == "~" and any(value.column == AMOUNT for value in change.values)


def _totals(subject: Subject, lines: Sequence[Line], moment: Moment) -> dict[str, Decimal]:
    """Dollars of all countries at each basis with the record as it was then, and all others as they are."""
    return {effect.basis: effect.after_usd or Decimal(0) for effect in publish.foreseen(as_of(subject, lines, moment))}


def _moved(before: dict[str, Decimal], after: dict[str, Decimal]) -> str:
    """The movement at the usual basis, else of what is only pledged."""
    moved = {basis: round(after[basis] - before[basis], 2) for basis in (DEFAULT_BASIS, HEADLINE)}
    basis = next((basis for basis, by in moved.items() if by), None)
    return f"{basis} {formats.difference(moved[basis], DOLLAR)}" if basis else "no total moved"
