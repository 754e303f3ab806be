"""Every page with a total says why it is so, down to the entries of each step."""

from pathlib import Path

import pytest
from django.test import Client

from tests.dashboard.pages.test_home import words

ADDRESSES = ("/", "/countries/", "/countries/JPN/", "/initiatives/", "/initiatives/domestic-model/", "/compare/?country=JPN&country=NOR")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_total_opens_the_way_down_to_it(japan: Path, client: Client, address: str) -> None:
    html = client.get(address).content.decode()
    assert 'id="why"' in html or "/charts/why-this-total/?country=JPN" in html
    assert "why is the total" in words(html.encode()).lower() or "why this total" in words(html.encode()).lower()


def test_the_steps_of_a_country_open_its_entries_alone(japan: Path, client: Client) -> None:
    html = client.get("/countries/JPN/").content.decode()
    assert "/ledger/?country=JPN&amp;step=restated&amp;view=entries" in html
