"""A mark opens the list that makes it up: what its page counts is what it draws; the key leaves only what it names."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.test import Client

from dashboard import charts
from dashboard.charts.chart import WIDE
from dashboard.filters import Filters
from dashboard.queries.cells import cells, counted, kept
from tests.dashboard.conftest import Ask

QUERIES = ("", "basis=headline&scope=ai&scope=wider", "country=JPN&country=USA&basis=committed", "origin=mixed&currency=EUR")


def sums(trace: dict[str, Any]) -> list[float]:
    return list(trace["x"] if trace.get("orientation") == "h" else trace["y"])


@pytest.mark.parametrize("slug", ["funding-by-country", "funding-over-time"])
@pytest.mark.parametrize("query", QUERIES)
def test_the_entries_behind_a_mark_add_up_to_it(curated: Path, ask: Ask, slug: str, query: str) -> None:
    chart, filters = charts.get(slug), ask(query)
    figure = chart.figure(chart.rows(filters), filters, WIDE)
    drawn: dict[str, float] = {}
    for trace in figure["data"]:
        for address, length in zip(trace.get("customdata", []), sums(trace), strict=False):
            drawn[address] = drawn.get(address, 0) + length
    assert drawn
    for address, length in drawn.items():
        asked = Filters.from_query(QueryDict(urlsplit(address).query))
        assert float(counted(kept(cells(asked), asked))) == pytest.approx(length), address


@pytest.mark.parametrize("slug", [chart.slug for chart in charts.ALL])
def test_every_address_behind_a_mark_is_a_page_of_this_site(curated: Path, ask: Ask, client: Client, slug: str) -> None:
    chart, filters = charts.get(slug), ask("basis=committed")
    figure = chart.figure(chart.rows(filters), filters, WIDE)
    addresses = {address for trace in figure["data"] for address in trace.get("customdata", []) if address}
    assert addresses, "nothing can be opened"
    for address in sorted(addresses)[::40]:
        assert client.get(address).status_code == 200, address


def test_files_have_no_links(two_countries: Path, client: Client) -> None:
    for chart in charts.ALL:
        assert "<a " not in client.get(f"/charts/{chart.slug}.svg").content.decode(), chart.slug


def test_an_entry_of_the_key_leaves_only_what_it_names_and_takes_itself_away(curated: Path, client: Client) -> None:
    html = client.get("/charts/funding-by-country/").content.decode()
    assert 'href="?origin=private" title="Show only this"' in html
    chosen = client.get("/charts/funding-by-country/?origin=private").content.decode()
    assert 'href="?" aria-current="true" title="Show the others again"' in chosen
    people = client.get("/charts/participants-by-country/").content.decode()
    assert 'href="?type=government"' in people
