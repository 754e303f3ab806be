"""Whether two statements that both count look like the same money, or one like the figure that the other kept back; knows no tables."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from initiatives.dates import first_day, last_day
from initiatives.formats import listed
from initiatives.ledger.values import STAGES, Entry

DAYS_APART = 120  # what two outlets say of one decision comes within weeks; a budget of the next year comes later
ALIKE = Decimal("0.01")  # of two sums in one currency, by rounding
ALIKE_IN_DOLLARS = Decimal("0.03")  # of two sums in two currencies
AT_MOST_APART_IN_DOLLARS = Decimal("1.1")  # of sums in one currency too: in four months no rate moves them further
LEAST_DOLLARS = 1_000_000  # what is smaller moves no total that anybody reads


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement with what tells it apart. `payers` are the ids of named organizations; `usd` is what it comes to, in dollars of its day."""

    entry: Entry
    initiative: str
    country: str
    payers: frozenset[int]
    source: int
    period: str | None
    gross: Decimal
    usd: Decimal | None


def why_one_money(first: Claim, second: Claim) -> str | None:
    """What speaks for two counted statements being one money, in words; None where something speaks against it."""
    a, b = first.entry, second.entry
    if first.source == second.source or first.country != second.country or not _may_be_one(first, second):
        return None
    if first.initiative != second.initiative and not first.payers & second.payers:
        return None
    days = _days_between(a.announced_on, b.announced_on)
    sums = _alike(first, second)
    if sums is None or days > DAYS_APART:
        return None
    shared = ["the same initiative"] if first.initiative == second.initiative else []
    shared += ["the same payer"] if first.payers & second.payers else []
    return listed([*shared, sums, "the same days" if not days else f"{days} day{'s' if days > 1 else ''} apart"])


def discloses(undisclosed: Claim, figure: Claim) -> bool:
    """Whether a statement may be the figure for one whose amount was kept back: said later, no softer, of the same kind."""
    a, b = undisclosed.entry, figure.entry
    later = first_day(b.announced_on) > last_day(a.announced_on)
    return later and undisclosed.initiative == figure.initiative and not _is_softer(b, a) and _may_be_one(undisclosed, figure)


def _may_be_one(first: Claim, second: Claim) -> bool:
    """Whether payers, origin and years leave it open."""
    a, b = first.entry.origin, second.entry.origin
    origins = a == b or "unknown" in (a, b) or "mixed" in (a, b)
    payers = not first.payers or not second.payers or bool(first.payers & second.payers)
    return origins and payers and _meet(first.period, second.period)


def _meet(first: str | None, second: str | None) -> bool:
    """Whether two periods of years are the same or unknown: the money of other years is other money."""
    return first is None or second is None or first == second


def _alike(first: Claim, second: Claim) -> str | None:
    if first.usd is None or second.usd is None or max(first.usd, second.usd) < LEAST_DOLLARS:
        return None
    if max(first.usd, second.usd) > AT_MOST_APART_IN_DOLLARS * min(first.usd, second.usd):
        return None
    if first.entry.currency == second.entry.currency:
        return _near(first.gross, second.gross, ALIKE, "the same sum", "nearly the same sum")
    return _near(first.usd, second.usd, ALIKE_IN_DOLLARS, "the same dollars", "nearly the same dollars")


def _near(a: Decimal, b: Decimal, slack: Decimal, same: str, nearly: str) -> str | None:
    if a == b:
        return same
    return nearly if abs(a - b) <= slack * max(a, b) else None


def _days_between(a: str, b: str) -> int:
    """Days from the end of the earlier to the beginning of the later; 0 where they meet."""
    gap: timedelta = max(first_day(a), first_day(b)) - min(last_day(a), last_day(b))
    return max(gap.days, 0)


def earlier_first(first: Claim, second: Claim) -> tuple[Claim, Claim]:
    """The two in the order in which they were said."""
    a, b = sorted((first, second), key=_said)
    return a, b


def _said(claim: Claim) -> tuple[date, str]:
    return first_day(claim.entry.announced_on), claim.entry.key


def _is_softer(entry: Entry, other: Entry) -> bool:
    return STAGES.index(entry.stage) < STAGES.index(other.stage)
