"""A selection names whose rates it was converted with, and nobody else's."""

from pathlib import Path

import pytest

from dashboard import charts
from dashboard.exports import as_image, tables
from dashboard.queries.providers import rate_providers
from tests.dashboard.conftest import Ask


def test_only_those_are_named_whose_rates_are_used(curated: Path, ask: Ask) -> None:
    assert [name.split(" (")[0] for name in rate_providers(ask())] == ["European Central Bank", "International Monetary Fund", "US Federal Reserve"]
    assert rate_providers(ask("country=JPN")) == ["European Central Bank"]
    assert rate_providers(ask("country=SAU&currency=EUR"))


@pytest.mark.parametrize(
    ("slug", "query", "named", "unnamed"),
    [
        ("funding-by-country", "country=JPN", "rates: European Central Bank", "Monetary Fund"),
        ("funding-by-country", "country=JPN&per=gdp", "GDP: International Monetary Fund", "Natural Earth"),
        ("funding-map", "country=JPN", "map shapes: Natural Earth", "GDP"),
        ("participants-by-country", "", "", "European Central Bank"),
    ],
)
def test_a_chart_names_what_it_uses(curated: Path, ask: Ask, slug: str, query: str, named: str, unnamed: str) -> None:
    said = "; ".join(charts.get(slug).sources(ask(query)))
    assert named in said
    assert unnamed not in said


def test_a_file_names_the_providers_of_its_rows(curated: Path, ask: Ask) -> None:
    assert "US Federal Reserve" in tables.list_table("ledger", ask()).heading.sources[0]
    assert tables.list_table("ledger", ask("country=JPN")).heading.sources == ("Rates of the announcement day: European Central Bank",)


def test_an_address_that_is_cited_has_its_edition_and_the_day_that_was_looked_back_to(curated: Path, ask: Ask) -> None:
    chart = charts.get("funding-by-country")
    assert (
        as_image.address_of(chart, ask("country=JPN"), "https://site.example")
        == "https://site.example/charts/funding-by-country/?country=JPN&edition=1"
    )
    assert as_image.address_of(chart, ask("as_of=2025-06-30"), "").endswith("/charts/funding-by-country/?as_of=2025-06-30&edition=1")
    assert tables.chart_table("funding-by-country", ask("as_of=2025-06-30")).heading.address.endswith("?as_of=2025-06-30&edition=1")
