"""What an address asks for in vain is said on the page, and no day that has not come is printed as known."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from dashboard.queries import editions
from initiatives import formats
from tests.dashboard.conftest import Ask


@pytest.mark.parametrize("address", ["/", "/ledger/", "/charts/funding-by-country/", "/charts/energy-and-compute/", "/countries/NOR/"])
def test_a_day_that_has_not_come_is_shown_as_the_newest_and_said(two_countries: Path, client: Client, address: str) -> None:
    page = client.get(f"{address}?as_of=2099-01-01").content.decode()
    newest = editions.newest().day
    assert newest is not None
    assert f"Nothing is known of {formats.day('2099-01-01')} yet" in page
    assert f"that of {formats.day(newest.isoformat())}, and that is shown" in page


def test_files_name_the_newest_day_too(two_countries: Path, client: Client, ask: Ask) -> None:
    wrapped = client.get("/charts/funding-by-country.json?as_of=2099-01-01").json()
    assert date.fromisoformat(wrapped["as_of"]) == editions.newest().day
    assert "2099" not in wrapped["subtitle"]
    assert wrapped["rows"] == client.get("/charts/funding-by-country.json").json()["rows"]


@pytest.mark.parametrize(("address", "said"), [("/charts/funding-over-time/", True), ("/charts/money-flows/", True), ("/charts/funding-map/", False)])
def test_a_share_that_a_chart_cannot_give_is_refused_in_words(two_countries: Path, client: Client, address: str, said: bool) -> None:
    assert ("“per person” does not apply here" in client.get(f"{address}?per=person").content.decode()) is said
