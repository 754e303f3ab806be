"""Figures of a download as words for a slide: what says something, in a reader's words, and never a zero for what nobody said."""

from datetime import date
from decimal import Decimal

from dashboard.exports import figure_grid
from dashboard.exports.table import Cell
from tests.dashboard.exports.worlds import table


def test_columns_that_say_nothing_or_the_same_twice_are_left_out() -> None:
    shown = figure_grid.whole(
        table("country country_name total undisclosed basis edition", [("JPN", "Japan", Decimal(5_000_000_000), 0, "announced", 7)])
    )
    assert shown.head == ("Country", "Total")
    assert shown.rows == (("Japan", "$5.00\u00a0bn"),)
    assert shown.right == (False, True)


def test_what_nobody_said_is_a_word_and_days_and_shares_are_written_out() -> None:
    cells: list[tuple[Cell, ...]] = [("Japan", Decimal(5), Decimal("41.26"), date(2025, 12, 21)), ("Belgium", None, None, "2025-12")]
    shown = figure_grid.whole(table("country_name total gdp_percent announced", cells))
    assert shown.rows[0][2:] == ("41.3\u00a0%", "21\u00a0Dec\u00a02025")
    assert shown.rows[1] == ("Belgium", "undisclosed", "no figure", "Dec\u00a02025")


def test_beside_a_chart_stand_the_names_and_the_most_telling_figures() -> None:
    rows = [("Norway", "fund", 3, Decimal(5)), ("Norway", "company", 4, Decimal(6))]
    assert figure_grid.beside(table("country_name kind entries total", rows)).head == ("Kind", "Entries", "Total")


def test_rows_that_no_slide_can_hold_are_counted() -> None:
    shown = figure_grid.whole(table("country_name total", ((f"C{number}", Decimal(number)) for number in range(1, 1001))))
    assert shown.rows[-1] == ("All", "$500,500")
    assert len(shown.rows) - 1 + shown.beyond == 1000
