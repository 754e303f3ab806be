"""The home page says what the record counts, and every number opens what it counts."""

import re
from html import unescape
from pathlib import Path

from django.test import Client


def words(html: bytes) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html.decode()).replace("\xa0", " "))).replace("\xa0", " ")


def test_the_sentence_counts_each_sum_once(curated: Path, client: Client) -> None:
    said = words(client.get("/").content)
    assert "59 countries and the European Union have announced $314 bn for AI." in said
    assert "$5.39 tn was published in 539 statements" in said
    assert "$179 bn for chips" in said


def test_the_total_opens_the_entries_that_make_it_up(curated: Path, client: Client) -> None:
    html = client.get("/").content.decode()
    address = unescape(re.search(r'<h1>.*?href="([^"]+)"[^>]*>\$314', html, re.DOTALL)[1])  # type: ignore[index]
    assert "All 307 statements" in words(client.get(address).content)


def test_a_firmer_basis_changes_the_verb_and_the_sum(curated: Path, client: Client) -> None:
    assert "have committed $125 bn for AI." in words(client.get("/?basis=committed").content)


def test_another_currency_is_said_everywhere(curated: Path, client: Client) -> None:
    said = words(client.get("/?currency=EUR").content)
    assert "euros at the rate of each day" in said
    assert "€" in said


def test_nothing_at_a_basis_is_said_in_words(two_countries: Path, client: Client) -> None:
    assert "nothing for AI is paid out" in words(client.get("/?basis=disbursed").content)
