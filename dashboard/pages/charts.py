"""The charts: a gallery of questions, and one chart with its table, notes, sources and downloads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse

from dashboard import charts, short
from dashboard.charts import AnyChart
from dashboard.filters import Filters
from dashboard.pages import chart_files, citing, drawings, drawn, links, snippets, statements
from dashboard.pages.bounds import left_out_words
from dashboard.pages.frame import public_page, show
from dashboard.pages.joint_words import joint_words
from dashboard.pages.rests import rests
from dashboard.pages.why import why
from dashboard.pages.words import share_in_words
from dashboard.queries import editions, together
from dashboard.queries.cells import Cell, cells
from dashboard.queries.composition import composition
from dashboard.queries.every_chart import of_every_chart
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.funding_ladder import funding_ladder
from dashboard.queries.joint_efforts import joint_efforts
from dashboard.queries.ledger import largest_entries, source_tiers
from dashboard.queries.money_flows import money_flows
from dashboard.queries.totals import totals
from dashboard.queries.why_this_total import why_this_total

TABS: Final = (("", "Chart"), ("table", "Table"), ("notes", "Notes"))
WITH_SHARES: Final = frozenset({"funding-by-country", "funding-map"})
WITH_JOINT_BAR: Final = frozenset({"funding-by-country", "funding-ladder"})
HOW_MUCH: Final = frozenset({"funding-by-country", "funding-map", "funding-over-time", "funding-ladder", "why-this-total", "composition"})
GROUPS: Final = (
    ("How much, where, how firm", "money is counted once; green is money as such"),
    ("Who pays, who takes part, what is said", "counts of people, initiatives and megawatts are grey"),
)
OF_CELLS: Final[Mapping[str, Callable[[Filters, list[Cell]], Sequence[Any]]]] = {
    "funding-by-country": funding_by_country,
    "funding-map": funding_by_country,
    "funding-ladder": funding_ladder,
    "why-this-total": why_this_total,
    "composition": composition,
    "money-flows": money_flows,
}


@dataclass(frozen=True, slots=True)
class Card:
    """One chart of the gallery: its drawing with the question, and the first sentence of its answer."""

    drawn: drawn.Drawn
    answer: str


@public_page
def gallery(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Every chart as a question with its answer, those of how much money there is first."""
    found = cells(filters)
    together.ask(of_every_chart(filters))
    cards = {kind.slug: card(kind, rows_of(kind, filters, found), filters) for kind in charts.ALL}
    first = [shown for slug, shown in cards.items() if slug in HOW_MUCH]
    others = [shown for slug, shown in cards.items() if slug not in HOW_MUCH]
    groups = [(words, said, some) for (words, said), some in zip(GROUPS, (first, others), strict=True)]
    return show(request, "pages/gallery.html", filters, section="charts", per=True, groups=groups, number=len(cards), selection=filters.as_query())


def rows_of(kind: AnyChart, filters: Filters, found: list[Cell]) -> Sequence[Any]:
    """The rows of one chart, from the cells of the selection where it is made of them."""
    return OF_CELLS[kind.slug](filters, found) if kind.slug in OF_CELLS else kind.rows(filters)


def card(kind: AnyChart, rows: Sequence[Any], filters: Filters) -> Card:
    """One chart of the gallery with its answer in a sentence."""
    first, mark, _ = kind.brief(rows, filters).partition(". ")
    return Card(drawn.thumb(kind, rows, filters), f"{first}{mark.strip()}")


@public_page
def chart(request: HttpRequest, filters: Filters, slug: str) -> HttpResponse:
    """One chart: drawing, table or notes, and where its figures come from."""
    kind = get_or_404(slug)
    found = cells(filters) if kind.group == "money" else []
    rows = rows_of(kind, filters, found)
    about = about_money(kind, filters, found) if kind.group == "money" else {"rests": rests(slug, filters)}
    now = charts.stamp(filters)
    taken = taken_along(request, kind, filters, now)
    page = show(
        request, "pages/chart.html", filters, section="charts", per=slug in WITH_SHARES, switches=kind.switches, divisions=kind.divisions, **about,
        kind=kind, rows=rows, tabs=TABS, tab=filters.view if filters.view in ("table", "notes") else "", question=kind.question(filters),
        subtitle=kind.subtitle(filters, now), answer=kind.answer(rows, filters), summary=kind.summary(rows, filters), now=now,
        notes_of_chart=kind.notes(rows, filters), drawn=drawn.whole(kind, rows, filters), table=f"tables/{slug}.html", sources=kind.sources(filters),
        **taken,
    )  # fmt: skip
    page.headers["Link"] = snippets.announced(request, taken["discovery"])
    return page


def taken_along(request: HttpRequest, kind: AnyChart, filters: Filters, now: charts.Stamp) -> dict[str, Any]:
    """What a reader takes from the page: files, the code of a frame, and how it is cited."""
    here = links.to("chart", editions.pinned(filters), kind.slug, keep="all", view=None, page=None)
    printed = short.shortened(here)
    page = request.build_absolute_uri(links.to("chart", filters, kind.slug, keep="all", view=None))
    counted = filters.in_words() if kind.group == "money" else "; ".join(kind.counting(filters))
    return {
        "files": chart_files.row(filters, kind.slug),
        "table_files": chart_files.tables(filters, kind.slug),
        "cuts": chart_files.cuts(filters, kind.slug),
        "snippets": snippets.snippets(request, kind, filters),
        "discovery": snippets.discovery(page),
        "citation": citing.cite(kind.slug, kind.question(filters), counted, now, request.build_absolute_uri(printed)),
        "cited_in_full": request.build_absolute_uri(here) if printed != here else "",
    }


def get_or_404(slug: str) -> AnyChart:
    """The chart of a slug. Raises Http404 naming the charts that there are."""
    try:
        return charts.get(slug)
    except charts.UnknownChart as error:
        raise Http404(str(error)) from error


def about_money(kind: AnyChart, filters: Filters, found: list[Cell]) -> dict[str, Any]:
    """Beside a chart of money: why its total, the largest sums in it, and how well they are sourced."""
    total = totals(filters, found)
    largest = largest_entries(filters)
    share = share_in_words(statements.summed(entry.counts for entry in largest), total.total or Decimal(0))
    return {
        "totals": total,
        "joint": joint_words(joint_efforts(filters), filters, own_bar=kind.slug in WITH_JOINT_BAR),
        "ladder": drawings.ladder(total.by_basis, filters.basis),
        "why": why(filters, found, total, draws=kind.slug != "why-this-total"),
        "left_out": left_out_words(filters),
        "largest": statements.singles(largest),
        "largest_share": share,
        "tiers": source_tiers(filters),
    }
