"""Feeds are valid Atom, name each entry for ever, tell changes, and hold no mark-up from outside."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from initiatives.exchange import load as loading
from initiatives.models import FundingEntry
from initiatives.publish.editing import editing
from tests.initiatives.exchange.files import entry, initiative, write

ATOM = "{http://www.w3.org/2005/Atom}"
MOST_STATEMENTS = 12


def parsed(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    valid(answer.content)
    found = feedparser.parse(answer.content)
    assert not found.bozo
    return found


def valid(content: bytes) -> None:
    """What RFC 4287 asks of a feed and of each of its entries."""
    root = ElementTree.fromstring(content)
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (one,) = element.findall(f"{ATOM}{name}")
            assert one.text
        assert element.find(f"{ATOM}author/{ATOM}name") is not None
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", element.findtext(f"{ATOM}updated") or "")
        assert all(link.get("href", "").startswith(("http://", "https://")) for link in element.findall(f"{ATOM}link"))
    assert [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)


def test_an_entry_says_its_sum_its_stage_what_it_adds_and_why(japan: Path, client: Client, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = "https://initiatives.example"
    feed = parsed(client, "/feeds/all.atom?currency=JPY")
    one = next(item for item in feed.entries if item.id == "tag:initiatives.example,2026:ledger/domestic-model#3")
    assert one.title.replace("\xa0", " ") == "Japan: Domestic Model, about ¥1 tn"
    said = one.summary.replace("\xa0", " ")
    assert said.startswith("New in the record. Said 21 Dec 2025: about ¥1 tn, announced, ")
    assert "It adds ¥613 bn (announced or firmer, AI, Japanese yen at the rate of each day): counted, less what it contains." in said
    assert one.link.endswith("/initiatives/domestic-model/?currency=JPY#domestic-model-3")
    assert {tag.term for tag in one.tags} == {"announced", "public", "ai"}
    assert [link.href for link in one.links if link.rel == "via"] == [FundingEntry.objects.get(key="domestic-model#3").source.url]
    assert feed.feed.id == "tag:initiatives.example,2026:feeds/all.atom?currency=JPY"


@pytest.mark.parametrize(("address", "keys"), [
    ("/feeds/countries/SWE.atom", {"stockholm-lab#1"}),
    ("/feeds/countries/DEU.atom", set()),
    ("/feeds/initiatives/fjord-computer.atom", {"fjord-computer#1", "fjord-computer#2", "fjord-computer#3", "fjord-computer#4"}),
    ("/feeds/initiatives/fjord-computer.atom?stage=committed", {"fjord-computer#2"}),
    ("/feeds/all.atom?scope=chips&step=counted", {"nordic-chips#1"}),
    ("/feeds/all.atom?as_of=2024-12-31", {"nordic-chips#1"}),
])  # fmt: skip
def test_a_feed_holds_what_its_address_selects(two_countries: Path, client: Client, address: str, keys: set[str]) -> None:
    assert {item.id.partition("ledger/")[2] for item in parsed(client, address).entries} == keys


def test_a_changed_entry_keeps_its_name_and_comes_first(two_countries: Path, client: Client) -> None:
    before = {item.id: item.updated for item in parsed(client, "/feeds/all.atom").entries}
    with editing(None, "a new note") as session:
        row = FundingEntry.objects.get(key="nordic-chips#1")
        row.note = "Said by the minister."
        session.save(row)
    first = parsed(client, "/feeds/all.atom").entries[0]
    assert first.id.endswith("nordic-chips#1")
    assert first.updated > before[first.id]
    assert first.summary.startswith("Changed in the record on ")
    assert "Said by the minister." in first.summary
    assert first.published < first.updated


def test_text_from_outside_is_text(db: None, tmp_path: Path, client: Client) -> None:
    hostile = "<script>alert(1)</script> & ]]> <b>bold</b>"
    funding = [entry("lab#1", note=hostile)]
    loading.load(write(tmp_path, initiative("lab", name=hostile, funding=funding, quantities=[])))
    answer = client.get("/feeds/all.atom")
    valid(answer.content)
    assert b"<script" not in answer.content
    assert b"<b>" not in answer.content
    assert 'type="html"' not in answer.content.decode()
    (one,) = ElementTree.fromstring(answer.content).iter(f"{ATOM}entry")
    assert hostile in (one.findtext(f"{ATOM}title") or "")
    assert hostile in (one.findtext(f"{ATOM}summary") or "")


def test_an_unchanged_feed_is_not_sent_again(two_countries: Path, client: Client) -> None:
    mark = client.get("/feeds/all.atom")["ETag"]
    assert client.get("/feeds/all.atom", headers={"if-none-match": mark}).status_code == 304
    with editing(None, "a new note") as session:
        row = FundingEntry.objects.get(key="nordic-chips#1")
        row.note = "Another note."
        session.save(row)
    assert client.get("/feeds/all.atom", headers={"if-none-match": mark}).status_code == 200


@pytest.mark.parametrize(("page", "feed"), [
    ("/", "/feeds/all.atom"), ("/countries/NOR/", "/feeds/countries/NOR.atom"), ("/ledger/?stage=pledged", "/feeds/all.atom?stage=pledged"),
    ("/initiatives/fjord-computer/", "/feeds/initiatives/fjord-computer.atom"),
])  # fmt: skip
def test_pages_name_their_feed(two_countries: Path, client: Client, page: str, feed: str) -> None:
    html = client.get(page).content.decode()
    assert re.search(f'<link rel="alternate" type="application/atom\\+xml" title="[^"]+" href="{re.escape(feed)}">', html)


def test_what_is_not_there_is_not_found_and_a_wrong_filter_is_refused(two_countries: Path, client: Client) -> None:
    assert client.get("/feeds/countries/XXX.atom").status_code == 404
    assert client.get("/feeds/initiatives/none.atom").status_code == 404
    assert client.get("/feeds/all.atom?stage=comitted").status_code == 400


def test_a_feed_asks_few_statements(curated: Path, client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert len(parsed(client, "/feeds/all.atom").entries) == 60
    assert len(asked) <= MOST_STATEMENTS
