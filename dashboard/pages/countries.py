"""Countries: every owner in the record with what it counts, as a list."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse

from dashboard.charts import hedged
from dashboard.filters import Filters
from dashboard.pages import chart_files, drawings, links
from dashboard.pages.bounds import left_out_words
from dashboard.pages.drawings.bars import place, width_of
from dashboard.pages.frame import public_page, show
from dashboard.pages.why import why
from dashboard.pages.words import Part, Sentence, actors_in_words, said, scopes_in_words, share_in_words, verb
from dashboard.queries.cells import cells
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.rows import CountryFunding, Totals
from dashboard.queries.totals import totals
from initiatives import formats
from initiatives.vocabulary import JOINT


@dataclass(frozen=True, slots=True)
class Row:
    """One owner: its money, its bar on the scale of the largest, and its result in words."""

    funding: CountryFunding
    address: str
    width: str
    words: str


@public_page
def countries(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Every owner in the record, the largest first."""
    found = cells(filters)
    funding = funding_by_country(filters, found)
    total = totals(filters, found)
    return show(
        request, "pages/countries.html", filters, section="countries", per=True,
        totals=total, rows=rows(filters, [one for one in funding if one.total != 0]), silent=[one for one in funding if one.total == 0],
        files=chart_files.TABLES, others=beside_countries(filters), ladder=drawings.ladder(total.by_basis, filters.basis),
        headline=headline(filters, total), lead=lead(filters, funding, total), why=why(filters, found, total), left_out=left_out_words(filters),
        scope_words=scopes_in_words(filters.scope),
    )  # fmt: skip


def beside_countries(filters: Filters) -> list[tuple[str, str]]:
    """The other parameters of the address, which a comparison keeps."""
    return [(name, value) for name, value in filters.pairs(page=None) if name not in ("country", "region")]


def rows(filters: Filters, funding: list[CountryFunding]) -> list[Row]:
    """The owners as lines of the table."""
    largest = max((one.total or Decimal(0) for one in funding), default=Decimal(0))
    return [
        Row(one, address(filters, one.country), place(width_of(one.total, largest)) if one.total else "", result(filters, one)) for one in funding
    ]


def address(filters: Filters, code: str) -> str:
    """The profile of a country; of joint efforts their ledger."""
    return links.to("ledger", filters, keep="all", country=JOINT) if code == JOINT else links.to("country", filters, code)


def result(filters: Filters, one: CountryFunding) -> str:
    """The sum, or which of undisclosed, not convertible and nothing it is."""
    if one.total is None:
        return "not convertible" if one.not_convertible and not one.undisclosed else formats.UNDISCLOSED
    return formats.money(one.total, filters.currency) if one.total else "nothing"


def headline(filters: Filters, total: Totals) -> Sentence:
    """`59 countries and the European Union have announced $314 bn for AI.`"""
    if not total.total:
        return said(f"Nobody {verb(filters.basis, many=False)} money for {scopes_in_words(filters.scope)} in this selection.")
    return said(
        "{who} {verb} {sum} for {scope}{hedge}.",
        who=actors_in_words(total.countries, total.has_union),
        verb=verb(filters.basis, many=total.countries > 1 or total.has_union),
        sum=Part(formats.money(total.total, filters.currency), links.to("ledger", filters, keep="all", step="counted", per=None)),
        scope=scopes_in_words(filters.scope),
        hedge=hedged.aside(total.total, total.ceiling, total.at_least, filters.currency),
    )


def lead(filters: Filters, funding: list[CountryFunding], total: Totals) -> Sentence:
    """Who leads and how much of it three hold."""
    first = [one for one in funding if one.total and one.country != JOINT][:3]
    if len(first) < 3:
        return said("Every owner of an initiative is listed, with or without money at this basis.")
    held = sum((one.total or Decimal(0) for one in first), Decimal(0))
    named = [Part(one.country_name, links.to("country", filters, one.country)) for one in first]
    return said(
        "{a}, {b} and {c} hold " + share_in_words(held, total.total) + " of it. Countries with nothing at this basis are listed too.",
        a=named[0],
        b=named[1],
        c=named[2],
    )
