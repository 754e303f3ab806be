"""A floor is marked where it is a quarter of a sum or more."""

from decimal import Decimal

import pytest

from dashboard.figures import floors


@pytest.mark.parametrize(
    ("total", "floor", "marked"),
    [(100, 25, True), (100, 24, False), (100, 0, False), (0, 0, False), (0, 5, False), (None, 0, False), (None, 5, False)],
)
def test_a_quarter_is_marked_and_less_is_not(total: int | None, floor: int, marked: bool) -> None:
    assert floors.is_marked(None if total is None else Decimal(total), Decimal(floor)) is marked


def test_each_mark_stands_a_little_behind_the_end_of_its_bar() -> None:
    (trace,) = floors.marks([(0, Decimal(10)), (3, Decimal(5))], pixels=4)
    assert (trace["y"], trace["x"]) == ([0, 3], [12, 7])
    assert floors.marks([], pixels=4) == []
