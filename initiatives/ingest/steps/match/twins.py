"""Tells whether two articles that wait tell of the same sum; must not know the record or the database."""

from collections.abc import Iterable
from dataclasses import dataclass

from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.match.days import gap
from initiatives.ingest.values import KnownEntry, MoneyClaim

NEAR_DAYS = 45  # between two first reports of one sum; later it is told of what was published


@dataclass(frozen=True, slots=True)
class Told:
    """What an article that waits tells: its owners, the sums that would be published, and the story that it stands in."""

    owners: frozenset[str]
    money: tuple[MoneyClaim, ...]
    story: int | None = None
    published: str | None = None


def same_sum(one: Told, other: Told, amounts: Amounts) -> tuple[MoneyClaim, MoneyClaim] | None:
    """A sum of each that is the same money; None where they tell of different ones, of different countries, or at different times."""
    if not (one.owners & other.owners or (one.story is not None and one.story == other.story)):
        return None
    pairs = ((claim, theirs) for claim in one.money for theirs in other.money)
    return next((pair for pair in pairs if is_same(*pair, one, other, amounts)), None)


def published_sums(money: Iterable[MoneyClaim]) -> tuple[MoneyClaim, ...]:
    """The sums that would be published: no context, and none that the text said before."""
    return tuple(claim for claim in money if claim.role != "context" and claim.restates_in_text is None)


def is_same(claim: MoneyClaim, theirs: MoneyClaim, one: Told, other: Told, amounts: Amounts) -> bool:
    """Whether a sum of each is the same money by figure, currency and rate, told within the days in which two first reports of it come."""
    day, their_day = claim.announced_on or one.published, theirs.announced_on or other.published
    if day and their_day and abs(gap(day, their_day)) > NEAR_DAYS:
        return False
    said_on = their_day or day
    if said_on is None:
        return claim.currency == theirs.currency and claim.amount == theirs.amount
    return amounts.equal(claim, _as_entry(theirs, said_on)) is not None or amounts.equal(theirs, _as_entry(claim, day or said_on)) is not None


def _as_entry(claim: MoneyClaim, day: str) -> KnownEntry:
    return KnownEntry("", "", claim.amount, claim.currency, day, claim.hedge)
