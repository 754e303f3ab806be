"""The signs by which an announcement is told from others, each with its weight and its words: initiative, payer, years, origin, day. Pure."""

from collections.abc import Callable
from typing import Final

from initiatives.dates import in_words
from initiatives.ingest.steps.match.days import FAR_DAYS, NEAR_DAYS, gap, gap_in_words
from initiatives.ingest.steps.match.names import telling_words
from initiatives.ledger.values import CONTAINED_IN
from initiatives.review.announcing.candidates import Known
from initiatives.review.announcing.compared import Likeness, Money

SAME_INITIATIVE, SAME_COUNTRY, SAME_WORDS, OTHER_PROJECT, OTHER_COUNTRY = 0.2, 0.1, 0.1, -0.15, -0.3
SAME_PAYER, OTHER_PAYER, SAME_ORIGIN, OTHER_ORIGIN, MIXED = 0.2, -0.15, 0.1, -0.2, -0.05
SAME_YEARS, YEARS_INSIDE, OTHER_YEARS = 0.15, 0.1, -0.15
NEAR, FAR, LATER = 0.1, -0.15, -0.1
READS_SO, SAME_ARTICLE, SET_BESIDE = 0.25, 0.2, -0.35


def days_between(said: Money, entry: Known) -> int:
    """Days from the entry to the announcement; 0 while its day is not known."""
    return gap(entry.announced_on, said.announced_on) if said.announced_on else 0


def by_initiative(said: Money, entry: Known, found: Likeness) -> None:
    """The same initiative, else one of the same country or of a name with words in common."""
    if said.slug == entry.slug:
        return found.weigh(SAME_INITIATIVE, "the same initiative")
    if not set(said.owners) & set(entry.owners):
        return found.weigh(OTHER_COUNTRY if said.owners else 0, "of another country" if said.owners else "")
    found.weigh(SAME_COUNTRY, "")
    if telling_words(said.name) & telling_words(entry.initiative):
        return found.weigh(SAME_WORDS, "a project of a like name")
    return found.weigh(OTHER_PROJECT, "another project") if found.relation != "restates" else found.weigh(0, "the same country")


def by_payer(said: Money, entry: Known, found: Likeness) -> None:
    """Who pays."""
    if said.payers & entry.payers:
        found.weigh(SAME_PAYER, "the same payer")
    elif said.payers and entry.payers:
        found.weigh(OTHER_PAYER, f"{entry.payer or 'others'} pay that one" if not entry.payer else f"{entry.payer} pays that one")


def by_years(said: Money, entry: Known, found: Likeness) -> None:
    """Which years it covers."""
    if not said.period or not entry.period:
        return
    if said.period == entry.period:
        found.weigh(SAME_YEARS, "the same years")
    elif entry.period[:4] <= said.period[:4] and said.period[-4:] <= entry.period[-4:]:
        found.weigh(YEARS_INSIDE, "its years lie within")
    elif said.period[-4:] < entry.period[:4] or entry.period[-4:] < said.period[:4]:
        found.weigh(OTHER_YEARS, f"other years: {entry.period.replace('-', ' to ')}")


def by_origin(said: Money, entry: Known, found: Likeness) -> None:
    """Whether state or company pays."""
    if "unknown" in (said.origin, entry.origin):
        return
    if said.origin == entry.origin:
        found.weigh(SAME_ORIGIN, f"both {said.origin}")
    else:
        found.weigh(MIXED if "mixed" in (said.origin, entry.origin) else OTHER_ORIGIN, f"{said.origin} here, {entry.origin} there")


def by_day(said: Money, entry: Known, found: Likeness) -> None:
    """How far apart the two were said."""
    if not said.announced_on:
        return
    apart = days_between(said, entry)
    if apart < 0:
        found.weigh(LATER, f"said later, on {in_words(entry.announced_on)}")
    elif apart <= NEAR_DAYS:
        found.weigh(NEAR, gap_in_words(entry.announced_on, said.announced_on))
    elif apart > FAR_DAYS:
        found.weigh(FAR, gap_in_words(entry.announced_on, said.announced_on))


def by_words(said: Money, entry: Known, found: Likeness) -> None:
    """What the source's words read like, and whether the same article told it already."""
    relation, _, key = said.proposed.partition(" ")
    if key == entry.key and relation:
        found.relation = relation
        found.weigh(READS_SO, "the source's words read so")
    if relation == "new" and not key and found.relation in CONTAINED_IN:
        found.weigh(SET_BESIDE, "the source's words set it beside that one")
    if said.url and said.url == entry.url:
        found.weigh(SAME_ARTICLE if found.relation == "restates" else 0, "from the same article")


SIGNS: Final[tuple[Callable[[Money, Known, Likeness], None], ...]] = (by_words, by_initiative, by_payer, by_years, by_origin, by_day)
