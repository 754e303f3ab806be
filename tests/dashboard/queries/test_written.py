"""What is written once for a shape of filters is what Django writes for each of them."""

from collections.abc import Callable, Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from django.core.exceptions import EmptyResultSet
from django.http import QueryDict

from dashboard.filters import Filters
from dashboard.queries import selection, written
from dashboard.queries.facets import INITIATIVE_LEGS
from initiatives.models import FundingCount, Initiative

VALUES = {
    "country": ("JPN", "-JPN", "joint", "USA", "-joint", "FRA"),
    "kind": ("compute", "chips", "-chips", "talent"),
    "status": ("announced", "-paused", "underway"),
    "origin": ("public", "-unknown", "unknown", "private"),
    "stage": ("pledged", "-committed", "budgeted"),
    "instrument": ("grant", "-loan"),
    "relation": ("part-of", "-restates"),
    "role": ("lead", "-partner"),
    "home": ("unknown", "JPN", "-unknown", "-USA"),
    "stance": ("supportive", "-critical"),
    "region": ("Europe", "-East Asia"),
    "reason": ("counted", "-restates"),
    "basis": ("committed", "headline"),
    "scope": ("chips",),
    "min": ("1000", "5e6"),
    "currency": ("EUR", "JPY"),
    "sort": ("name", "-amount"),
    "page": ("2", "3"),
    "tier": ("1", "-2"),
    "as_of": ("2025-06-30",),
}
THEMES = ((), ("energy",), ("energy", "-health"), ("-health",))  # no list of the record holds them here
DAYS = ("2024", "2024-05", "2025-12-21", "2026-01-01")


def entries(filters: Filters) -> Any:
    return selection.entries(filters).order_by("id").values_list("id")


def initiatives(filters: Filters) -> Any:
    return selection.initiatives(filters).order_by("id").values_list("id", "slug")


def comments(filters: Filters) -> Any:
    return selection.comments(filters).order_by("id").values_list("id")


def organizations(filters: Filters) -> Any:
    return selection.organizations(filters).order_by("id").values_list("id")


def facet_of(name: str) -> Callable[[Filters], Any]:
    def counts(filters: Filters) -> Any:
        return INITIATIVE_LEGS[name](filters).values_list("value", "rows")

    return counts


QUESTIONS = (entries, initiatives, comments, organizations, *map(facet_of, INITIATIVE_LEGS))


def random_filters(number: int) -> Iterator[Filters]:
    """Filters with up to four parameters of up to three values, and days for some of them."""
    chance = Random(number)
    for _ in range(25):
        names = chance.sample(sorted(VALUES), chance.randint(0, 4))
        pairs = [f"{name}={value}" for name in names for value in chance.sample(VALUES[name], chance.randint(1, min(3, len(VALUES[name]))))]
        pairs += [f"from={chance.choice(DAYS[:2])}"] if chance.random() < 0.3 else []
        pairs += [f"to={chance.choice(DAYS[2:])}"] if chance.random() < 0.3 else []
        single = {name: pair for pair in pairs for name in [pair.split("=")[0]] if name in ("basis", "min", "currency", "sort", "page", "as_of")}
        query = "&".join([*single.values(), *(pair for pair in pairs if pair.split("=")[0] not in single)])
        yield Filters.from_query(QueryDict(query)).model_copy(update={"theme": chance.choice(THEMES)})


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_kept_statement_is_the_one_that_would_be_written_anew(db: None, question: Callable[[Filters], Any]) -> None:
    for filters in random_filters(QUESTIONS.index(question)):
        assert plain(written.statement(question, filters)) == plain(anew(question, filters)), filters.as_query()


def anew(question: Callable[[Filters], Any], filters: Filters) -> tuple[str, tuple[Any, ...]] | None:
    try:
        sql, parameters = question(filters).query.sql_with_params()
    except EmptyResultSet:
        return None
    return sql, parameters


def plain(found: tuple[str, tuple[Any, ...]] | None) -> Any:
    return None if found is None else (found[0], list(found[1]))


def test_filters_of_one_shape_are_written_once(db: None) -> None:
    written.written.cache_clear()
    for code in ("JPN", "USA", "FRA"):
        written.statement(entries, Filters.from_query(QueryDict(f"country={code}&kind=chips&from=2024")))
    assert written.written.cache_info().misses == 1
    written.statement(entries, Filters.from_query(QueryDict("country=joint&kind=chips&from=2024")))
    assert written.written.cache_info().misses == 2


def test_days_are_put_where_their_marks_were(db: None) -> None:
    shape, values = written.shaped(Filters.from_query(QueryDict("from=2024&to=2025-06")))
    assert shape == ("first_day", "last_day")
    assert set(values.values()) == {date(2024, 1, 1), date(2025, 6, 30)}


def of_some(_filters: Filters, ids: list[int]) -> Any:
    return FundingCount.objects.filter(written.OneOf("initiative_id", ids)).order_by("id").values_list("initiative_id", "owners")


def test_some_rows_are_asked_for_by_their_numbers_and_come_as_django_has_them(two_countries: None) -> None:
    ids = list(Initiative.objects.values_list("id", flat=True))
    for some in (ids[:1], ids[1:3], []):
        expected = FundingCount.objects.filter(initiative__in=some).order_by("id").values_list("initiative_id", "owners")
        assert written.rows(of_some, Filters(), ids=some) == list(expected)


def test_rows_come_by_the_names_of_their_columns(two_countries: None) -> None:
    found = written.named_rows(initiatives, Filters())
    assert found == list(Initiative.objects.order_by("id").values("id", "slug"))
