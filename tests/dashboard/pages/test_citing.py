"""A figure is cited with its edition and an address that finds it again, in three ways, none of which a program can misread."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from dashboard.charts import Stamp
from dashboard.pages import citing

NOW = Stamp(12, "2026-07-03")
ADDRESS = "https://example.org/charts/x/?country=JPN&q=100%25&edition=12"


def test_a_citation_names_title_counting_edition_day_and_address() -> None:
    citation = citing.cite("x", "Who pays?", "announced, AI", NOW, ADDRESS)
    assert citation.plain == f"National AI initiatives, “Who pays?”, announced, AI, edition 12, as of 3\u00a0Jul\u00a02026. {ADDRESS}"
    assert citation.apa == f"National AI initiatives. (2026, July 3). Who pays? [announced, AI; edition 12]. {ADDRESS}"


def test_bibtex_is_balanced_and_no_text_in_it_is_a_command() -> None:
    hostile = r"50 % of $1 & {2} #3 _4 ~5 ^6 \input{x} 経済産業省"
    entry = citing.cite("funding", hostile, "announced", NOW, ADDRESS + "{}\\").bibtex
    assert entry.startswith("@misc{national-ai-initiatives-funding-12,\n")
    assert r"title = {{50 \% of \$1 \& \{2\} \#3 \_4 \textasciitilde{}5 \textasciicircum{}6 \textbackslash{}input\{x\} 経済産業省}}" in entry
    assert "  month = jul," in entry
    assert "url = {https://example.org/charts/x/?country=JPN&q=100%25&edition=12%7B%7D%5C}" in entry
    plain = re.sub(r"\\[{}]", "", entry)
    assert plain.count("{") == plain.count("}")


def test_before_the_first_publication_there_is_no_day() -> None:
    citation = citing.cite("x", "Who pays?", "announced", Stamp(0, None), ADDRESS)
    assert "(n.d.)" in citation.apa
    assert "month" not in citation.bibtex


@pytest.mark.parametrize("name", ["plain", "apa", "bibtex"])
def test_the_page_of_a_chart_is_cited_at_its_edition(two_countries: Path, client: Client, name: str) -> None:
    html = client.get("/charts/funding-by-country/?country=NOR").content.decode()
    place = "citation" if name == "plain" else f"citation-{name}"
    found = re.search(rf'id="{place}"[^>]*>(.*?)</(?:blockquote|p|pre)>', html, re.DOTALL)
    assert found
    assert "http://testserver/charts/funding-by-country/?country=NOR&edition=1" in unescape(found[1])
    assert f'data-copies="{place}"' in html


def test_a_long_address_is_cited_short_and_stands_in_full_beside_it(two_countries: Path, client: Client) -> None:
    html = unescape(client.get("/charts/funding-by-country/?country=NOR&country=SWE&basis=committed&currency=EUR").content.decode())
    cited = re.search(r'id="citation">[^<]*(/s/\w{10})<', html)
    assert cited
    full = "/charts/funding-by-country/?country=NOR&country=SWE&basis=committed&currency=EUR&edition=1"
    assert f"The address in full: http://testserver{full}<" in html
    assert client.get(cited[1])["Location"] == full
