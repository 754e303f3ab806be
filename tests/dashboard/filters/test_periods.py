"""Fiscal years follow the calendar of the chosen country."""

from datetime import date

import pytest
from django.http import QueryDict

from dashboard.filters import FilterError, Filters


@pytest.mark.parametrize(
    ("country", "first", "last"),
    [
        ("JPN", date(2026, 4, 1), date(2027, 3, 31)),
        ("USA", date(2025, 10, 1), date(2026, 9, 30)),
        ("IND", date(2025, 4, 1), date(2026, 3, 31)),
        ("AUS", date(2025, 7, 1), date(2026, 6, 30)),
        ("DEU", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_fiscal_year_has_the_days_of_its_country(country: str, first: date, last: date) -> None:
    filters = Filters.from_query(QueryDict(f"country={country}&from=FY2026&to=FY2026"))
    assert (filters.first_day, filters.last_day) == (first, last)


def test_the_page_says_which_days_a_fiscal_year_has() -> None:
    filters = Filters.from_query(QueryDict("country=JPN&from=FY2026"))
    assert filters.notes()[0] == "FY2026 begins on 1 Apr 2026 by the calendar of Japan."
    assert filters.as_query() == "country=JPN&from=FY2026"


@pytest.mark.parametrize("query", ["from=FY2026", "from=FY2026&country=JPN&country=USA"])
def test_a_fiscal_year_without_one_calendar_says_how_to_ask(query: str) -> None:
    with pytest.raises(FilterError, match="Choose one country beside it"):
        Filters.from_query(QueryDict(query))


def test_coarse_bounds_cover_whole_periods() -> None:
    filters = Filters.from_query(QueryDict("from=2024&to=2026-02"))
    assert (filters.first_day, filters.last_day) == (date(2024, 1, 1), date(2026, 2, 28))
    assert "all of it lies inside" in filters.notes()[-1]
