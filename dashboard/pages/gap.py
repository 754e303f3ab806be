"""What is announced and not committed as a table: each reason with its entries and their sources; knows no requests."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.drawings.bars import place, width_of
from dashboard.queries.gaps import Gap, GapEntry, GapPart
from initiatives import formats

ENTRIES_SHOWN: Final = 3  # of each reason; the others are folded


@dataclass(frozen=True, slots=True)
class GapRow:
    """One reason: its share of the gap in words, the width of its bar, and its entries, the largest first."""

    part: GapPart
    share: str
    width: str
    first: tuple[GapEntry, ...]
    rest: tuple[GapEntry, ...]


@dataclass(frozen=True, slots=True)
class GapTable:
    """The reasons that add up to the gap, and beside them what was announced once and counts no more; `address` opens the entries of the gap."""

    gap: Gap
    rows: tuple[GapRow, ...]
    left: tuple[GapRow, ...]
    address: str
    words: str


def gap_table(gap: Gap | None, filters: Filters) -> GapTable | None:
    """The table of one country or initiative; None where everything announced is committed and nothing of it was lost."""
    if gap is None or not (gap.parts or gap.left):
        return None
    largest = max((part.amount for part in (*gap.parts, *gap.left)), default=Decimal(0))
    address = links.to("ledger", filters, keep="all", basis="announced", stage=("announced", "budgeted"), step="counted", per=None, sort=None)
    rows = tuple(row(part, largest, gap.gap) for part in gap.parts)
    return GapTable(gap, rows, tuple(row(part, largest, None) for part in gap.left), address, words(gap, filters))


def row(part: GapPart, largest: Decimal, whole: Decimal | None) -> GapRow:
    """One reason on the scale of the largest; what is no part of the gap has no share of it."""
    share = formats.percent(part.amount / whole * 100) if whole else ""
    return GapRow(part, share, place(width_of(part.amount, largest)), part.entries[:ENTRIES_SHOWN], part.entries[ENTRIES_SHOWN:])


def words(gap: Gap, filters: Filters) -> str:
    """`Why is $6.34 bn announced and not committed?`"""
    if not gap.gap:
        return "What was announced, and counts no more?"
    return f"Why is {formats.money(gap.gap, filters.currency)} announced and not committed?"
