"""Dates of items, as feeds write them."""

from datetime import datetime

import pytest
from babel.dates import format_datetime
from hypothesis import assume, given
from hypothesis import strategies as st

from initiatives.ingest.steps.discover.days import dated, moment_of
from tests.initiatives.ingest.steps.discover.feeds import VISITED, of_file


def test_odd_dates_become_days_that_can_be_and_keep_what_was_claimed() -> None:
    found = {item.title: (item.published, item.claimed) for item in of_file("dates.xml").items}
    assert found == {
        "Day 0": ("2026-11-23", None),  # a German weekday, no zone
        "Day 1": ("2026-09-02", None),  # two digits; late in the evening before, in UTC
        "Day 2": ("2026-11-20", None),
        "Day 3": (VISITED, "Fri, 01 Jan 2027 09:00:00 GMT"),
        "Day 4": (VISITED, "soon"),
        "Day 5": ("2026-11-19", None),
        "Day 6": ("2026-11-19", None),
        "Day 7": (VISITED, "0001-01-01T00:00:00Z"),
        "Day 8": ("2026-11-25", None),
    }


def test_an_item_without_a_zone_is_taken_as_utc_and_marked() -> None:
    items = {item.title: item for item in of_file("dates.xml").items}
    assert (items["Day 0"].published_at, items["Day 0"].zone_given) == ("2026-11-23T11:41:36Z", False)
    assert (items["Day 1"].published_at, items["Day 1"].zone_given) == ("2026-09-02T22:01:01Z", True)


def test_an_item_without_a_date_has_none() -> None:
    assert dated("  ", VISITED).published is None


def test_tomorrow_can_be_and_the_day_after_cannot() -> None:
    assert dated("2026-11-26", VISITED).published == "2026-11-26"
    assert (dated("2026-11-27", VISITED).published, dated("2026-11-27", VISITED).claimed) == (VISITED, "2026-11-27")


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-24T05:06:07.123+05:30", "2026-11-23 23:36"),
        ("24.11.2026 14:00 MEZ", "2026-11-24 13:00"),
        ("November 24th, 2026, 3:05 PM EST", "2026-11-24 20:05"),
        ("24 de noviembre de 2026", "2026-11-24 00:00"),
        ("24 ноября 2026 г.", "2026-11-24 00:00"),
        ("Tue, 24 Nov 2026 24:00:00 GMT", "2026-11-24 00:00"),
        ("20261124", "2026-11-24 00:00"),
        ("2026년 11월 24일", "2026-11-24 00:00"),
        ("Tue, 24-Nov-26 10:00:00 GMT", "2026-11-24 10:00"),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, moment: str) -> None:
    found = moment_of(written)
    assert found is not None
    assert f"{found.at:%Y-%m-%d %H:%M}" == moment


@pytest.mark.parametrize("written", ["03/04/2026", "31 Nov 2026", "1 listopada 2000", "yesterday", "12:30", "2026", "Mon, 99 Foo 2026"])
def test_what_names_no_day_or_two_is_not_guessed(written: str) -> None:
    """Listopad is November in Polish and October in Croatian."""
    assert moment_of(written) is None


@given(st.datetimes(min_value=datetime(1995, 1, 1), max_value=datetime(2026, 11, 24)),
       st.sampled_from(["de", "fr", "es", "it", "pt", "nl", "sv", "pl", "cs", "ru", "tr", "fi"]))  # fmt: skip
def test_a_day_written_in_the_words_of_a_language_is_read_back(moment: datetime, language: str) -> None:
    assume((language, moment.month) != ("pl", 11))
    written = format_datetime(moment, "d MMMM y", locale=language)
    assert dated(written, VISITED).published == f"{moment:%Y-%m-%d}"


@given(st.text(max_size=80))
def test_no_text_makes_it_raise(written: str) -> None:
    day = dated(written, VISITED)
    assert day.published is None or day.published <= "2026-11-26"
