"""Addresses are made from filters, and the same selection has one key."""

import pytest
from django.http import QueryDict

from dashboard.filters import Filters, fields


def read(query: str) -> Filters:
    return Filters.from_query(QueryDict(query))


def test_another_choice_leads_back_to_the_first_page() -> None:
    filters = read("country=JPN&page=3")
    assert filters.as_query(page=4) == "country=JPN&page=4"
    assert filters.toggled("kind", "compute") == "country=JPN&kind=compute"
    assert filters.as_query() == "country=JPN&page=3"


def test_a_choice_is_put_in_and_taken_out() -> None:
    filters = read("kind=compute&kind=fund")
    assert filters.toggled("kind", "compute") == "kind=fund"
    assert filters.without("kind", "fund") == "kind=compute"
    assert filters.without("kind") == ""


def test_scopes_add_to_the_default() -> None:
    assert read("").toggled("scope", "chips") == "scope=ai&scope=chips"
    assert read("scope=ai&scope=chips").toggled("scope", "chips") == ""


@pytest.mark.parametrize("field", ["kind", "country", "status", "origin"])
def test_many_toggles_at_once_are_the_single_ones(field: str) -> None:
    filters = read("q=gpu&country=JPN&kind=compute&status=underway&origin=public&currency=EUR&page=2")
    value = next(iter(fields.CLOSED.get(field, {"KOR": ""})))
    assert filters.toggler(field)(value) == filters.toggled(field, value)


def test_the_order_of_alternatives_is_kept_in_the_address_and_not_in_the_key() -> None:
    one, other = read("country=KOR&country=JPN"), read("country=JPN&country=KOR")
    assert one.country == ("KOR", "JPN")
    assert one.cache_key() == other.cache_key()


def test_an_order_that_a_page_does_not_have_gives_way_to_its_own() -> None:
    assert read("sort=-amount").sorted_by(("name", "amount"), "name") == ("amount", True)
    assert read("sort=speaker").sorted_by(("name", "amount"), "-name") == ("name", True)
