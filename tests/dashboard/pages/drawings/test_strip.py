"""A strip compares on a logarithmic scale, and has nothing to say of fewer than two."""

from decimal import Decimal

from dashboard.pages.drawings import strip


def test_ticks_lie_between_the_edges_in_order_of_size() -> None:
    drawn = strip([Decimal(100), Decimal(1), Decimal(10)], Decimal(10), str)
    assert drawn is not None
    assert drawn.ticks == ("3.00%", "50.00%", "97.00%")
    assert drawn.own == "50.00%"
    assert [words for _, words in drawn.labels] == ["1", "10", "100"]


def test_one_country_alone_is_no_comparison() -> None:
    assert strip([Decimal(5)], Decimal(5), str) is None


def test_a_country_without_a_figure_is_not_marked() -> None:
    drawn = strip([Decimal(1), Decimal(2)], None, str)
    assert drawn is not None
    assert drawn.own == ""
