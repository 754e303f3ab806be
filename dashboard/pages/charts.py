"""The charts: a gallery of questions, and one chart with its table, notes, sources and downloads."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse

from dashboard import charts
from dashboard.charts import AnyChart
from dashboard.filters import Filters
from dashboard.pages import chart_files, citing, drawings, drawn, links, snippets, statements
from dashboard.pages.frame import public_page, show
from dashboard.pages.joint_words import joint_words
from dashboard.pages.words import share_in_words
from dashboard.queries import editions
from dashboard.queries.cells import Cell, cells
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.joint_efforts import joint_efforts
from dashboard.queries.ledger import largest_entries, source_tiers
from dashboard.queries.rows import Totals
from dashboard.queries.totals import totals
from dashboard.queries.why_this_total import why_this_total
from initiatives import formats

TABS: Final = (("", "Chart"), ("table", "Table"), ("notes", "Notes"))
WITH_SHARES: Final = frozenset({"funding-by-country", "funding-map"})


@public_page
def gallery(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Every chart as a question with its answer."""
    shown = all_rows(filters)
    cards = [card(chart, rows, filters) for chart, rows in shown]
    return show(request, "pages/gallery.html", filters, section="charts", per=True, cards=cards, number=len(cards))


def all_rows(filters: Filters) -> list[tuple[AnyChart, Sequence[Any]]]:
    """Every chart with its rows; what is the same for several is asked once."""
    found = cells(filters)
    funding = funding_by_country(filters, found)
    known: dict[str, Sequence[Any]] = {"funding-by-country": funding, "funding-map": funding, "why-this-total": why_this_total(filters, found)}
    return [(chart, known[chart.slug] if chart.slug in known else chart.rows(filters)) for chart in charts.ALL]


def rows_of(kind: AnyChart, filters: Filters, found: list[Cell]) -> Sequence[Any]:
    """The rows of one chart, from the cells of the selection where it is made of them."""
    if kind.slug in ("funding-by-country", "funding-map"):
        return funding_by_country(filters, found)
    return why_this_total(filters, found) if kind.slug == "why-this-total" else kind.rows(filters)


def card(chart: AnyChart, rows: Sequence[Any], filters: Filters) -> tuple[drawn.Drawn, str]:
    """One chart of the gallery with its answer."""
    return drawn.thumb(chart, rows, filters), chart.brief(rows, filters)


@public_page
def chart(request: HttpRequest, filters: Filters, slug: str) -> HttpResponse:
    """One chart: drawing, table or notes, and where its figures come from."""
    kind = get_or_404(slug)
    found = cells(filters) if kind.group == "money" else []
    rows = rows_of(kind, filters, found)
    money = about_money(kind, filters, found) if kind.group == "money" else {}
    now = charts.stamp(filters)
    return show(
        request, "pages/chart.html", filters, section="charts", per=slug in WITH_SHARES, switches=kind.switches, divisions=kind.divisions, **money,
        kind=kind, rows=rows, tabs=TABS, tab=filters.view if filters.view in ("table", "notes") else "", question=kind.question(filters),
        subtitle=kind.subtitle(filters, now), answer=kind.answer(rows, filters), summary=kind.summary(rows, filters), now=now,
        notes_of_chart=kind.notes(rows, filters), drawn=drawn.whole(kind, rows, filters), table=f"tables/{slug}.html", sources=kind.sources(filters),
        **taken_along(request, kind, filters, now),
    )  # fmt: skip


def taken_along(request: HttpRequest, kind: AnyChart, filters: Filters, now: charts.Stamp) -> dict[str, Any]:
    """What a reader takes from the page: files, the code of a frame, and how it is cited."""
    here = links.to("chart", editions.pinned(filters), kind.slug, keep="all", view=None)
    page = request.build_absolute_uri(links.to("chart", filters, kind.slug, keep="all", view=None))
    counted = filters.in_words() if kind.group == "money" else "; ".join(kind.counting(filters))
    return {
        "files": chart_files.row(filters, kind.slug),
        "table_files": chart_files.tables(filters, kind.slug),
        "cuts": chart_files.cuts(filters, kind.slug),
        "snippets": snippets.snippets(request, kind, filters),
        "discovery": snippets.discovery(request, page),
        "citation": citing.cite(kind.slug, kind.question(filters), counted, now, request.build_absolute_uri(here)),
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
        "joint": joint_words(joint_efforts(filters), filters, own_bar=kind.slug == "funding-by-country"),
        "ladder": drawings.ladder(total.by_basis, filters.basis),
        "why": why(kind, filters, found, total),
        "largest": statements.singles(largest),
        "largest_share": share,
        "tiers": source_tiers(filters),
    }


def why(kind: AnyChart, filters: Filters, found: list[Cell], total: Totals) -> dict[str, Any] | None:
    """The waterfall and its steps; none on its own page or where nothing was published."""
    if not total.published:
        return None
    steps = why_this_total(filters, found)
    waterfall = charts.get("why-this-total")
    drawing = None if kind.slug == waterfall.slug else drawn.whole(waterfall, steps, filters, "below-")
    words = f"Why is the total {formats.money(total.total, filters.currency)}, and not {formats.money(total.published, filters.currency)}?"
    return {"steps": steps, "drawn": drawing, "words": words}
