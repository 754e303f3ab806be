"""A native chart says what it leaves out."""

from dashboard.charts.native import beyond
from initiatives.formats import NO_BREAK


def test_what_is_left_out_is_counted_in_words() -> None:
    assert beyond(24) == f"and 24{NO_BREAK}others, in the table"
    assert beyond(1) == f"and 1{NO_BREAK}other, in the table"
    assert beyond(0) == beyond(-3) == ""
