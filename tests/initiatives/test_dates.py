"""Days of known precision."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.dates import first_day, in_words, last_day, parse, precision
from initiatives.dates import typed as typed_day


@pytest.mark.parametrize(
    ("text", "first", "last", "known", "words"),
    [
        ("2025-12-21", date(2025, 12, 21), date(2025, 12, 21), "day", "21 Dec 2025"),
        ("2026-06-01", date(2026, 6, 1), date(2026, 6, 1), "day", "1 Jun 2026"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month", "Feb 2024"),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "year", "2025"),
        ("1900", date(1900, 1, 1), date(1900, 12, 31), "year", "1900"),
        ("2199-12-31", date(2199, 12, 31), date(2199, 12, 31), "day", "31 Dec 2199"),
    ],
)
def test_a_day_knows_what_it_covers(text: str, first: date, last: date, known: str, words: str) -> None:
    assert (parse(text), first_day(text), last_day(text), precision(text), in_words(text)) == (text, first, last, known, words)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is not a day"),
        ("21.12.2025", "Write a day as 2025-12-21"),
        ("2025-1", "is not a day"),
        (" 2025", "is not a day"),
        ("2025-12-21T00:00", "is not a day"),
        ("２０２５", "is not a day"),
        ("2025\n", "is not a day"),
        ("1899", "outside the years 1900 to 2199"),
        ("2200-01-01", "outside the years 1900 to 2199"),
        ("2025-13", "month 13"),
        ("2025-00-01", "month 0"),
        ("2025-02-29", "Feb 2025 has 28 days"),
        ("2025-04-00", "Apr 2025 has 30 days"),
    ],
)
def test_what_is_no_day_is_refused_in_words(text: str, says: str) -> None:
    for question in (parse, first_day, last_day, precision, in_words):
        with pytest.raises(ValueError, match=says):
            question(text)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_lies_in_its_month_and_its_year(day: date) -> None:
    text = day.isoformat()
    assert first_day(text) == last_day(text) == day
    assert first_day(text[:7]) <= day <= last_day(text[:7])
    assert first_day(text[:4]) <= day <= last_day(text[:4])


@pytest.mark.parametrize(
    ("typed", "text"),
    [("21 Dec 2025", "2025-12-21"), ("1. march 2025", "2025-03-01"), ("Sept 2025", "2025-09"), ("2025-12", "2025-12"), ("Ma 2025", "Ma 2025")],
)
def test_a_day_is_taken_as_it_is_shown(typed: str, text: str) -> None:
    assert typed_day(typed) == text


@given(days=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_shown_of_a_day_leads_back_to_it(days: date) -> None:
    assert typed_day(in_words(days.isoformat())) == days.isoformat()
