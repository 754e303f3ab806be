"""The home page: the state of the field in one screen, every number a link to what is behind it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from django.http import HttpRequest, HttpResponse

from dashboard import charts
from dashboard.charts import hedged, parts
from dashboard.charts.funding_over_time import days_of, words_of
from dashboard.filters import Filters
from dashboard.pages import disputes, drawings, drawn, links, statements
from dashboard.pages.bounds import left_out_words
from dashboard.pages.frame import public_page, show
from dashboard.pages.lately import lately
from dashboard.pages.why import why
from dashboard.pages.words import FIRMNESS, Part, Sentence, actors_in_words, said, scopes_in_words, verb
from dashboard.queries.cells import cells
from dashboard.queries.comments import CommentSums, by_aspect, comment_sums, disputed, doubted
from dashboard.queries.disputed_figures import disputed_figures
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.ledger import newest_entries
from dashboard.queries.rows import PeriodFunding, Totals
from dashboard.queries.totals import totals
from initiatives import formats
from initiatives.ledger.values import BASES

MAP_WIDTH: Final = 686  # pixels: seven of twelve columns
SIDE_WIDTH: Final = 481  # pixels: five of twelve columns
NEWEST: Final = 7
DOUBTED: Final = 12
DISPUTED: Final = 3
CONTRADICTIONS: Final = 4


@public_page
def home(request: HttpRequest, filters: Filters) -> HttpResponse:
    """How much, where, when, how firm, what is new, and what is doubted."""
    found = cells(filters)
    total = totals(filters, found)
    funding = funding_by_country(filters, found, divided=filters.per != "total", shared=False)
    over_time = charts.get("funding-over-time")
    figures, newest = disputed_figures(filters), newest_entries(filters, NEWEST)
    voices, years = comment_sums(filters), over_time.rows(filters)
    return show(
        request, "pages/home.html", filters, totals=total, headline=headline(filters, total), once=once(filters, total),
        scope_words=scopes_in_words(filters.scope), asked=parts.VERBS[filters.basis],
        ladder=drawings.ladder(total.by_basis, filters.basis), split=drawings.split(by_origin(total)),
        map=drawn.small(charts.get("funding-map"), funding, filters, MAP_WIDTH, "home-"),
        ranking=drawn.small(charts.get("funding-by-country"), funding, filters, SIDE_WIDTH, "home-"),
        over_time=drawn.small(over_time, years, filters, SIDE_WIDTH, "home-"), heaviest=heaviest(filters, years),
        newest=statements.singles(newest), voices=voices, who_speaks=who_speaks(voices),
        doubts=drawings.balance([(one.value, one.words, one.stances) for one in doubted(by_aspect(filters), DOUBTED)]),
        disputed=disputed(filters, DISPUTED), why=why(filters, found, total), lately=lately(filters, newest[0].announced_on if newest else None),
        left_out=left_out_words(filters), contradictions=disputes.told(figures, filters, CONTRADICTIONS), contradict=disputes.heading(figures),
    )  # fmt: skip


def by_origin(total: Totals) -> dict[str, Decimal | None]:
    """The counted total by origin."""
    return {"public": total.public, "mixed": total.mixed, "private": total.private, "unknown": total.unknown}


def headline(filters: Filters, total: Totals) -> Sentence:
    """`59 countries and the European Union have announced $314 bn for AI. $125 bn of it is committed, and $13.0 bn has been paid out.`"""
    scope = scopes_in_words(filters.scope)
    if not total.total:
        return said(f"In this selection nothing for {scope} is {FIRMNESS[filters.basis]}.")
    several = total.countries + total.has_union > 1
    opening = said(
        "{who} {verb} {sum} for {scope}{hedge}.",
        who=actors_in_words(total.countries, total.has_union) if total.countries or total.has_union else "Several owners together",
        verb=verb(filters.basis, many=several or not total.countries + total.has_union),
        sum=counted(total.total, filters, filters.basis),
        scope=scope,
        hedge=hedged.aside(total.total, total.ceiling, total.at_least, filters.currency),
    )
    return (*opening, *firmer(filters, total))


def firmer(filters: Filters, total: Totals) -> Sentence:
    """What of it is committed and what is paid out, where those are firmer than the chosen basis."""
    committed, paid = total.by_basis["committed"], total.by_basis["disbursed"]
    chosen = BASES.index(filters.basis)
    if chosen >= BASES.index("disbursed"):
        return ()
    last = (counted(paid, filters, "disbursed"), Part(" has been paid out.")) if paid else (Part("nothing has been paid out."),)
    if chosen >= BASES.index("committed"):
        return (Part(" Of it "), *last)
    first = (
        (counted(committed, filters, "committed"), Part(" of it is committed, and ")) if committed else (Part("Nothing of it is committed, and "),)
    )
    return (Part(" "), *first, *last)


def counted(amount: Decimal, filters: Filters, basis: str) -> Part:
    """A counted sum that opens the entries which make it up."""
    return Part(formats.money(amount, filters.currency), links.to("ledger", filters, keep="all", basis=basis, step="counted", sort=None))


def once(filters: Filters, total: Totals) -> Sentence:
    """How much was published in how many statements, and why less is counted."""
    if not total.statements:
        return said("The record has no statement on money in this selection. That is silence in the record: it is unknown, not zero.")
    return said(
        "Each sum is counted once: {published} was published in {statements}, most of it intentions or the same money inside a larger sum. {why}",
        published=formats.money(total.published, filters.currency),
        statements=Part(formats.counted(total.statements, "statement"), links.to("ledger", filters, keep="all", sort=None)),
        why=Part("Why this total", links.to("chart", filters, "why-this-total", keep="all", sort=None)),
    )


def heaviest(filters: Filters, rows: Sequence[PeriodFunding]) -> Sentence:
    """`58 % of it was announced in 2025; of that year’s $183 bn $47.1 bn is plainly public, and $83.2 bn joins state and company money …`."""
    known = [row for row in rows if row.total]
    if len(known) < 2 or filters.period == "phased":
        return ()
    most = max(known, key=lambda row: row.total or 0)
    days = days_of(most.period, filters)
    share = f"{parts.share(most.total or Decimal(0), rows[-1].cumulative)} of it was {parts.VERBS[filters.basis]} in {words_of(most.period)}"
    found = [Part(f"{share}: "), parts.entries(formats.money(most.total, filters.currency), filters, **days)]
    if most.public:
        found += [Part(", of which "), parts.entries(formats.money(most.public, filters.currency), filters, origin="public", **days)]
        found += [Part(" is plainly public")]
    if most.mixed:
        found += [
            Part(", and " if most.public else ", of which "),
            parts.entries(formats.money(most.mixed, filters.currency), filters, origin="mixed", **days),
        ]
        found += [Part(" joins state and company money in one figure")]
    return (*found, Part("."))


def who_speaks(voices: CommentSums) -> Sentence:
    """`374 of 583 recorded comments are supportive, and 316 come from officials; 462 speakers have an interest, recorded beside the comment.`"""
    if not voices.comments:
        return said("No comment is recorded in this selection; that is silence, not consent.")
    supportive, all_of_them = formats.count(voices.stances.get("supportive", 0)), formats.counted(voices.comments, "recorded comment")
    return said(
        f"{supportive} of {all_of_them} are supportive, and {formats.count(voices.officials)} come from officials; "
        f"in {formats.count(voices.interested)} the speaker has an interest, recorded beside the comment."
    )
