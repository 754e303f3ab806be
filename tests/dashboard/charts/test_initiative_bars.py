"""Initiatives as bars of an office program: lifted to their start, as long as they last, in their status."""

from datetime import date

from dashboard.charts.initiative_bars import native
from dashboard.figures.time_bars import Frame, Run


def test_a_bar_begins_with_its_start_and_ends_with_its_end() -> None:
    runs = [Run("Compute plan", "JPN", "underway", "2025", "2026", "2025 to 2026"), Run("Fund", "KOR", "paused", "2024", None, "from 2024")]
    drawn = native(runs, Frame.of(runs, date(2026, 7, 1)), "")
    lift, underway, paused = drawn.series
    assert not lift.drawn
    assert [float(value or 0) for value in lift.values] == [2025, 2024]
    assert [underway.values[1], paused.values[0]] == [None, None]
    assert float(underway.values[0] or 0) == 2.0
    assert drawn.years == (2024, 2028)
    assert drawn.categories[0] == "JPN Compute plan"


def test_long_names_keep_to_one_line() -> None:
    run = Run("A very long name of an initiative that nobody can read", "JPN", "announced", "2025", "2026", "")
    assert native([run], Frame.of([run], date(2026, 1, 1)), "").categories[0].endswith("…")
