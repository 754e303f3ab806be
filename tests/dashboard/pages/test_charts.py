"""Charts stand in the page before any script runs, with table, sources and downloads of the same selection."""

import re
from pathlib import Path

import pytest
from django.test import Client

from dashboard import charts
from tests.dashboard.pages.test_frame import MOST_QUERIES, questions
from tests.dashboard.pages.test_home import words

MOST_QUESTIONS_A_CHART = 3  # of the gallery, which asks twelve things at once


def test_the_drawing_and_its_words_are_in_the_page(curated: Path, client: Client) -> None:
    html = client.get("/charts/funding-by-country/").content.decode()
    assert html.count("<svg xmlns") >= 2
    assert "The United States , with $53.5 bn" in words(html.encode())
    assert "/charts/funding-by-country.png" in html


def test_tabs_have_addresses_of_their_own(curated: Path, client: Client) -> None:
    table = client.get("/charts/funding-by-country/?view=table").content.decode()
    assert "53,540,760,000" in table
    assert 'aria-current="page">Table' in table
    assert "Map shapes" not in table
    assert client.get("/charts/funding-map/?view=notes").status_code == 200


def test_downloads_carry_the_filters_of_the_page(curated: Path, client: Client) -> None:
    html = client.get("/charts/funding-by-country/?country=JPN&country=KOR&basis=committed").content.decode()
    assert "/charts/funding-by-country.csv?country=JPN&amp;country=KOR&amp;basis=committed" in html


def test_the_gallery_asks_every_question_in_two_groups_of_six(curated: Path, client: Client) -> None:
    assert questions(client, "/charts/") <= MOST_QUESTIONS_A_CHART * len(charts.ALL)
    html = client.get("/charts/").content.decode()
    assert "Twelve questions the record can answer" in words(html.encode())
    groups = html.split("<h2>")[1:]
    assert [group.count("<article") for group in groups] == [6, 6]
    assert html.count("<svg xmlns") == 12
    assert len(html) < 300_000


def test_a_card_of_the_gallery_says_the_answer_in_a_sentence_and_leads_on(curated: Path, client: Client) -> None:
    html = client.get("/charts/?basis=committed").content.decode()
    assert "These three hold" not in " ".join(re.findall(r"answer\">(.*?)</p>", html))
    for address in ("/charts/funding-map/?basis=committed", "/charts/funding-map.png?basis=committed", "basis=committed&amp;chart=funding-map"):
        assert address in html


@pytest.mark.parametrize("chart", [chart.slug for chart in charts.ALL])
def test_every_chart_has_three_tabs_in_few_statements(curated: Path, client: Client, chart: str) -> None:
    assert questions(client, f"/charts/{chart}/") <= MOST_QUERIES
    for view in ("table", "notes"):
        assert client.get(f"/charts/{chart}/?view={view}").status_code == 200


def test_a_chart_that_does_not_exist_is_answered_in_words(db: None, client: Client) -> None:
    assert client.get("/charts/no-such-chart/").status_code == 404
    assert client.get("/charts/no-such-chart.csv").status_code == 404


def test_charts_offer_how_they_can_be_drawn_and_say_so_in_their_answer(curated: Path, client: Client) -> None:
    over_time = client.get("/charts/funding-over-time/?period=quarter").content.decode()
    assert 'id="period-quarter" value="quarter" data-at-once checked' in over_time
    assert "quarter of 20" in words(over_time.encode())
    people = client.get("/charts/participants-by-country/?by=role").content.decode()
    assert 'id="by-role" value="role" data-at-once checked' in people
    assert "by role" in words(people.encode())
    assert 'name="by"' not in client.get("/charts/funding-by-country/").content.decode()
