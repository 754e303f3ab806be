"""The list of initiatives searches, narrows, pages, and says what to do where it is empty."""

import re
from pathlib import Path

from django.test import Client

from tests.dashboard.pages.test_home import words


def names(html: bytes) -> list[str]:
    return re.findall(r'<th scope="row"><a href="[^"]+"><b>([^<]+)</b>', html.decode())


def test_a_search_finds_names_in_any_script_and_without_accents(two_countries: Path, client: Client) -> None:
    assert names(client.get("/initiatives/?q=spraklab").content) == ["Stockholm Språklab"]


def test_facets_toggle_with_counts_and_keep_the_rest(two_countries: Path, client: Client) -> None:
    html = client.get("/initiatives/?country=NOR&currency=EUR").content.decode()
    assert 'href="?country=NOR&amp;kind=chips&amp;currency=EUR"' in html
    assert 'name="country" value="NOR"' in html  # the form keeps it


def test_an_empty_list_names_its_filters_and_counts_the_ways_out(two_countries: Path, client: Client) -> None:
    said = words(client.get("/initiatives/?country=NOR&kind=research-hub").content)
    assert "No initiative matches Norway and research hub" in said
    assert "Leave out research hub : 3" in said
    assert "Leave out Norway : 1" in said


def test_a_page_past_the_end_says_how_many_there_are(two_countries: Path, client: Client) -> None:
    answer = client.get("/initiatives/?page=9")
    assert answer.status_code == 404
    assert "Page 9 does not exist: there are 1" in words(answer.content)


def test_an_unknown_value_is_named_with_what_is_allowed_and_the_rest_is_kept(two_countries: Path, client: Client) -> None:
    answer = client.get("/initiatives/?basis=comitted&country=NOR")
    said = words(answer.content)
    assert answer.status_code == 400
    assert "“comitted” is no basis. Use one of: headline, announced, budgeted, committed, disbursed" in said
    assert "Your other filters are kept: Norway" in said
    assert 'href="?country=NOR&amp;basis=committed"' in answer.content.decode()


def test_a_written_name_is_shown_as_written_and_never_run(two_countries: Path, client: Client) -> None:
    html = client.get("/initiatives/", {"q": '<script>alert(1)</script>"'}).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&quot;" in html


def test_undisclosed_is_written_out(two_countries: Path, client: Client) -> None:
    assert "undisclosed ≈" not in (said := words(client.get("/ledger/?country=SWE&view=entries").content))
    assert "15 Jan 2026 undisclosed" in said


def test_a_name_in_the_address_leads_on_to_its_code(two_countries: Path, client: Client) -> None:
    assert client.get("/initiatives/?country=Norway&q=fjord").headers["Location"] == "/initiatives/?q=fjord&country=NOR"


def test_a_stated_quantity_leaves_those_that_state_it_with_their_words(two_countries: Path, client: Client) -> None:
    html = client.get("/initiatives/?quantity=megawatts-planned")
    assert html.status_code == 200
    assert "planned are stated here" in words(html.content)
