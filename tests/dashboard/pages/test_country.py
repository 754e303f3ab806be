"""A country's page names its sum, what lies beside it, its rank, and what it shares with others."""

import re
from pathlib import Path

from django.test import Client

from tests.dashboard.pages.test_home import words


def test_the_sentence_of_a_country(curated: Path, client: Client) -> None:
    said = words(client.get("/countries/JPN/").content)
    assert "Japan has announced $6.81 bn for AI, all of it public; $469 m is committed." in said
    assert "$67.1 bn for chips" in said
    assert "9th of 59" in said


def test_money_that_is_shared_is_shown_and_not_added(two_countries: Path, client: Client) -> None:
    said = words(client.get("/countries/NOR/").content)
    assert "Shared with other owners and counted under joint efforts, not added here: Baltic Data Space" in said


def test_small_letters_lead_to_the_code(db: None, client: Client) -> None:
    assert client.get("/countries/jpn/?basis=committed").headers["Location"] == "/countries/JPN/?basis=committed"


def test_a_code_that_nobody_bears_is_answered_in_words(db: None, client: Client) -> None:
    assert client.get("/countries/ZZZ/").status_code == 404


def test_a_country_without_an_initiative_says_so(two_countries: Path, client: Client) -> None:
    assert "No initiative of Chile is in the record." in words(client.get("/countries/CHL/").content)


def test_a_sum_of_zero_is_written_and_an_unknown_one_is_undisclosed(two_countries: Path, client: Client) -> None:
    html = client.get("/countries/").content.decode()
    rows = {
        words(row.encode()).split()[0]: words(row.encode())
        for row in re.findall(r'<tr><th scope="row"><span class="pick"><input.*?</tr>', html, re.DOTALL)
    }
    assert "$0 mixed" in rows["Norway"]
    assert "undisclosed" in rows["Sweden"]
