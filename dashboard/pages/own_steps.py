"""Why the sum of one initiative is what it is: the steps of its own statements, each opening those that it takes; knows no requests."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.filters import Filters
from dashboard.pages.drawings.bars import place
from dashboard.queries.entries import EntryRow
from initiatives import formats
from initiatives.ledger import why
from initiatives.ledger.values import Reason

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class OwnStep:
    """One step: its bar between two places of a scale that begins at nothing, and the statements it opens, as anchor and words."""

    label: str
    amount: Decimal
    x: str
    width: str
    is_end: bool
    statements: tuple[tuple[str, str], ...]


def own_steps(own: Sequence[EntryRow], filters: Filters) -> list[OwnStep]:
    """The steps that take or open anything, in their order; none where nothing with a sum was published."""
    rows = [(entry, _row(entry)) for entry in own]
    steps = why.steps([row for _, row in rows], filters.basis, filters.scope)
    whole = steps[0].amount
    if not whole:
        return []
    opened = {entry.key: {one.step for one in why.steps([row], filters.basis, filters.scope) if one.entries} for entry, row in rows}
    running, found = NOTHING, []
    for step in steps:
        is_end = step.step in ("published", "counted")
        running = step.amount if is_end else running + step.amount
        if step.entries or is_end:
            start = NOTHING if is_end else running
            statements = tuple((entry.anchor, _words(entry)) for entry, _ in rows if step.step in opened[entry.key])
            found.append(OwnStep(step.label, step.amount, place(start / whole * 100), place(abs(step.amount) / whole * 100), is_end, statements))
    return found


def _row(entry: EntryRow) -> why.Row:
    """A statement as the steps take it, whatever the basis and scope."""
    live = entry.live
    return why.Row(
        reason=Reason.COUNTED if live else Reason(entry.reason),
        scope=entry.scope,
        stage=entry.stage,
        entries=1,
        disclosed=int(entry.amount is not None),
        holding=int(live and entry.held > 0),
        counting=int(live and entry.net > 0),
        published=entry.published or NOTHING,
        net=(entry.converted or NOTHING) if live else NOTHING,
    )


def _words(entry: EntryRow) -> str:
    """`21 Dec 2025, ¥1 tn`."""
    return f"{formats.day(entry.announced_on)}, {formats.hedged(formats.published(entry.amount, entry.currency), entry.hedge)}"
