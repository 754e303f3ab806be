"""Tells whether two reports whose texts are not alike tell of one announcement, with the reasons in words; must not know what is stored.

The same sum, country and week are no proof: a government announces several things in a week, and round sums come back. What tells one
announcement from another are names, figures and words of its own, and the things that one report is about and the other never mentions.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from initiatives.formats import listed
from initiatives.ingest.steps.duplicates.report import STEM_LETTERS, Report
from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.steps.match.days import gap, gap_in_words
from initiatives.ingest.steps.match.names import same_organization
from initiatives.ingest.steps.match.said import ended_in
from initiatives.ingest.steps.match.twins import is_same
from initiatives.ingest.values import MoneyClaim, QuantityClaim
from initiatives.text import fold

NEAR_DAYS = 10  # within which outlets report one announcement
# Tuned on weeks of one country in which several announcements name the same sum.
LEAST = 2.5
NAME, FIGURE, QUANTITY, SUM, SPEAKER, WORD, INITIATIVE, TELLING_SUM = 1.0, 1.0, 1.5, 1.0, 0.5, 0.5, 1.5, 0.75
OTHER_NAME, OTHER_PAYER, OTHER_QUANTITY = -0.5, -1.0, -1.0
MOST_OTHER_NAMES, MOST_NAMES, MOST_FIGURES, MOST_WORDS = 2, 4, 2, 3  # beyond them, one of a kind says no more
SHARE, MOST_OF_SHARE = 4.0, 1.5  # of the words of the report that has fewer
LEAST_WORDS = 4  # of which a share is taken
TELLING_DIGITS = 3  # of a sum that two announcements hardly have in common: 387.3, not 500
MOST_LISTED = 4


@dataclass(frozen=True, slots=True)
class Retelling:
    """That two reports tell of one announcement: how much speaks for it, and why in words."""

    score: float
    reason: str


def retelling(one: Report, other: Report, amounts: Amounts) -> Retelling | None:
    """Why two reports tell of one announcement; None where that is not sure. Never raises on any text."""
    sums = _same_sums(one, other, amounts)
    if not sums or _are_two(one, other):
        return None
    signs = [*_signs(one, other), *_of_the_sums(sums)]
    score = sum(weight for weight, _words in signs)
    if score < LEAST:
        return None
    return Retelling(round(score, 2), _reason(one, other, sums, [words for weight, words in signs if weight > 0 and words]))


def _same_sums(one: Report, other: Report, amounts: Amounts) -> list[tuple[MoneyClaim, MoneyClaim]]:
    """Pairs of one sum, that of the main sums first; empty where the two are about different ones."""
    mine, theirs = one.main, other.main
    if mine is None or theirs is None:
        return []
    pairs = [(claim, like) for claim in one.told.money if (like := _like(claim, one, other, amounts)) is not None]
    has_both = any(claim is mine for claim, _ in pairs) and any(_is_one(theirs, claim, other, one, amounts) for claim in one.told.money)
    return sorted(pairs, key=lambda pair: pair[0] is not mine) if has_both else []


def _like(claim: MoneyClaim, one: Report, other: Report, amounts: Amounts) -> MoneyClaim | None:
    return next((like for like in other.told.money if _is_one(claim, like, one, other, amounts)), None)


def _is_one(claim: MoneyClaim, like: MoneyClaim, one: Report, other: Report, amounts: Amounts) -> bool:
    return is_same(claim, like, one.told, other.told, amounts)


def _are_two(one: Report, other: Report) -> bool:
    """Whether something says outright that the two tell of different things, or at different times."""
    return (
        not _are_near(one, other)
        or _are_apart(one, other)
        or (ended_in(one.focus) is None) != (ended_in(other.focus) is None)
        or not (_is_met(one, other) and _is_met(other, one))
        or _are_other_purses(one, other)
    )


def _are_apart(one: Report, other: Report) -> bool:
    """Whether they are about other initiatives or countries, or one is about somebody whom the other never names."""
    known = {report.initiative for report in (one, other)}
    if None not in known and len(known) > 1:
        return True
    foreign = not one.told.owners & other.told.owners and (None in known or len(known) > 1)
    elsewhere = one.countries and other.countries and not one.countries & other.countries
    return bool(foreign or elsewhere or _is_missing(one, other) or _is_missing(other, one))


def _is_missing(one: Report, other: Report) -> bool:
    """Whether the title of one has a name that the other never gives."""
    known = {word for name in other.organizations for word in fold(name).split()}
    missing = one.heroes - other.capitals - known - _initials(other)
    return any(name[:STEM_LETTERS].rstrip("s") not in other.beginnings for name in missing)


def _initials(report: Report) -> set[str]:
    """Short forms of the organizations of a report: "C-DAC" is the Centre for Development of Advanced Computing."""
    return {"".join(word[0] for word in name.split() if word[0].isupper()).lower() for name in report.organizations}


def _is_met(one: Report, other: Report) -> bool:
    """Whether the other speaks at all of what the one says that its sum is for: by a telling word, or a figure of it."""
    if not one.focus_stems or one.focus_stems & other.stems:
        return True
    return bool(_shared_quantities(one, other) or one.figures & other.figures)


def _are_near(one: Report, other: Report) -> bool:
    day, their_day = one.told.published, other.told.published
    return day is not None and their_day is not None and len(day) == len(their_day) == 10 and abs(gap(day, their_day)) <= NEAR_DAYS


def _are_other_purses(one: Report, other: Report) -> bool:
    """Whether one sum is the state's and the other private, or they cover years that do not meet."""
    if one.main is None or other.main is None:
        return True
    years = one.main.period, other.main.period
    apart = years[0] and years[1] and (years[0][-4:] < years[1][:4] or years[1][-4:] < years[0][:4])
    return bool(apart) or {one.main.origin, other.main.origin} == {"public", "private"}


