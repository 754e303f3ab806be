"""Weighs in words what speaks for a sum of an article and an entry being the same money; must not decide the relation."""

from initiatives.dates import in_words as day_in_words
from initiatives.ingest.steps.match.amounts import Likeness
from initiatives.ingest.steps.match.days import NEAR_DAYS, gap, gap_in_words
from initiatives.ingest.steps.match.names import same_organization
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.values import KnownEntry, MoneyClaim
from initiatives.names.currencies import in_words

# How much each agreement says for two figures being the same money.
SAME_SUM, BY_RATE, LIKE_SUM, SAME_INITIATIVE, SAME_COUNTRY, DAYS_NEAR, NO_DAY, SAME_ORIGIN, OTHER_ORIGIN, FUNDER, LATER_THAN_ARTICLE = (
    0.4, 0.32, 0.2, 0.25, 0.1, 0.15, -0.05, 0.1, -0.3, 0.05, -0.15,
)  # fmt: skip
OTHER_INITIATIVE = -0.25  # of a sum that the ledger has for something else than what the article is surely about
SAME_STORY = 0.2  # another report of the same event brought the entry
PARTLY_OTHER_ORIGIN = -0.1  # the state's share and the whole with its partners are told in turns
OTHER_ORIGIN_OF_THE_SAME = -0.15  # who pays is easily misread, and the same initiative has no second purse of the same size


def nearest(claim: MoneyClaim, *tellings: KnownEntry) -> KnownEntry:
    """Of the tellings of one sum that which lies nearest to the article's day."""
    day = claim.announced_on
    return tellings[0] if day is None else min(tellings, key=lambda each: abs(gap(each.announced_on, day)))


def sum_in_words(claim: MoneyClaim, entry: KnownEntry, like: Likeness) -> tuple[float, str]:
    """That the two are the same sum, as printed or by the rate of the entry's day: the weight and the words."""
    amount = in_words(entry.amount, entry.currency) if entry.amount is not None else ""
    if like.quoted is not None:
        where = "the article" if like.quoted == claim.usd_quoted else "the entry's source"
        return SAME_SUM, f"the same sum, {in_words(like.quoted, 'USD')}, in the dollars that {where} prints"
    if not like.by_rate and like.is_loose:
        return LIKE_SUM, f"“{claim.evidence.text}” is within the hedge of {amount}"
    if not like.by_rate:
        return SAME_SUM, f"the same sum, {amount}" if claim.amount == entry.amount else f"the same sum within the hedge, {amount}"
    bare = f" (the bare $ of the article may be {' or '.join((claim.currency, *claim.currency_alternatives))})" if claim.currency_alternatives else ""
    value = in_words(like.converted, like.currency) if like.converted is not None else ""
    return BY_RATE, f"{amount} was {value} {_when(entry.announced_on)}, and the article prints “{_printed(claim, like)}”{bare}"


def _printed(claim: MoneyClaim, like: Likeness) -> str:
    """The figure of the article that the converted one equals."""
    quoted = claim.usd_evidence if like.currency == "USD" and claim.currency != "USD" and "USD" not in claim.currency_alternatives else None
    return (quoted or claim.evidence).text


def _when(day: str) -> str:
    return f"{'on' if len(day) == 10 else 'in'} {day_in_words(day)}"


def agreements(claim: MoneyClaim, entry: KnownEntry, told: KnownEntry, search: Search) -> list[tuple[float, str]]:
    """What else speaks for and against it, with weights: whose it is, how near in days (by `told`), of which origin, and who pays."""
    same = search.initiative in (entry.initiative, told.initiative)
    return [
        (SAME_INITIATIVE, "of the same initiative") if same else (SAME_COUNTRY, "of the same country"),
        *([(OTHER_INITIATIVE, "the article is about another initiative")] if search.is_sure and not same else []),
        *([(SAME_STORY, "a report of the same story told it")] if search.told_beside & {entry.key, told.key} else []),
        _days(claim, told),
        _origin(claim, entry, same),
        *([(FUNDER, f"{entry.funders[0]} is named")] if names_a_funder(entry, search) else []),
    ]


def _days(claim: MoneyClaim, entry: KnownEntry) -> tuple[float, str]:
    if claim.announced_on is None:
        return NO_DAY, "the day of the article is not known"
    apart = gap(entry.announced_on, claim.announced_on)
    if apart < -NEAR_DAYS:
        return LATER_THAN_ARTICLE, f"announced {-apart} days after the article"
    return (DAYS_NEAR, gap_in_words(entry.announced_on, claim.announced_on)) if abs(apart) <= NEAR_DAYS else (0.0, "")


def _origin(claim: MoneyClaim, entry: KnownEntry, same: bool) -> tuple[float, str]:
    if "unknown" in (claim.origin, entry.origin):
        return 0.0, ""
    if claim.origin == entry.origin:
        return SAME_ORIGIN, f"both {claim.origin}"
    weight = PARTLY_OTHER_ORIGIN if "mixed" in (claim.origin, entry.origin) else OTHER_ORIGIN_OF_THE_SAME if same else OTHER_ORIGIN
    return weight, f"{claim.origin} here, {entry.origin} there"


def names_a_funder(entry: KnownEntry, search: Search) -> bool:
    """Whether the article names one of those who pay an entry."""
    named = [claim.name for claim in search.understanding.organizations if claim.name]
    return any(same_organization(name, funder) for name in named for funder in entry.funders)
