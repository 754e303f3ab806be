"""Charts in other people's pages: framed there and nothing else of the site, live or of one edition, found by oEmbed, and refused in words."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from dashboard import charts
from dashboard.pages import snippets
from tests.dashboard.pages.test_home import words

EMBED = "/charts/funding-by-country/embed/"
PAGE = "http://testserver/charts/funding-by-country/"


def ancestors(response: Any) -> str:
    found = re.search(r"frame-ancestors ([^;]+)", response.headers["Content-Security-Policy"])
    assert found
    return found[1]


def test_an_embed_is_the_one_page_that_any_other_may_frame(two_countries: Path, client: Client) -> None:
    for _ in range(2):  # made now, and kept
        framed = client.get(EMBED)
        assert framed.status_code == 200
        assert ancestors(framed) == "*"
        assert "X-Frame-Options" not in framed.headers
    for address in ("/charts/funding-by-country/", "/charts/no-such-chart/embed/", "/charts/", "/charts/funding-by-country.svg", "/oembed"):
        other = client.get(address)
        assert ancestors(other) == "'none'", address
        assert other.headers["X-Frame-Options"] == "DENY", address


def test_an_embed_holds_the_question_the_answer_the_drawing_the_source_and_the_way_back(two_countries: Path, client: Client) -> None:
    html = client.get(f"{EMBED}?country=NOR&basis=committed").content.decode()
    assert "Which country has committed the most money" in html
    assert html.count("<svg xmlns") >= 2
    assert "Source: National AI initiatives" in words(html.encode())
    assert 'href="http://testserver/charts/funding-by-country/?country=NOR&amp;basis=committed"' in html
    assert "<script" not in html
    assert "<form" not in html


@pytest.mark.parametrize("chart", [chart.slug for chart in charts.ALL])
def test_every_chart_can_be_embedded_in_few_statements(
    two_countries: Path, client: Client, chart: str, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert client.get(f"/charts/{chart}/embed/").status_code == 200


def test_the_colours_of_an_embed_are_chosen_in_its_address(two_countries: Path, client: Client) -> None:
    assert 'class="embed dark"' in client.get(f"{EMBED}?mode=dark").content.decode()
    assert 'class="embed"' in client.get(EMBED).content.decode()


@pytest.mark.parametrize(("query", "said"), [("mode=pink", "Use one of: auto, light, dark"), ("basis=x", "is no basis"), ("edition=99", "99")])
def test_an_embed_says_in_its_frame_what_cannot_be_used(two_countries: Path, client: Client, query: str, said: str) -> None:
    refused = client.get(f"{EMBED}?{query}")
    assert refused.status_code in (400, 404)
    assert said in words(refused.content)


def test_an_embed_of_an_edition_names_it(two_countries: Path, client: Client) -> None:
    frozen = words(client.get(f"{EMBED}?edition=1").content)
    assert "edition 1" in frozen
    assert "follows the record" not in frozen
    assert "follows the record" in words(client.get(EMBED).content)


def test_the_page_of_a_chart_has_the_code_of_a_live_and_of_a_frozen_frame(two_countries: Path, client: Client) -> None:
    html = client.get("/charts/funding-by-country/?country=NOR").content.decode()
    live, frozen = (unescape(code) for code in re.findall(r'<pre[^>]+id="embed-(?:live|frozen)"[^>]*>(.*?)</pre>', html))
    assert live.startswith(f'<iframe src="http://testserver{EMBED}?country=NOR" title="Which country has announced')
    assert "edition=1" in frozen
    assert "&lt;iframe" in html
    assert "<iframe" not in html


def test_a_program_finds_how_to_embed_a_chart(two_countries: Path, client: Client) -> None:
    page = client.get("/charts/funding-by-country/?country=NOR")
    found = re.search(r'<link rel="alternate" type="application/json\+oembed" href="(/[^"]+)"', page.content.decode())
    assert found
    assert page["Link"] == f'<http://testserver{unescape(found[1])}>; rel="alternate"; type="application/json+oembed"'
    answer = json.loads(client.get(unescape(found[1])).content)
    assert answer["version"] == "1.0"
    assert answer["type"] == "rich"
    assert f'src="http://testserver{EMBED}?country=NOR"' in answer["html"]
    assert (answer["width"], answer["height"]) == (821, snippets.height_of(charts.get("funding-by-country")))


def test_an_answer_is_no_larger_than_asked(two_countries: Path, client: Client) -> None:
    answer = json.loads(client.get(f"/oembed?url={quote(PAGE)}&maxwidth=400&maxheight=300").content)
    assert (answer["width"], answer["height"]) == (400, 300)
    assert 'width="400" height="300"' in answer["html"]


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("", 400, "which page?"),
        (f"url={quote(PAGE)}&format=xml", 501, "only json"),
        ("url=https://elsewhere.example/charts/funding-by-country/", 404, "no address of this site"),
        ("url=javascript:alert(1)", 404, "no address of this site"),
        ("url=http://testserver/ledger/", 404, "only charts"),
        ("url=http://testserver/nowhere", 404, "no such page"),
        ("url=http://testserver/charts/none/", 404, "There are: funding-by-country"),
        (f"url={quote(PAGE + '?basis=x')}", 400, "is no basis"),
        (f"url={quote(PAGE)}&maxwidth=wide", 400, "a number of pixels"),
        (f"url={quote(PAGE)}&maxwidth=10", 400, "200 or more"),
        ("url=http://[", 400, ""),
    ],
)
def test_what_cannot_be_embedded_is_refused_in_words(two_countries: Path, client: Client, query: str, status: int, said: str) -> None:
    refused = client.get(f"/oembed?{query}")
    assert refused.status_code == status
    assert said in refused.content.decode()


@pytest.mark.parametrize(("mode", "media"), [("light", []), ("dark", ["screen"]), ("auto", ["screen and (prefers-color-scheme: dark)"])])
def test_a_frame_takes_the_dark_colours_of_the_pages_when_its_address_asks_for_them(
    two_countries: Path, client: Client, mode: str, media: list[str]
) -> None:
    page = client.get(f"{EMBED}?mode={mode}").content.decode()
    assert re.findall(r'<link rel="stylesheet" href="[^"]*site/dark[^"]*" media="([^"]*)">', page) == media


@pytest.mark.parametrize("page", [f"/charts/{slug}/" for slug in charts.CHARTS] + ["/", "/charts/", "/ledger/", "/compare/?country=NOR&country=SWE"])
def test_a_page_names_nothing_to_load_by_scheme_and_host(two_countries: Path, client: Client, page: str) -> None:
    html = client.get(page).content.decode()
    assert re.findall(r"""<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)=["'](?:https?:)?//[^"']+""", html) == []
