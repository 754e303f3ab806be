"""What lies beside a total opens exactly what it counts, on the page of a country as on the whole record."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from tests.dashboard.pages.test_home import words

ADDRESSES = ("/", "/?country=JPN", "/countries/?basis=committed", "/countries/JPN/", "/countries/FRA/?basis=budgeted&currency=EUR", "/countries/KOR/",
             "/ledger/?country=GBR&stage=pledged&stage=announced", "/countries/EUU/?scope=chips")  # fmt: skip


def beside(html: str) -> list[tuple[str, str]]:
    """Address and words of each link in the line beside the total."""
    line = re.search(r"Not in this total.*?</p>", html, re.DOTALL)
    assert line
    return [(unescape(address), words(text.encode()).strip()) for address, text in re.findall(r'href="([^"]+)">(.*?)</a>', line[0], re.DOTALL)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_number_opens_what_it_counts(address: str, curated: Path, client: Client) -> None:
    links = beside(client.get(address).content.decode())
    assert links
    for link, text in links:
        opened = words(client.get(link).content)
        number = re.match(r"\S+(?: (?:bn|tn|m)\b)?", text)
        assert number
        wanted = rf"{number[0]} statements? published" if "undisclosed" in text else rf"{re.escape(number[0])} of it counts once"
        assert re.search(wanted, opened), (text, link, opened[200:500])


@pytest.mark.parametrize("code", ["JPN", "FRA", "USA"])
def test_a_link_from_a_country_stays_with_the_country(code: str, curated: Path, client: Client) -> None:
    main = client.get(f"/countries/{code}/").content.decode().split('id="content"')[1].split("</main>")[0]
    to_lists = [unescape(one) for one in re.findall(r'href="(/(?:ledger|initiatives|commentary)[/.][^"]*)"', main) if "region=" not in one]
    assert to_lists
    strayed = [one for one in to_lists if f"country={code}" not in one and not re.match(r"/initiatives/[a-z0-9-]+/", one)]
    assert strayed == []
