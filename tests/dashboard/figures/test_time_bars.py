"""Spans of time: days as far as they are known, open ends, statuses that print apart."""

import json
from datetime import date

import plotly.graph_objects as go
import pytest

from dashboard.figures import drawing, time_bars
from dashboard.figures.hatched import hatched
from dashboard.figures.time_bars import Frame, Run, days_words, ends, year_of
from initiatives.vocabulary import INITIATIVE_STATUSES
from tests.dashboard.figures.rows import HOSTILE, MINISTRY

TODAY = date(2026, 7, 3)
RUNS = [
    Run(MINISTRY, "JPN", "underway", "2025", "2027", "words", "/initiatives/a/"),
    Run(HOSTILE, "AAA+", "announced", "2026-04-12", None, "words"),
    Run("Over", "SWE", "completed", "2021-03", None, "words"),
    Run("Stopped", "SWE", "cancelled", "2015", "2024-06", "words"),
    Run("Far", "CHN", "paused", "2025", "2060", "words"),
]


@pytest.mark.parametrize(("width", "narrow", "small"), [(358, True, False), (378, False, True), (789, False, False), (1200, False, False)])
def test_plotly_print_and_our_own_drawing_accept_it(width: int, narrow: bool, small: bool) -> None:
    figure = time_bars.figure(RUNS, TODAY, width, narrow, small)
    go.Figure(figure)
    go.Figure(hatched(figure))
    svg = drawing.for_page(figure, "x", "t", "d")
    assert 'href="/initiatives/a/"' in svg
    assert "<script>" not in svg


def test_a_year_alone_takes_in_the_whole_year_and_a_day_only_itself() -> None:
    frame = Frame.of(RUNS, TODAY)
    start, end = ends(RUNS[0], frame)
    assert (start, round(end, 2)) == (2025, 2028)
    assert ends(RUNS[1], frame)[0] == pytest.approx(2026 + 101 / 365)


def test_an_end_that_nobody_states_goes_to_the_edge_or_to_today_where_it_is_over() -> None:
    frame = Frame.of(RUNS, TODAY)
    assert ends(RUNS[1], frame)[1] == frame.last
    assert ends(RUNS[2], frame)[1] == year_of(TODAY)
    arrows = {trace["name"]: trace for trace in time_bars.figure(RUNS, TODAY, 789)["data"]}["open"]
    assert arrows["y"] == [1, 2, 4], "no end stated, no end stated though over, and an end beyond the axis"


def test_the_axis_keeps_to_some_years_around_the_day_shown() -> None:
    frame = Frame.of(RUNS, TODAY)
    assert (frame.first, frame.last) == (2018, 2035)
    assert ends(RUNS[3], frame)[0] == 2018


def test_words_say_no_more_of_a_day_than_is_known() -> None:
    assert days_words("2025", "2027-06") == "2025 to Jun 2027"
    assert days_words("2025-12-21", None) == "from 21 Dec 2025"
    assert days_words("2026", "2026") == "2026"
    assert days_words(None, None) == "days unknown"


def test_every_status_has_a_look_of_its_own_that_is_more_than_a_colour() -> None:
    assert set(time_bars.LOOKS) == set(INITIATIVE_STATUSES)
    assert len({json.dumps(look, sort_keys=True) for look in time_bars.LOOKS.values()}) == 5
    assert all("pattern" in time_bars.LOOKS[status] for status in ("paused", "cancelled"))


def test_nothing_is_an_empty_drawing() -> None:
    go.Figure(time_bars.figure([], TODAY, 358, narrow=True))
