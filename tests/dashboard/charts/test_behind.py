"""The law of marks: the list that a mark opens makes up the mark, in every chart and under every filter that it can be asked with."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict

from dashboard import charts
from dashboard.charts import behind
from dashboard.charts.chart import WIDE
from dashboard.figures import flow_layout
from dashboard.figures.labels import Labels
from dashboard.figures.participant_bars import REST
from dashboard.filters import Filters
from dashboard.filters.fields import CLOSED
from dashboard.queries import selection
from dashboard.queries.entries import entry_row_stream
from dashboard.queries.ledger import ledger_entries, ledger_sums
from dashboard.queries.organization_list import organization_stream, places
from dashboard.queries.own_part import of_years, own_part
from dashboard.queries.quantities import stated_sums, statements_of
from dashboard.queries.why_this_total import why_this_total
from initiatives.models import Initiative
from tests.dashboard.conftest import Ask

Numbers = Mapping[str, float]  # address → what the marks that lead there draw: a sum or a number
LOOKED_AT = 5  # marks of a chart under one filter
NODES = 12
# Every way of narrowing, and every switch of a chart.
QUERIES = (
    "scale=sum",
    "basis=headline&scope=ai&scope=wider&origin=private&scale=sum",
    "country=JPN&country=KOR&country=joint&basis=committed&currency=EUR&scale=sum",
    "region=Europe&from=2025-03&kind=compute&scale=sum",
    "role=supplier&type=company&measure=gpus&by=role&period=quarter&scale=sum",
    "organization=nvidia&country=-USA&by=aspect&period=phased&scale=sum",
    *(
        pytest.param(query, marks=pytest.mark.slow)
        for query in (
            "q=sovereign&status=underway&by=country&scale=sum",
            "step=contained&step=counted&by=home&scale=sum",
            "by=role&to=2026-02&scale=sum",
            "as_of=2025-09-30&home=-USA&measure=exaflops&period=quarter&scale=sum",
            "theme=sovereignty&funder=-nvidia&max=2000000000&currency=EUR&scale=sum",
        )
    ),
)


def bars(slug: str, filters: Filters) -> Numbers:
    """The lengths of all bars of one address together; what lies over another bar is no bar of its own."""
    drawn: dict[str, float] = defaultdict(float)
    chart = charts.get(slug)
    for trace in chart.figure(chart.rows(filters), filters, WIDE)["data"]:
        lengths = trace["x"] if trace.get("orientation") == "h" else trace["y"]
        over = slug == "why-this-total" and trace["name"] == "up to"
        for address, length in zip(() if over else trace.get("customdata", ()), lengths, strict=False):
            if address:
                drawn[address] += float(length)
    return drawn


def squares(slug: str, filters: Filters) -> Numbers:
    """The first number of each square: `12 of 48`."""
    chart = charts.get(slug)
    marks = chart.figure(chart.rows(filters), filters, WIDE)["data"]
    numbers = {mark["customdata"][0]: re.search(r"([\d,]+) of [\d,]+$", mark["text"]) for mark in marks if mark.get("customdata")}
    return {address: float(found[1].replace(",", "")) for address, found in numbers.items() if found}


def tiles(slug: str, filters: Filters) -> Numbers:
    rows = charts.get(slug).rows(filters)
    opens = behind.portion(rows, filters)
    return {address: float(row.amount) for row in rows if row.amount and (address := opens(row, ""))}


def lands(slug: str, filters: Filters) -> Numbers:
    opens = behind.country(filters)
    return {str(opens(row.country, "")): float(row.total) for row in charts.get(slug).rows(filters) if row.total}


def bands(slug: str, filters: Filters) -> Numbers:
    """Names and bands of all three columns."""
    flows = flow_layout.arranged(charts.get(slug).rows(filters), 3, 200, NODES, True, behind.flow(filters), Labels(filters.currency))
    nodes = {node.address: float(node.amount) for column in flows.columns for node in column if node.address}
    return nodes | {band.address: float(band.amount) for band in flows.bands if band.address}


def runs(slug: str, filters: Filters) -> Numbers:
    return dict.fromkeys(bars(slug, filters), 1.0)


MARKS: Mapping[str, Callable[[str, Filters], Numbers]] = {
    **dict.fromkeys((chart.slug for chart in charts.ALL), bars),
    "dependence": squares, "composition": tiles, "funding-map": lands, "money-flows": bands, "initiative-timeline": runs,
}  # fmt: skip


def opened(slug: str, address: str, *, gathered_roles: bool) -> float:
    """What the page behind an address counts, as it says it there."""
    path = urlsplit(address).path
    filters = Filters.from_query(QueryDict(urlsplit(address).query))
    if path.startswith("/countries/"):
        filters = Filters.from_query(QueryDict(filters.as_query(country=path.split("/")[2])))
        return float(ledger_sums(filters).totals.total or 0)
    if path == "/ledger/":
        if slug == "why-this-total":
            return abs(float(ledger_sums(filters).step or 0))
        if years := of_years(filters):
            return float(sum(years.values()))
        return float(own_part(filters).amount if slug == "money-flows" else ledger_sums(filters).totals.total or 0)
    if path == "/organizations/":
        taking = places(filters)
        assert taking is not None
        return float(taking.participations if slug == "dependence" else taking.roles if gathered_roles else selection.organizations(filters).count())
    if path == "/commentary/":
        return float(selection.comments(filters).count())
    if path == "/initiatives/":
        return float(sum(stated_sums(filters).values()))
    return float(Initiative.objects.filter(slug=path.split("/")[2]).count())


@pytest.mark.parametrize("slug", [chart.slug for chart in charts.ALL])
@pytest.mark.parametrize("query", QUERIES)
def test_the_list_behind_a_mark_makes_it_up(curated: Path, ask: Ask, slug: str, query: str) -> None:
    filters = ask(query)
    drawn = list(MARKS[slug](slug, filters).items())
    for address, number in drawn[:: max(1, len(drawn) // LOOKED_AT)]:
        found = opened(slug, address, gathered_roles=address.count("role=-") > 1)
        assert found == pytest.approx(number, abs=0.01, rel=1e-9), f"{address} counts {found}, the mark draws {number}"


@pytest.mark.parametrize("slug", [chart.slug for chart in charts.ALL])
def test_every_chart_has_marks_that_open_lists(curated: Path, ask: Ask, slug: str) -> None:
    assert len(MARKS[slug](slug, ask("scale=sum"))) >= 5


@pytest.mark.parametrize("query", ["", "country=JPN&basis=committed", "currency=EUR&scope=ai&scope=chips&kind=compute"])
def test_the_statements_of_a_step_add_up_to_it(curated: Path, ask: Ask, query: str) -> None:
    filters = ask(query)
    for step in why_this_total(filters):
        own = ask(filters.as_query(step=step.step))
        rows = list(entry_row_stream(ledger_entries(own), own))
        assert sum((row.step_amount for row in rows if row.step_amount is not None), Decimal(0)) == step.amount, step.step
        assert len(rows) == step.entries


def test_every_word_of_a_quantity_opens_the_initiatives_that_state_it(curated: Path, ask: Ask) -> None:
    for quantity in CLOSED["quantity"]:
        filters = ask(f"quantity={quantity}")
        slugs = list(selection.initiatives(filters).values_list("slug", flat=True))
        stated = [one for some in statements_of(slugs, filters).values() for one in some]
        assert len(statements_of(slugs, filters)) == len(slugs)
        assert sum((one.counted for one in stated), Decimal(0)) == stated_sums(filters)[quantity]


def test_organizations_that_take_part_show_the_initiatives_in_which_they_do(curated: Path, ask: Ask) -> None:
    filters = ask("role=any&home=abroad&country=GBR")
    found = places(filters)
    assert found is not None
    assert sum(row.initiatives for row in organization_stream(filters)) == found.participations


def test_no_list_is_opened_where_none_can_be_asked_for(curated: Path, ask: Ask) -> None:
    assert behind.participation(ask("q=sovereign"), "JPN") is None
    assert behind.step(ask("step=counted"))("published", "") is None
    assert REST not in CLOSED["type"]