def _signs(one: Report, other: Report) -> Iterator[tuple[float, str]]:
    """What speaks for and against one announcement, with weights."""
    names = _shared_names(one, other)
    yield NAME * min(len(names), MOST_NAMES), f"both name {_shown(names, one)}" if names else ""
    if one.initiative is not None and one.initiative == other.initiative:
        yield INITIATIVE, "both are about the same initiative of the record"
    quantities = _shared_quantities(one, other)
    yield QUANTITY * min(len(quantities), MOST_FIGURES), f"both give {listed(each.evidence.text for each in quantities)}" if quantities else ""
    said = {f"{each.value.normalize():f}" for each in quantities}
    figures = sorted(one.figures & other.figures - said)[:MOST_FIGURES]
    yield FIGURE * len(figures), f"both have the figure {listed(one.figure_as_written(each) for each in figures)}" if figures else ""
    if one.people & other.people:
        yield SPEAKER, "the same person speaks"
    yield from _words(one, other, names)
    yield from _against(one, other, quantities)


def _words(one: Report, other: Report, names: Iterable[str]) -> Iterator[tuple[float, str]]:
    """The words in common that say what it is about, and their share of the report that has fewer."""
    counted = {name[:STEM_LETTERS] for name in names}
    mine, theirs = one.stems - counted, other.stems - counted
    shared, fewer = mine & theirs, min(len(mine), len(theirs))
    yield WORD * min(len(shared), MOST_WORDS), f"both speak of {_written(shared, one)}" if shared else ""
    yield min(SHARE * len(shared) / fewer, MOST_OF_SHARE) if fewer >= LEAST_WORDS and len(shared) > 1 else 0.0, ""


def _against(one: Report, other: Report, quantities: Iterable[QuantityClaim]) -> Iterator[tuple[float, str]]:
    for mine, theirs in ((one, other), (other, one)):
        yield OTHER_NAME * min(len(mine.focus_names - theirs.capitals), MOST_OTHER_NAMES), ""
    measured = {each.measure for each in quantities}
    if ({each.measure for each in one.quantities} & {each.measure for each in other.quantities}) - measured:
        yield OTHER_QUANTITY, ""
    payers = [{funder.organization for funder in main.funders if funder.organization} for main in (one.main, other.main) if main]
    if all(payers) and not any(same_organization(payer, theirs) for payer in payers[0] for theirs in payers[1]):
        yield OTHER_PAYER, ""


def _of_the_sums(sums: list[tuple[MoneyClaim, MoneyClaim]]) -> Iterator[tuple[float, str]]:
    """That further sums agree, or that the sum is one that hardly comes twice."""
    further = sums[1:3]
    yield SUM * len(further), f"both give {listed(f'“{claim.evidence.text}”' for claim, _ in further)} too" if further else ""
    if len(sums[0][0].amount.normalize().as_tuple().digits) >= TELLING_DIGITS and sums[0][0].currency == sums[0][1].currency:
        yield TELLING_SUM, "a sum as odd as this hardly comes twice"


def _shared_names(one: Report, other: Report) -> list[str]:
    """Names that both have, of which one at least has it within a sentence; and organizations that the record knows by two names."""
    people = one.people | other.people
    words = sorted((one.capitals & other.capitals & (one.names | other.names)) - people)
    more = [name for name in one.organizations if not set(name.lower().split()) & set(words)]
    return [*words, *(name for name in more if any(name == theirs or same_organization(name, theirs) for theirs in other.organizations))]


def _shared_quantities(one: Report, other: Report) -> list[QuantityClaim]:
    theirs = {(each.measure, each.value) for each in other.quantities}
    return [each for each in one.quantities if (each.measure, each.value) in theirs]


def _reason(one: Report, other: Report, sums: list[tuple[MoneyClaim, MoneyClaim]], signs: list[str]) -> str:
    mine, theirs = (claim.evidence.text for claim in sums[0])
    same = f"the same sum, “{mine}”" if mine == theirs else f"the same sum, “{mine}” here and “{theirs}” there"
    when = gap_in_words(other.told.published or "", one.told.published or "")
    return f"The same announcement as “{other.named}”: {'; '.join([same, when, *signs])}."


def _shown(names: list[str], one: Report) -> str:
    """Shared names as the report writes them; a word of an organization's name stands for the whole."""
    whole = (next((each for each in one.organizations if name in fold(each).split()), name) for name in names)
    return listed(list(dict.fromkeys(name if " " in name else one.as_written(name) for name in whole))[:MOST_LISTED])


def _written(folded: Iterable[str], one: Report) -> str:
    """Folded words and beginnings of words as the report writes them."""
    return listed(dict.fromkeys(one.as_written(each) for each in sorted(folded)[:MOST_LISTED]))
