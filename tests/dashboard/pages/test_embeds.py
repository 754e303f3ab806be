"""Charts in other people's pages: framed there and nothing else of the site, live or of one edition, found by oEmbed, and refused in words."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
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
    html = client.get("/charts/funding-by-country/?country=NOR").content.decode()
    found = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', html)
    assert found
    answer = json.loads(client.get(unescape(found[1]).removeprefix("http://testserver")).content)
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


def test_the_colours_of_embeds_are_those_of_the_pages() -> None:
    tokens = (settings.BASE_DIR / "static/site/tokens.css").read_text(encoding="utf-8")
    light, dark = tokens.split("@media screen and (prefers-color-scheme: dark)")[:2]
    embed = (settings.BASE_DIR / "static/embed.css").read_text(encoding="utf-8")
    embed_light, embed_dark = embed.split("html.light {")[1].split("html.dark {")
    for page, frame in ((light, embed_light), (dark, embed_dark)):
        assert dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", frame)) == dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", page))
