"""Charts stand in the page before any script runs, with table, sources and downloads of the same selection."""

from pathlib import Path

from django.test import Client

from tests.dashboard.pages.test_home import words


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


def test_the_gallery_asks_every_question(two_countries: Path, client: Client) -> None:
    assert "Five questions the record can answer" in words(client.get("/charts/").content)


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
