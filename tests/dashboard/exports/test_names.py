"""File and sheet names that say what they hold and that every program takes."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.names import file_name, sheet_name
from tests.dashboard.exports.worlds import heading


def test_a_file_name_says_table_filter_counting_and_edition() -> None:
    found = file_name(heading(country=("JPN", "KOR"), basis="committed", scope=("ai", "chips"), currency="EUR", min=Decimal(5)), "csv")
    assert found == "funding-by-country_JPN-KOR_5_committed_ai-chips_EUR_edition-7.csv"


@given(st.text(max_size=300))
def test_a_file_name_needs_no_quoting_whatever_is_searched_for(words: str) -> None:
    found = file_name(heading(q=words), "csv")
    assert len(found) < 150
    assert not set(found) & set('"/\\:*?<>|\n\r\x00')


@given(st.lists(st.text(max_size=60), max_size=8))
def test_sheet_names_are_allowed_and_unlike_each_other(titles: list[str]) -> None:
    taken: list[str] = []
    for title in titles:
        taken.append(sheet_name(title, taken))
    assert len({name.casefold() for name in taken}) == len(titles)
    for name in taken:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name == name.strip("'")
        assert name.casefold() != "history"
