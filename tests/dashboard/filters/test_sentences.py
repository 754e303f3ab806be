"""A filter says what it selects, each part removable."""

import pytest
from django.http import QueryDict

from dashboard.filters import Filters


def read(query: str) -> Filters:
    return Filters.from_query(QueryDict(query))


def test_the_sentence_names_selection_and_counting() -> None:
    filters = read("country=JPN&country=KOR&kind=compute&kind=-chips&scope=ai&scope=wider&basis=committed&currency=EUR&per=gdp")
    assert filters.selection_in_words() == "Japan or South Korea, computing capacity and not chips"
    assert filters.counting_in_words() == "committed or firmer, AI and wider programmes, euros at the rate of each day, % of GDP"
    assert filters.in_words() == f"{filters.selection_in_words()}; {filters.counting_in_words()}"


def test_without_filters_it_is_the_whole_record() -> None:
    assert read("").in_words() == "the whole record; announced or firmer, AI, US dollars at the rate of each day"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=2024", "from 1 Jan 2024"),
        ("to=2026-02", "to 28 Feb 2026"),
        ("min=1e9&currency=JPY", "counts at least ¥1,000,000,000"),
        ("as_of=2026-07-03", "as of 3 Jul 2026"),
        ("q=gpu", "“gpu”"),
        ("kind=-chips", "not chips"),
        ("country=joint", "joint efforts"),
        ("step=contained", "already inside a larger sum"),
    ],
)
def test_each_active_filter_is_words_with_a_way_out(query: str, words: str) -> None:
    active = read(query).active()[-1]
    assert active.words == words
    assert active.field not in active.without


def test_how_it_is_counted_is_no_removable_word() -> None:
    assert read("basis=committed&scope=chips&currency=EUR&per=gdp&sort=name&page=2").active() == []
