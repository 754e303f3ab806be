"""Short addresses are the same everywhere, are stored when the record was read, and lead on for ever."""

from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from dashboard import short
from dashboard.short.addresses import LETTERS, SHORT_ENOUGH, code_of, store
from dashboard.short.models import ShortAddress

LONG = "/charts/funding-by-country/?country=JPN&country=KOR&basis=committed&currency=EUR&edition=12"


def test_a_code_is_made_from_the_address_alone() -> None:
    assert code_of(LONG) == "gfbqz45tct"
    assert code_of(f"{LONG}&per=gdp") != code_of(LONG)
    assert set(code_of(LONG)) <= set(LETTERS)


@pytest.mark.django_db
def test_what_is_short_stays_and_what_nobody_stores_stays_long() -> None:
    brief = "/ledger/?country=JPN&edition=12"
    assert len(brief) <= SHORT_ENOUGH < len(LONG)
    assert short.shortened(LONG) == LONG
    with short.kept():
        assert short.shortened(brief) == brief
        assert short.shortened(LONG) == f"/s/{code_of(LONG)}"
        assert short.found(code_of(LONG)) is None
    assert short.found(code_of(LONG)) == LONG
    assert short.found(code_of(LONG).upper()) == LONG


@pytest.mark.django_db
def test_what_is_stored_stays_as_it_is_and_costs_one_statement(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(3):  # type: ignore[operator]
        store({code_of(LONG): LONG})
    with django_assert_num_queries(1):  # type: ignore[operator]
        store({code_of(LONG): LONG})
    store({code_of(LONG): "/ledger/?country=another"})
    assert short.found(code_of(LONG)) == LONG


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example/", ""])
def test_no_address_of_another_site_can_be_stored(address: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ShortAddress.objects.create(code="bcdfghjkmn", address=address)


def test_a_file_names_a_short_address_that_leads_to_its_page(two_countries: Path, client: Client) -> None:
    wrapped = client.get("/charts/funding-by-country.json?country=NOR&country=SWE&basis=announced&currency=EUR&scope=ai&scope=chips").json()
    assert wrapped["address"].startswith("http://testserver/charts/funding-by-country/?country=NOR&country=SWE")
    answer = client.get(wrapped["short_address"].removeprefix("http://testserver"))
    assert (answer.status_code, f"http://testserver{answer['Location']}") == (301, wrapped["address"])
    assert client.get(answer["Location"]).status_code == 200


def test_a_picture_names_one_though_its_record_is_read_without_writing(two_countries: Path, client: Client) -> None:
    drawn = client.get("/charts/funding-by-country.svg?country=NOR&country=SWE&currency=EUR&scope=ai&scope=chips").content.decode()
    code = drawn.partition("http://testserver/s/")[2][:10]
    assert (short.found(code) or "").startswith("/charts/funding-by-country/?country=NOR")


def test_a_code_that_stands_for_nothing_is_answered_in_words(two_countries: Path, client: Client) -> None:
    answer = client.get("/s/bcdfghjkmn")
    assert answer.status_code == 404
    assert "No page has the short address /s/bcdfghjkmn" in answer.content.decode()
