"""Days and years are typed as people write them."""

from datetime import date

import pytest

from initiatives.review.announcing.days import day_as_typed, fiscal_in_words, period_as_typed, read_day, read_period

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30 Jun 2026", "2026-06-30"),
        ("June 30, 2026", "2026-06-30"),
        ("30.6.2026", "2026-06-30"),
        ("6/30/2026", "2026-06-30"),
        ("2026年6月30日", "2026-06-30"),
        ("2026-06-30", "2026-06-30"),
        ("June 2026", "2026-06"),
        ("2026", "2026"),
        ("yesterday", "2026-11-25"),
    ],
)
def test_a_day_is_read_in_the_forms_of_the_world(typed: str, day: str) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("day", ["2026-06-30", "2026-06", "2026"])
def test_a_day_as_the_form_writes_it_is_read_as_the_same(day: str) -> None:
    assert read_day(day_as_typed(day), TODAY) == day


@pytest.mark.parametrize(
    ("typed", "words"), [("3/4/2026", "3 April or 4 March"), ("31 Feb 2026", "28 days"), ("soon", "30 Jun 2026"), ("1 Jan 1066", "1900")]
)
def test_what_is_no_day_or_may_be_two_is_refused(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("FY2026", "2026-2026"),
        ("fiscal 2026", "2026-2026"),
        ("2026", "2026-2026"),
        ("2026-30", "2026-2030"),
        ("FY2026-27", "2026-2026"),
        ("2026 to 2030", "2026-2030"),
        ("5 years from 2026", "2026-2030"),
    ],
)
def test_years_are_kept_as_their_first_and_last(typed: str, period: str) -> None:
    assert read_period(typed) == period
    assert read_period(period_as_typed(period)) == period


@pytest.mark.parametrize("typed", ["five", "2030-2026", "1066", "2026-2030-2040"])
def test_what_names_no_years_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="2026-2030"):
        read_period(typed)


def test_a_fiscal_year_is_said_in_months_by_the_calendar_of_its_country() -> None:
    assert fiscal_in_words("FY2026", ("JPN",)) == "April 2026 to March 2027, the fiscal calendar of Japan"
    assert fiscal_in_words("FY2026", ("USA",)) == "October 2025 to September 2026, the fiscal calendar of United States"
    assert fiscal_in_words("2026", ("JPN",)) == ""
    assert fiscal_in_words("FY2026", ("JPN", "USA")) == ""
