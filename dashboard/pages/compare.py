"""Two to six countries side by side on one scale; fewer, more or unknown ones lead to a page where they are chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from dashboard.filters import FilterError, Filters
from dashboard.pages import chart_files, drawings, links
from dashboard.pages.bounds import left_out_words
from dashboard.pages.compare_choosing import choosing
from dashboard.pages.compare_differences import differences
from dashboard.pages.compare_lines import lines
from dashboard.pages.compare_words import entries, headline, lead
from dashboard.pages.drawings.bars import Bar, Piece, Rung, place, width_of
from dashboard.pages.drawings.columns import Columns
from dashboard.pages.frame import public_page, show
from dashboard.pages.home import by_origin
from dashboard.pages.words import Part, scopes_in_words
from dashboard.queries.compared import Compared
from dashboard.queries.comparison import MOST, comparison, problem_of
from dashboard.queries.gaps import Gap
from initiatives import formats
from initiatives.names.countries import name_of
from initiatives.vocabulary import JOINT

PEOPLE_WIDTH: Final = Decimal(72)  # percent of the drawing; the rest is for the figure beside the longest bar
HOMES_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Scales:
    """What the longest mark of each row of drawings stands for: of the ladders, of the columns by year, and of the bars of organizations."""

    highest: Decimal
    tallest: Decimal
    most: int


@dataclass(frozen=True, slots=True)
class Side:
    """One country as a column: its drawings on the scales that all columns share, and the way to leave it out."""

    code: str
    name: str
    address: str
    without: str
    facts: tuple[Part, ...]
    why: str
    ladder: tuple[Rung, ...]
    split: tuple[Piece, ...]
    years: Columns
    people: tuple[tuple[str, str, str, str], ...]
    abroad: str
    balance: Bar
    comments: int
    gap: Gap


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """The comparison, or the page where its countries are chosen. Raises FilterError where another filter cannot be used."""
    try:
        return side_by_side(request)
    except FilterError as error:
        if any(problem.field != "country" for problem in error.problems):
            raise
        return choosing(request, error.kept, error.problems, status=400)


@public_page
def side_by_side(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Two to six countries; what is no such choice is answered in words."""
    problem = problem_of(filters)
    if problem is not None:
        return choosing(request, filters, [problem] if len(filters.country) > 1 or filters.excluded("country") or JOINT in filters.country else [])
    found = comparison(filters)
    shared = shared_scales(found)
    return show(
        request, "pages/compare.html", filters, section="compare", per=True, found=found, sides=sides(found, filters, shared),
        headline=headline(found, filters), lead=lead(found, filters), differences=differences(found, filters), lines=lines(found, filters),
        scales=scales(shared, filters), files=chart_files.TABLES, origins=[origin for origin in drawings.STACK if is_drawn(found, origin)],
        scope_words=scopes_in_words(filters.scope), left_out=left_out_words(filters), can_add=len(found) < MOST,
    )  # fmt: skip


def is_drawn(found: Sequence[Compared], origin: str) -> bool:
    """Whether any column shows money of an origin."""
    return any(origins.get(origin) for one in found for origins in one.years.values())


def shared_scales(found: Sequence[Compared]) -> Scales:
    """The largest of each kind in any column."""
    return Scales(
        highest=max((amount for one in found for amount in one.totals.by_basis.values()), default=Decimal(0)),
        tallest=max((sum(origins.values(), Decimal(0)) for one in found for origins in one.years.values()), default=Decimal(0)),
        most=max(max(one.at_home, one.from_abroad) for one in found),
    )


def sides(found: Sequence[Compared], filters: Filters, shared: Scales) -> list[Side]:
    """The columns in the order of the address."""
    spoken = {bar.value: bar for bar in drawings.balance([(one.code, one.name, one.stances) for one in found])}
    known = sorted({year for one in found for year in one.years})
    years = [str(year) for year in range(int(known[0]), int(known[-1]) + 1)] if known else []
    return [
        Side(
            code=one.code, name=one.name, address=links.to("country", filters, one.code), without=f"?{filters.without('country', one.code)}",
            facts=facts(one, filters), why=links.to("chart", filters, "why-this-total", keep="all", country=one.code, region=None, sort=None),
            ladder=drawings.ladder(one.totals.by_basis, filters.basis, shared.highest), split=drawings.split(by_origin(one.totals)),
            years=drawings.columns(
                one.years, years, shared.tallest, partial(formats.money, currency=filters.currency), partial(of_year, one, filters)
            ),
            people=people(one, shared.most), abroad=abroad(one), balance=spoken[one.code], comments=one.comments, gap=one.gap,
        )
        for one in found
    ]  # fmt: skip


def of_year(one: Compared, filters: Filters, year: str) -> str:
    """The entries of one country that were announced in a year."""
    return entries("", one, filters, from_=year, to=year).address or ""


def facts(one: Compared, filters: Filters) -> tuple[Part, ...]:
    """`$6.81 bn · 0.159 % of GDP · $55.3 a person`."""
    funding = one.funding
    if not funding.total:
        return (Part(formats.UNDISCLOSED if funding.total is None else "nothing at this basis"),)
    found = [entries(formats.money(funding.total, filters.currency), one, filters)]
    if funding.gdp_percent is not None:
        found.append(Part(f" · {formats.percent(funding.gdp_percent)} of GDP"))
    if funding.per_person is not None:
        found.append(Part(f" · {formats.money(funding.per_person, filters.currency)} a person"))
    return tuple(found)


def people(one: Compared, most: int) -> tuple[tuple[str, str, str, str], ...]:
    """Label, look, width and words of the two bars: from home, and from abroad with its share."""
    share = f", {formats.percent(Decimal(one.from_abroad) / one.organizations * 100)}" if one.from_abroad else ""
    bars = (("home", "here", one.at_home, ""), ("abroad", "there", one.from_abroad, share))
    return tuple(
        (label, look, place(width_of(Decimal(number), Decimal(most), PEOPLE_WIDTH)), f"{number}{words}") for label, look, number, words in bars
    )


def abroad(one: Compared) -> str:
    """`Most from abroad: United States 4, Belgium 1`."""
    named = [f"{name_of(home)} {number}" for home, number in list(one.abroad.items())[:HOMES_NAMED]]
    more = len(one.abroad) - len(named)
    words = f"Most from abroad: {', '.join(named)}{f' and {more} more' if more > 0 else ''}" if named else "Nobody from abroad"
    return f"{words}; {one.home_unknown} of unknown home" if one.home_unknown else words


def scales(shared: Scales, filters: Filters) -> str:
    """What the longest mark of each row of drawings stands for."""
    pieces = [
        *([f"ladders to {formats.money(shared.highest, filters.currency)}"] if shared.highest else []),
        "origins as shares of each sum",
        *([f"columns by year to {formats.money(shared.tallest, filters.currency)}"] if shared.tallest else []),
        *([f"organizations to {shared.most}"] if shared.most else []),
        "comments in number",
    ]
    return f"One scale in each row of drawings: {', '.join(pieces)}. A column names its largest year."
