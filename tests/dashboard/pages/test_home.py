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


def test_looking_back_counts_what_was_in_the_record_then(curated: Path, client: Client) -> None:
    html = client.get("/?as_of=2025-03-01").content.decode()
    said = words(html.split("In the record:")[1].encode())
    for noun, path in (("initiative", "/initiatives/"), ("organization", "/organizations/"), ("comment", "/commentary/")):
        number = re.search(rf"([\d,]+) {noun}s?\b", said)
        link = re.search(rf'href="({path}\?[^"]*as_of=2025-03-01[^"]*)"', html)
        assert number
        assert link
        assert f"of {number[1]} " in words(client.get(unescape(link[1])).content), noun
    footer = words(html.split("<footer")[1].encode())
    assert re.search(r"\d+ initiatives, ([\d,]+) funding entries", footer)[1] in words(client.get("/ledger/?as_of=2025-03-01").content)  # type: ignore[index]
    assert "As of 1 Mar 2025" in footer


def test_the_countries_of_a_past_day_are_those_that_the_list_holds(two_countries: Path, client: Client) -> None:
    assert "1 initiative of 1 country" in words(client.get("/?as_of=2024-06-01").content)


def test_figures_that_contradict_each_other_are_named(curated: Path, client: Client) -> None:
    said = words(client.get("/").content)
    assert "Which figures are disputed?" in said
    assert "its parts add up to C$2.75 bn, C$450 m more than the C$2.3 bn published for the whole" in said


def test_what_is_new_leads_to_what_moved(curated: Path, client: Client) -> None:
    html = client.get("/").content.decode()
    address = unescape(re.search(r'href="(/changes/\?from=[^"]+)"', html)[1])  # type: ignore[index]
    assert client.get(address).status_code == 200


def test_a_heading_says_what_of_its_sum_is_a_floor(curated: Path, client: Client) -> None:
    for address in ("/?basis=disbursed", "/countries/?basis=disbursed", "/countries/ARE/?basis=disbursed"):
        assert "bn of it “at least”)" in words(client.get(address).content)


def test_an_empty_selection_counts_no_zeros(curated: Path, client: Client) -> None:
    page = words(client.get("/?country=ISL").content)
    assert "The record has no statement on money in this selection. That is silence in the record: it is unknown, not zero." in page
    assert "No comment is recorded in this selection; that is silence, not consent." in page
    assert "0 of 0" not in page


def test_the_questions_of_the_page_are_those_of_its_basis(curated: Path, client: Client) -> None:
    page = words(client.get("/?basis=disbursed").content)
    assert "Which country has paid out most?" in page
    assert "When was it paid out?" in page
