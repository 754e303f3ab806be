"""The answer in five sentences: how much, by whom, how firm, what is new, what is disputed; each with its figure and its slide."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Final

from dashboard.briefings.content.state import Made, State, whole
from dashboard.briefings.values import Slide
from dashboard.charts import hedged, parts
from dashboard.charts.funding_by_country import hedges_of
from dashboard.exports.slides.values import Grid
from dashboard.filters import Filters
from dashboard.queries.comments import Tally, by_actor, comment_sums
from dashboard.queries.counted_entries import counted_entries, newest_counted
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.rows import CountryFunding, Totals
from dashboard.queries.totals import totals
from initiatives import formats
from initiatives.vocabulary import JOINT

NEW_DAYS: Final = 90
NAMED: Final = 3
LEAST_COMMENTS: Final = 5
METHOD: Final = (
    "Every sentence is made from the figures of this edition; the number at its end leads to the slide that shows it. "
    f"New are entries that were announced in the {NEW_DAYS} days before the newest that counts. Disputed are comments that are critical or cautious."
)
PLURALS: Final = {
    "official": "officials", "executive": "executives", "investor": "investors", "academic": "academics", "analyst": "analysts",
    "advocate": "advocates", "journalist": "journalists", "other": "others",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A figure, what is said of it, and the number of the slide that shows it."""

    figure: str
    said: str
    slide: int | None


def answer(state: State) -> Made:
    """Five rows, one a sentence."""
    found, funding = totals(state.filters), funding_by_country(state.filters)
    sentences = [how_much(state, found, funding), by_whom(state, found, funding), how_firm(state, found), what_is_new(state), what_is_disputed(state)]
    grid = Grid(
        "The answer",
        ("Figure", "The answer in five sentences", "Slide"),
        tuple((one.figure, one.said, str(one.slide or "")) for one in sentences),
        right=(False, False, True), widths=(2.6, 8.6, 0.8), sizes=(22, 16, 12), strong=(0,), jumps=tuple(one.slide for one in sentences),
    )  # fmt: skip
    rests_on = formats.counted(found.counted_entries, "counted entry", "counted entries")
    return Made(
        Slide("The answer in five sentences", "table", state.words(takeaway(state, found, funding), rests_on, state.address("/"), METHOD), grid)
    )


def takeaway(state: State, found: Totals, funding: list[CountryFunding]) -> str:
    """`The United States has announced most; 40 % of the $314 bn counted for AI is committed and 4 % paid out`."""
    scopes = parts.scope_words(state.filters)
    if not found.total:
        return f"Nothing for {scopes} is {parts.VERBS[state.filters.basis]} in this selection, as far as the record knows"
    verb, ranked = parts.VERBS[state.filters.basis], leaders(funding)
    aside = hedged.aside(found.total, *hedges_of(funding), state.filters.currency)
    committed, paid = found.by_basis["committed"], found.by_basis["disbursed"]
    alone = only_one(found, ranked)
    if state.filters.basis in ("committed", "disbursed"):
        sum_words = f"{state.money(found.total)} for {scopes}"
        return f"{alone} has {verb} {sum_words}{aside}" if alone else f"{most(ranked, verb)}{sum_words} in all{aside}"
    counted = f"of the {state.money(found.total)} {f'that {alone} has {verb}' if alone else 'counted'} for {scopes}{aside}"
    firm = f"{whole(committed, found.total)} is committed" if committed else "nothing is known to be committed"
    out = f"{whole(paid, found.total)} paid out" if committed and paid else "nothing is known to be paid out"
    return parts.opening(f"{most(ranked, verb) if not alone else ''}{counted}, {firm} and {out}")


def most(ranked: list[CountryFunding], verb: str) -> str:
    """`The United States has announced most; `."""
    return f"{parts.opening(parts.in_sentence(ranked[0].country, ranked[0].country_name))} has {verb} most; " if ranked else ""


def only_one(found: Totals, ranked: list[CountryFunding]) -> str:
    """The single owner to whom all that is counted belongs; nothing where there are several."""
    return parts.in_sentence(ranked[0].country, ranked[0].country_name) if len(ranked) == 1 and ranked[0].total == found.total else ""


def how_much(state: State, found: Totals, funding: list[CountryFunding]) -> Sentence:
    """The counted total and what it is counted from."""
    slide = state.place("chart:why-this-total", "chart:funding-by-country", "gaps")
    verb, scopes = parts.VERBS[state.filters.basis], parts.scope_words(state.filters)
    if not found.statements:
        return Sentence("nothing", "is recorded for this selection. That is silence in the record: it is unknown, not zero.", slide)
    published = f"{state.money(found.published)} published in {formats.counted(found.statements, 'statement')}"
    if not found.total:
        return Sentence("nothing", f"is known to be {verb} for {scopes}, out of {published}.", slide)
    alone = only_one(found, leaders(funding))
    who = [alone] if alone else [formats.counted(found.countries, "country", "countries")] if found.countries else []
    who += ["the European Union"] if found.has_union and not alone else []
    who += ["joint efforts"] if any(row.country == JOINT and row.total for row in funding) else []
    have = "have" if len(who) > 1 or found.countries > 1 or who == ["joint efforts"] else "has"
    aside = hedged.aside(found.total, *hedges_of(funding), state.filters.currency)
    return Sentence(
        state.money(found.total), f"is what {formats.listed(who)} {have} {verb} for {scopes}{aside}, counted once out of {published}.", slide
    )


