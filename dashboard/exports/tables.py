"""Which rows stand in which download, with its heading; must not know formats or requests."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings

from dashboard import charts
from dashboard.charts import initiative_timeline
from dashboard.exports import columns
from dashboard.exports.table import Heading, Table
from dashboard.filters import Filters
from dashboard.queries import editions
from dashboard.queries.changes import moved, needed
from dashboard.queries.comment_stream import comment_stream
from dashboard.queries.comparison import comparison
from dashboard.queries.composition import composition_stream
from dashboard.queries.dependence import dependence
from dashboard.queries.entries import entry_row_stream
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.funding_ladder import funding_ladder
from dashboard.queries.funding_over_time import funding_over_time
from dashboard.queries.initiative_list import initiative_stream
from dashboard.queries.ledger import ledger_entries
from dashboard.queries.money_flows import money_flow_stream
from dashboard.queries.organization_list import organization_stream
from dashboard.queries.participants import participants_by_country
from dashboard.queries.providers import rate_providers
from dashboard.queries.publications import Publications, publications
from dashboard.queries.quantities import promised
from dashboard.queries.readiness import Needs
from dashboard.queries.why_this_total import why_this_total
from initiatives import formats

Rows = Callable[[Filters], Iterable[Any]]
DIVISORS: Final = "GDP and population: IMF World Economic Outlook"
WITHOUT_MONEY: Final = ("participants-by-country", "dependence", "initiative-timeline", "commentary-stance", "energy-and-compute", "commentary")
# Which rows of the record a download rests on, where these are not the entries that count.
RESTS_ON: Final[Mapping[str, str]] = {
    "participants-by-country": "participants",
    "dependence": "participants",
    "organizations": "participants",
    "initiative-timeline": "initiatives",
    "initiatives": "initiatives",
    "commentary-stance": "comments",
    "commentary": "comments",
    "energy-and-compute": "quantities",
    "ledger": "entries",
}

CHART_ROWS: Final[Mapping[str, Rows]] = {
    "funding-by-country": funding_by_country,
    "funding-map": funding_by_country,
    "funding-over-time": funding_over_time,
    "participants-by-country": participants_by_country,
    "why-this-total": why_this_total,
    "dependence": dependence,
    "initiative-timeline": initiative_timeline.as_drawn,
    "commentary-stance": charts.get("commentary-stance").rows,
    "energy-and-compute": promised,
    "funding-ladder": funding_ladder,
    "money-flows": money_flow_stream,
    "composition": composition_stream,
}


@dataclass(frozen=True, slots=True)
class List:
    """One list of the site: its title, the question it answers, its rows in the order of the screen."""

    title: str
    question: str
    rows: Rows


# Lists that read further states of the record than the one their filters name.
NEEDS: Final[Mapping[str, Needs]] = {"changes": needed}
LISTS: Final[Mapping[str, List]] = {
    "initiatives": List("Initiatives", "Which initiatives are recorded, and what does each count?", initiative_stream),
    "ledger": List(
        "Ledger", "What has been said about money, and why does each statement count as it does?", lambda f: entry_row_stream(ledger_entries(f), f)
    ),
    "organizations": List("Organizations", "Who takes part, and who pays?", organization_stream),
    "changes": List("Changes", "What moved between two days, and because of which entries?", moved),
    "compare": List("Comparison", "How do these countries differ?", comparison),
    "commentary": List("Commentary", "Who says what about these initiatives?", comment_stream),
}


def chart_table(slug: str, filters: Filters, site: str = "") -> Table:
    """The figures of a chart, every row of them; `site` is scheme and host, else PUBLIC_ADDRESS. Raises UnknownChart in words."""
    chart = charts.get(slug)
    heading = _heading(slug, chart.name, chart.question(filters), chart.subtitle(filters, charts.stamp(filters)), filters, site)
    rows = CHART_ROWS[slug](filters)
    return Table(
        heading, columns.CHARTS[slug], rows, lambda: chart.workbook_native(chart.rows(filters), filters), lambda: publications_of(slug, filters)
    )


def list_table(name: str, filters: Filters, site: str = "") -> Table:
    """A whole list, every row that matches in the order of the screen; `site` as above. Raises KeyError for a list that does not exist."""
    listed = LISTS[name]
    heading = _heading(name, listed.title, listed.question, filters.in_words(), filters, site)
    return Table(heading, columns.LISTS[name], listed.rows(filters), publications=lambda: publications_of(name, filters))


def publications_of(name: str, filters: Filters) -> Publications:
    """The publications that the rows of a download rest on; of money those behind what counts."""
    return publications(filters, RESTS_ON.get(name, "counted"))


def _heading(name: str, title: str, question: str, subtitle: str, filters: Filters, site: str) -> Heading:
    edition = editions.current()
    return Heading(
        name=name,
        title=title,
        question=question,
        subtitle=subtitle,
        filters=filters,
        sources=sources(name, filters),
        edition=edition.number,
        day=edition.as_of(filters),
        made=edition.day,
        has_money=name not in WITHOUT_MONEY,
        site=site or settings.PUBLIC_ADDRESS,
    )


def sources(name: str, filters: Filters) -> tuple[str, ...]:
    """What the figures rest on beside the articles that the record cites; only what this selection uses."""
    if name in WITHOUT_MONEY:
        return ()
    providers = rate_providers(filters)
    rates = [f"Rates of the announcement day: {formats.listed(providers)}"] if providers else []
    return (*rates, DIVISORS) if name in ("funding-by-country", "funding-map", "compare") else tuple(rates)
