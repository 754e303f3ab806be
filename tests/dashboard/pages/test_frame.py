"""Every page over the curated record: few questions, no link that leads nowhere, nothing that the policy refuses."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

PAGES = (
    "/", "/initiatives/", "/initiatives/?q=compute&country=JPN&country=FRA", "/initiatives/japan-domestic-foundation-model/", "/countries/",
    "/countries/JPN/", "/countries/EUU/", "/compare/", "/compare/?country=JPN&country=KOR&country=FRA&country=USA&country=EUU&country=DEU",
    "/organizations/", "/organizations/softbank-corp/", "/commentary/", "/ledger/", "/ledger/?view=entries",
    "/charts/", "/charts/funding-by-country/", "/charts/funding-by-country/?view=table", "/charts/funding-map/", "/charts/funding-over-time/",
    "/charts/participants-by-country/", "/charts/why-this-total/", "/about/method/", "/about/data/",
)  # fmt: skip
MOST_QUERIES = 12
MOST_QUERIES_WITH_A_HISTORY = 16  # other names, changes, notes and answered corrections are told there too
WITH_A_HISTORY = re.compile(r"/(initiatives|organizations)/[^/]+/$")
NO_QUESTIONS = ("SAVEPOINT", "RELEASE", "SET TRANSACTION", "BEGIN", "COMMIT")


class Page(HTMLParser):
    """What a test looks for in a page: addresses of our own, ids, and attributes and elements that run or style in place."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: list[str] = []
        self.in_place: list[str] = []
        self.outside: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        href = given.get("href") or ""
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a" and href.startswith("/"):
            self.links.add(href.partition("#")[0])
        if tag == "a" and not href.startswith(("/", "#", "?")):
            self.outside.append(given)
        if tag == "style" or (tag == "script" and "src" not in given) or any(name == "style" or name.startswith("on") for name in given):
            self.in_place.append(f"{tag} {given}")


def questions(client: Client, address: str) -> int:
    """How many statements one page asks of a record whose size and suggestions are known."""
    client.get("/about/data/")
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return sum(not query["sql"].startswith(NO_QUESTIONS) for query in captured)


@pytest.mark.slow
def test_every_page_asks_at_most_twelve_questions_and_sixteen_where_its_history_is_told(curated: Path, client: Client) -> None:
    most = {address: MOST_QUERIES_WITH_A_HISTORY if WITH_A_HISTORY.search(address) else MOST_QUERIES for address in PAGES}
    counts = {address: questions(client, address) for address in PAGES}
    assert {address: count for address, count in counts.items() if count > most[address]} == {}


def test_pages_run_and_style_nothing_in_place_and_no_id_stands_twice(curated: Path, client: Client) -> None:
    for address in PAGES:
        page = Page(client.get(address).content.decode())
        assert page.in_place == [], address
        assert sorted({one for one in page.ids if page.ids.count(one) > 1}) == [], address


@pytest.mark.slow
def test_every_link_of_the_home_page_leads_somewhere(curated: Path, client: Client) -> None:
    links = Page(client.get("/").content.decode()).links
    assert len(links) > 30
    assert {link: status for link in sorted(links) if (status := client.get(link).status_code) != 200} == {}


def test_links_to_sources_give_nothing_away_and_are_of_the_web(curated: Path, client: Client) -> None:
    for address in ("/initiatives/japan-domestic-foundation-model/", "/ledger/", "/commentary/"):
        outside = Page(client.get(address).content.decode()).outside
        assert outside, address
        assert {(link["rel"], str(link["href"]).partition(":")[0]) for link in outside} <= {
            ("noopener nofollow", "https"),
            ("noopener nofollow", "http"),
        }


def test_nothing_is_called_a_dashboard(curated: Path, client: Client) -> None:
    for address in PAGES:
        assert not re.search(r"dashboard", re.sub(r"<[^>]+>", " ", client.get(address).content.decode()), re.IGNORECASE), address
