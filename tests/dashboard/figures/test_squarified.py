"""Rectangles that fill a box in the proportion of given numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.areas import Box
from dashboard.figures.squarified import rows_of, side_by_side, squarified

SIZES = st.lists(st.floats(min_value=0.001, max_value=1e12), min_size=1, max_size=40)


@given(SIZES)
def test_every_rectangle_has_its_share_of_the_area_and_lies_inside(sizes: list[float]) -> None:
    ranked = sorted(sizes, reverse=True)
    boxes = squarified(ranked, Box(10, 20, 400, 300))
    assert len(boxes) == len(ranked)
    for size, box in zip(ranked, boxes, strict=True):
        assert box.width * box.height == pytest.approx(size / sum(ranked) * 400 * 300, rel=1e-6, abs=1e-6)
        assert box.x >= 10 - 1e-6
        assert box.y >= 20 - 1e-6
        assert box.x + box.width <= 410 + 1e-6
        assert box.y + box.height <= 320 + 1e-6


def test_equal_numbers_make_squares() -> None:
    assert squarified([1, 1, 1, 1], Box(0, 0, 100, 100)) == [Box(0, 0, 50, 50), Box(0, 50, 50, 50), Box(50, 0, 50, 50), Box(50, 50, 50, 50)]


def test_nothing_fills_nothing() -> None:
    assert squarified([], Box(0, 0, 10, 10)) == []
    assert rows_of([], 10, 10) == []


@given(SIZES)
def test_rows_take_every_number_once(sizes: list[float]) -> None:
    assert sum(rows_of(sorted(sizes, reverse=True), 789, 480)) == len(sizes)


def test_a_box_is_cut_beside_or_under() -> None:
    assert side_by_side([3, 1], Box(0, 0, 40, 10), upright=False) == [Box(0, 0, 30, 10), Box(30, 0, 10, 10)]
    assert side_by_side([3, 1], Box(0, 0, 10, 40), upright=True) == [Box(0, 0, 10, 30), Box(0, 30, 10, 10)]
