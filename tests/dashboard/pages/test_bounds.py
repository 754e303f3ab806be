"""Where bounds stand, the page says how many entries they leave out because nobody says how much those are."""

from pathlib import Path

import pytest
from django.test import Client

from tests.dashboard.pages.test_home import words


@pytest.mark.parametrize("address", ["/", "/initiatives/", "/ledger/", "/countries/", "/countries/SWE/", "/charts/funding-by-country/"])
def test_undisclosed_entries_that_bounds_leave_out_are_counted(two_countries: Path, client: Client, address: str) -> None:
    said = "1 entry without a published sum is left out"
    assert said in words(client.get(f"{address}?min=1000").content)
    assert said not in words(client.get(address).content)


def test_the_words_open_the_entries(two_countries: Path, client: Client) -> None:
    html = client.get("/ledger/?min=1000&country=SWE").content.decode()
    address = html.split('id="left-out"')[1].split('href="')[1].split('"')[0].replace("&amp;", "&")
    assert "1 to 1 of 1" in words(client.get(address).content)
