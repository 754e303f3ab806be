"""An address is read once, whole, and refused in words."""

from decimal import Decimal

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import FilterError, Filters, fields

pytestmark = pytest.mark.django_db


def read(query: str) -> Filters:
    return Filters.from_query(QueryDict(query))


def kept(query: QueryDict) -> tuple[Filters, list[str]]:
    try:
        return Filters.from_query(query), []
    except FilterError as refused:
        return refused.kept, [problem.message for problem in refused.problems]


def problems(query: str) -> dict[str, str]:
    with pytest.raises(FilterError) as refused:
        read(query)
    return {problem.field: problem.message for problem in refused.value.problems}


def test_an_empty_address_is_the_default() -> None:
    filters = read("country=&q=&page=")
    assert (filters.basis, filters.scope, filters.currency, filters.per, filters.page) == ("announced", ("ai",), "USD", "total", 1)
    assert filters.as_query() == ""


def test_a_shared_address_fills_every_control() -> None:
    query = "q=gpu&country=JPN&country=KOR&kind=compute&origin=public&basis=committed&from=2024&to=2026-06&min=1e8&currency=EUR&sort=-amount"
    filters = read(query)
    assert filters.min == Decimal(100_000_000)
    assert filters.as_query() == query.replace("1e8", "100000000")


def test_a_misspelt_word_is_refused_with_what_is_allowed_and_the_rest_is_kept() -> None:
    with pytest.raises(FilterError) as refused:
        read("basis=comitted&country=JPN")
    problem = refused.value.problems[0]
    assert problem.message == "“comitted” is no basis. Use one of: headline, announced, budgeted, committed, disbursed."
    assert problem.nearest == "committed"
    assert refused.value.kept.country == ("JPN",)


def test_every_problem_of_an_address_is_named_at_once() -> None:
    found = problems("kind=compyte&from=2025-02-30&page=0&min=lots&currency=YEN&stance=angry&sort=size")
    assert found.keys() == {"kind", "from", "page", "min", "currency", "stance", "sort"}
    assert "February" not in found["from"]
    assert "28 days" in found["from"]


def test_a_name_that_no_country_bears_is_refused_with_what_can_be_used() -> None:
    assert problems("country=Atlantis")["country"].startswith("“Atlantis” is no country of the table. Use the three letters")


@pytest.mark.parametrize("query", ["q=a%00b", "theme=%01", "country=%00JPN", "q=a%0Ab%1F"])
def test_control_characters_are_refused_in_words(query: str) -> None:
    found = problems(query)
    assert "control character" in next(iter(found.values()))
    assert all(character.isprintable() for message in found.values() for character in message)


def test_overlong_values_and_endless_repeats_are_refused() -> None:
    assert "at most 200" in problems(f"q={'x' * 300}")["q"]
    assert "At most 60" in problems("&".join(f"country={code}" for code in sorted(fields.known_codes())[:70]))["country"]


def test_bounds_that_leave_nothing_between_them_are_refused() -> None:
    assert "nothing lies between" in problems("min=5&max=2")["min"]
    assert "no day lies between" in problems("from=2026&to=2024")["from"]


@pytest.mark.parametrize("amount", ["-1", "nan", "inf", "1e99", "1_000", "1,000", "1e-30", "٣٣٣ million"])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    assert "is no amount" in problems(f"min={amount}")["min"]


def test_a_minus_excludes_and_repeats_are_alternatives() -> None:
    filters = read("kind=compute&kind=fund&kind=-chips&kind=compute")
    assert (filters.chosen("kind"), filters.excluded("kind")) == (("compute", "fund"), ("chips",))


def test_an_excluded_scope_leaves_the_others() -> None:
    assert read("scope=-chips").scope == ("ai", "wider")
    assert read("scope=wider&scope=ai").scope == ("ai", "wider")


def test_parameters_of_nobody_are_named_and_harmless() -> None:
    filters = read("year=2025&utm_source=x&country=JPN")
    assert filters.notes()[0] == "“year” is now called “from and to”; it was left out."
    assert "“utm_source” is no filter" in filters.notes()[1]
    assert filters.as_query() == "country=JPN"


@given(st.lists(st.tuples(st.sampled_from([*fields.PARAMETERS, "other"]), st.text(max_size=300)), max_size=12))
def test_no_address_raises_anything_but_words(pairs: list[tuple[str, str]]) -> None:
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    filters, messages = kept(query)
    assert all(message.endswith((".", "…")) for message in messages)
    assert Filters.from_query(QueryDict(filters.as_query(page=filters.page))).cache_key() == filters.cache_key()


@pytest.mark.parametrize(
    ("typed", "field", "meant"),
    [
        ("country=Japan", "country", ("JPN",)),
        ("country=-south+korea", "country", ("-KOR",)),
        ("country=jpn&country=JPN", "country", ("JPN",)),
        ("home=Unknown", "home", ("unknown",)),
        ("region=europe", "region", ("Europe",)),
        ("kind=Foundation+model", "kind", ("foundation-model",)),
        ("currency=usd", "currency", "USD"),
        ("currency=Japanese+yen", "currency", "JPY"),
        ("basis=Committed", "basis", "committed"),
    ],
)
def test_names_and_other_cases_are_read_as_the_values_they_stand_for(typed: str, field: str, meant: object) -> None:
    filters = Filters.from_query(QueryDict(typed))
    assert getattr(filters, field) == meant
    assert filters.is_rewritten is ("JPN" not in typed)


def test_an_address_of_codes_is_not_written_anew() -> None:
    assert not Filters.from_query(QueryDict("country=JPN&currency=EUR&scope=chips&scope=ai&basis=announced&page=2&q=a")).is_rewritten
