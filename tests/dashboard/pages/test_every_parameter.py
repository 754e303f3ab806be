"""Every parameter of the address on every page and every download: answered, or refused in words, and never a fault."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client

from dashboard import charts
from dashboard.filters import fields
from initiatives import vocabulary

PAGES = (
    "/", "/initiatives/", "/initiatives/fjord-computer/", "/countries/", "/countries/NOR/", "/compare/", "/compare.csv",
    "/organizations/", "/organizations/fjord-machines/",
    "/commentary/", "/ledger/", "/charts/", "/about/method/", "/about/data/", "/initiatives.csv", "/ledger.json", "/organizations.csv",
    "/commentary.json", *(f"/charts/{chart.slug}/" for chart in charts.ALL), *(f"/charts/{chart.slug}.csv" for chart in charts.ALL),
)  # fmt: skip
TYPED = {
    "q": "fjord", "country": "NOR", "theme": "energy", "funder": "ministry-of-fjords", "organization": "fjord-machines",
    "initiative": "fjord-computer", "from": "2025",
    "to": "2026-03", "min": "1000", "max": "900000000", "currency": "EUR", "as_of": "2025-11-30", "edition": "1", "from_edition": "1",
    "home": "unknown", "aspect": "energy",
    "speaker": "Per Hansen", "sort": "-amount", "page": "1", "basis": "committed", "per": "gdp", "period": "quarter", "by": "role", "view": "table",
    "scale": "sum", "measure": "gpus", "covers": "2026", "quantity": "megawatts-planned",
}  # fmt: skip
MANY_VALUES = {name: next(iter(words)) for name, words in fields.CLOSED.items()}


@pytest.mark.slow
def test_a_parameter_is_answered_or_refused_everywhere(two_countries: Path, client: Client) -> None:
    values = {name: TYPED.get(name) or MANY_VALUES[name] for name in fields.PARAMETERS}
    asked = [f"{address}?{urlencode({name: value})}" for name, value in values.items() for address in PAGES]
    answers = {address: client.get(address).status_code for address in asked}
    assert {address: status for address, status in answers.items() if status not in (200, 400)} == {}


@pytest.mark.slow
def test_bounds_of_money_go_with_other_parameters(two_countries: Path, client: Client) -> None:
    together = urlencode([("stage", next(iter(vocabulary.STAGES))), ("kind", "compute"), ("funder", "ministry-of-fjords")])
    for address in PAGES:
        countries = "country=NOR&country=SWE&" if address.startswith("/compare") else ""
        assert client.get(f"{address}?{countries}min=5e6&max=5e8&currency=NOK&{together}").status_code == 200, address


@pytest.mark.slow
def test_excluding_is_answered_everywhere(two_countries: Path, client: Client) -> None:
    query = urlencode([(name, f"-{value}") for name, value in {**MANY_VALUES, "country": "NOR"}.items()])
    assert {client.get(f"{address}?{query}").status_code for address in PAGES} <= {200, 400, 404}
