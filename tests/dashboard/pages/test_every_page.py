"""Every page over a small record and over none: it answers in words, and asks no more where there are fewer rows."""

from pathlib import Path

from django.test import Client

from tests.dashboard.pages.test_frame import MOST_QUERIES, questions

LISTS = ("/", "/initiatives/", "/countries/", "/organizations/", "/commentary/", "/ledger/", "/charts/funding-by-country/")


def test_the_number_of_questions_does_not_grow_with_the_rows(two_countries: Path, client: Client) -> None:
    for address in LISTS:
        assert questions(client, address) <= MOST_QUERIES, address


def test_an_empty_record_is_said_in_words(db: None, client: Client) -> None:
    for address in (
        "/",
        "/initiatives/",
        "/countries/",
        "/compare/",
        "/organizations/",
        "/commentary/",
        "/ledger/",
        "/charts/",
        "/charts/funding-map/",
        "/about/data/",
    ):
        assert client.get(address).status_code == 200, address


def test_a_name_with_control_characters_is_no_page(db: None, client: Client) -> None:
    for address in ("/initiatives/%00/", "/countries/%00/", "/organizations/a%00b/", "/initiatives/%0d%0aSet-Cookie:x/", "/charts/%00/", "/%00"):
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert "There is no such page" in answer.content.decode()


def test_other_methods_than_reading_are_refused(db: None, client: Client) -> None:
    assert client.post("/initiatives/").status_code == 405
