"""Statements about money as lines of a table: their relation and reason in words, numbered within a family; knows no requests."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.queries.entries import EntryRow
from dashboard.queries.ledger import Family
from initiatives import formats
from initiatives.ledger.values import named
from initiatives.vocabulary import RELATIONS

KEY: Final = re.compile(r"[^\s()]*#\d+")
DEEPEST: Final = 4  # deeper statements are drawn at this depth
FAMILY_ROWS: Final = 9
MOST_PAYERS: Final = 2  # named in a line, before the others are counted


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as a row. `guides` are the depths at which a line goes on past it; `relation` and `reason` name others by their number."""

    entry: EntryRow
    relation: str
    reason: str
    statement: str
    again: bool  # a line above speaks of the same initiative
    depth: int
    guides: tuple[int, ...]

    @property
    def adds(self) -> bool:
        """Whether it adds anything to the total."""
        return self.entry.counts is None or self.entry.counts > 0


@dataclass(frozen=True, slots=True)
class Tree:
    """One family as a block of a table; what is folded away still says how much it counts."""

    family: Family
    lines: tuple[Line, ...]
    folded: int
    folded_counted: Decimal
    slug: str


def lines(rows: Sequence[EntryRow]) -> tuple[Line, ...]:
    """The statements of one family in tree order."""
    numbers = {row.key: str(row.number) for row in rows if row.number} if len(rows) > 1 else {}
    depths = [min(row.depth, DEEPEST) for row in rows]
    seen = [row.initiative_slug for row in rows]
    return tuple(
        line(row, numbers, depths[place], guides(depths, place), again=row.initiative_slug in seen[:place]) for place, row in enumerate(rows)
    )


def singles(rows: Iterable[EntryRow]) -> tuple[Line, ...]:
    """Statements one by one, outside their families."""
    return tuple(line(row, {}, 0, ()) for row in rows)


def line(row: EntryRow, numbers: Mapping[str, str], depth: int, beside: tuple[int, ...], *, again: bool = False) -> Line:
    """One statement; other statements are named by `numbers` where they stand there."""
    known = {named(key, row.key): number for key, number in numbers.items()}
    reason = KEY.sub(lambda found: known.get(found.group(), found.group()), row.reason_words)
    return Line(row, relation_words(row, known), reason, statement(row), again, depth, beside)


def relation_words(row: EntryRow, known: Mapping[str, str]) -> str:
    """`new`, `part of 2`, `restates #3`."""
    if row.related_number is None:
        return "new"
    number = known.get(row.related_number, row.related_number)
    return f"{RELATIONS[row.relation]} {number if number.startswith('#') or number.isdigit() else 'a statement of another initiative'}"


def statement(row: EntryRow) -> str:
    """What the statement says of itself: its note, else what kind of money it is, and whose."""
    if row.note:
        return row.note
    kind = "Money of unknown origin" if row.origin == "unknown" else f"{row.origin.capitalize()} money"
    names = [payer.name for payer in row.payers[:MOST_PAYERS]]
    more = len(row.payers) - len(names)
    return f"{kind} from {formats.listed([*names, formats.counted(more, 'other')] if more else names)}" if names else kind


def guides(depths: Sequence[int], place: int) -> tuple[int, ...]:
    """The depths, up to its own, at which a later statement hangs on the same envelope."""
    found = []
    for depth in range(1, depths[place] + 1):
        later = next((other for other in depths[place + 1 :] if other <= depth), None)
        if later == depth:
            found.append(depth)
    return tuple(found)


def tree(family: Family, most: int = FAMILY_ROWS) -> Tree:
    """One family, folded past `most` rows where more than one would be hidden."""
    all_lines = lines(family.rows)
    shown = all_lines if len(all_lines) <= most + 1 else all_lines[:most]
    hidden = all_lines[len(shown) :]
    return Tree(family, shown, len(hidden), summed(one.entry.counts for one in hidden), family.rows[0].initiative_slug)


def summed(amounts: Iterable[Decimal | None]) -> Decimal:
    """The sum of what is known."""
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def payers_in_words(row: EntryRow) -> str:
    """Who pays, with published shares: `European Union 50 %, national governments 50 %`; `split not published` where several have none."""
    words = [
        payer.name if payer.share is None or payer.share == 1 else f"{payer.name} {formats.published_percent(payer.share * 100)}"
        for payer in row.payers
    ]
    silent = len(row.payers) > 1 and all(payer.share is None for payer in row.payers)
    return ", ".join(words) + (", split not published" if silent else "")