def by_whom(state: State, found: Totals, funding: list[CountryFunding]) -> Sentence:
    """The largest, and who follows."""
    ranked = leaders(funding)
    slide = state.place("chart:funding-by-country", "chart:funding-map", "initiatives")
    if not ranked or not found.total:
        joint = next((row.total for row in funding if row.country == JOINT and row.total), None)
        if not joint:
            return Sentence("nobody", "has a counted sum in this selection, neither a single country nor several together.", slide)
        return Sentence(state.money(joint), "belongs to several owners together; no single country has a counted sum.", slide)
    first, *others = ranked[:NAMED]
    follow = formats.listed(f"{parts.in_sentence(one.country, one.country_name)} with {_sum(state, one)}" for one in others)
    name, aside = parts.in_sentence(first.country, first.country_name), hedged.aside(first.total, *hedges_of([first]), state.filters.currency)
    if first.total == found.total:
        return Sentence("all of it", f"is for {name}; nobody else has a counted sum in this selection.", slide)
    said = f"of it{aside} is for {name}, {'the largest sum' if others else 'all that single countries have'}"
    return Sentence(state.money(first.total), f"{said}{f'; {follow} follow' if len(others) > 1 else f'; {follow} follows' if others else ''}.", slide)


def how_firm(state: State, found: Totals) -> Sentence:
    """What is committed, what is paid out, what is only pledged."""
    committed, paid, total = found.by_basis["committed"], found.by_basis["disbursed"], found.total or Decimal(0)
    pledged = found.by_basis["headline"] - found.by_basis["announced"]
    slide = state.place("chart:funding-ladder", "gaps")
    share = f", {parts.share(committed, total)} of the total" if state.filters.basis in ("headline", "announced", "budgeted") and total else ""
    paid_words = f"{state.money(paid)} has been paid out" if paid else "nothing is known to be paid out"
    pledged_words = f"{state.money(pledged)} more is only pledged" if pledged else "no pledge comes on top"
    if not committed and not paid:
        only = f"{state.money(pledged)} is only pledged" if pledged else "nor is any pledge known"
        return Sentence("nothing", f"is known to be committed or paid out; {only}.", slide)
    return Sentence(state.money(committed), f"is committed{share}; {paid_words}, and {pledged_words}.", slide)


def what_is_new(state: State) -> Sentence:
    """What was announced lately and counts, and the largest of it."""
    slide = state.place("changes", "chart:funding-over-time", "initiatives")
    newest = newest_counted(state.filters)
    since = newest - timedelta(days=NEW_DAYS) if newest else None
    recent = since_day(state.filters, since.isoformat()) if since else None
    if newest is None or since is None or recent is None:
        return Sentence("nothing", "that counts has a day in this selection.", slide)
    found, largest = totals(recent), counted_entries(recent, 1)[0]
    words = f"{formats.day(since.isoformat())} up to the newest, {formats.day(newest.isoformat())}"
    many = formats.counted(found.counted_entries, "entry", "entries")
    which = f"the largest is {state.money(largest.counts)}, {largest.initiative}" if found.counted_entries > 1 else f"it is for {largest.initiative}"
    said = f"comes from {many} announced from {words}; {which}."
    return Sentence(state.money(found.total), said, slide)


def since_day(filters: Filters, first: str) -> Filters | None:
    """The filters from a day on; None where they end before it."""
    if filters.from_ and str(filters.first_day) >= first:
        return filters
    if filters.last_day and str(filters.last_day) < first:
        return None
    return Filters.model_validate(filters.model_dump(by_alias=True) | {"from": first, "first_day": first})


def what_is_disputed(state: State) -> Sentence:
    """How stances fall, and who doubts most."""
    sums = comment_sums(state.filters)
    slide = state.place("chart:commentary-stance", "voices")
    if not sums.comments:
        return Sentence("nobody", "is recorded as commenting on these initiatives; that is silence in the record, not consent.", slide)
    doubting = sums.stances["critical"] + sums.stances["cautious"]
    doubters = max((one for one in by_actor(state.filters) if one.comments >= LEAST_COMMENTS), key=share_of_doubt, default=None)
    supportive = sums.stances["supportive"]
    if sums.comments == 1:
        stance = "critical or cautious" if doubting else "supportive" if supportive else "neutral"
        return Sentence("one voice", f"alone is recorded as commenting on these initiatives; it is {stance}.", slide)
    verb = "is" if doubting == 1 else "are"
    said = f"recorded comments {verb} critical or cautious, {formats.count(supportive) if supportive else 'none'} supportive"
    more = f"; of {PLURALS[doubters.value]} {doubters.doubting} of {doubters.comments} doubt" if doubters and doubters.doubting else ""
    return Sentence(f"{formats.count(doubting)} of {formats.count(sums.comments)}", f"{said}{more}.", slide)


def _sum(state: State, one: CountryFunding) -> str:
    return f"{state.money(one.total)}{hedged.aside(one.total, *hedges_of([one]), state.filters.currency)}"


def share_of_doubt(tally: Tally) -> tuple[float, int]:
    """Critical and cautious comments as a part of all, larger groups first among equals."""
    return tally.doubting / tally.comments, tally.comments


def leaders(funding: list[CountryFunding]) -> list[CountryFunding]:
    """Single countries and the European Union with a counted sum, the largest first."""
    single = [row for row in funding if row.country != JOINT and row.total]
    return sorted(single, key=lambda row: (-(row.total or 0), row.country))
