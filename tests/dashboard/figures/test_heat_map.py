"""Squares with their numbers: where they stand, how dark they are, and what is written in them."""

from decimal import Decimal
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.figures import drawing, heat_map
from dashboard.figures.heat_map import Head, Square
from dashboard.figures.theme import LIGHT, Figure
from tests.dashboard.figures.rows import HOSTILE, MINISTRY

ROWS = [Head("All from abroad", ""), Head(MINISTRY, "JPN"), Head(HOSTILE, "AAA")]
COLUMNS = [Head(MINISTRY, "JPN"), Head(HOSTILE, "AAA")]
SQUARES = [
    Square(0, 0, Decimal("12.1"), "from abroad", "/organizations/?country=JPN"),
    Square(1, 0, Decimal("87.9"), "at home", "/organizations/?home=JPN", own=True),
    Square(2, 1, Decimal("0.3"), "hardly any"),
]


def made(width: int = 789, narrow: bool = False) -> Figure:
    return heat_map.figure(ROWS, COLUMNS, SQUARES, width, narrow)


def squares(figure: Figure) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace["name"] != "ground"]


@pytest.mark.parametrize(("width", "narrow"), [(789, False), (358, True), (378, True), (1200, False)])
def test_plotly_and_our_own_drawing_accept_it(width: int, narrow: bool) -> None:
    figure = made(width, narrow)
    go.Figure(figure)
    svg = drawing.for_page(figure, "x", "t", "d")
    assert "/organizations/?home=JPN" in svg
    assert "<script>" not in svg


def test_four_greys_and_the_dark_one_has_a_light_number() -> None:
    assert [heat_map.grey_of(Decimal(share)) for share in (1, 5, 20, 50, 100)] == ["land", "rule", "land-edge", "ink-2", "ink-2"]
    colours = {note["text"]: note["font"]["color"] for note in made()["layout"]["annotations"]}
    assert colours["88"] == LIGHT["paper"]
    assert colours["<b>12</b>"] == LIGHT["ink"]


def test_less_than_half_of_one_percent_is_not_written_as_nothing() -> None:
    assert [heat_map.number_of(Decimal(share)) for share in ("0.3", "0.6", "99.6")] == ["<1", "1", "100"]


def test_who_is_at_home_is_edged_and_the_sums_stand_apart() -> None:
    total, home, _ = squares(made())
    assert home["line"]["color"] == LIGHT["ink"] != total["line"]["color"]
    assert min(home["y"]) - max(total["y"]) > heat_map.GAP / 2


def test_a_single_column_does_not_fill_the_width() -> None:
    figure = heat_map.figure(ROWS[:2], COLUMNS[:1], SQUARES[:2], 789)
    assert figure["layout"]["xaxis"]["range"][1] > 5


def test_nothing_is_an_empty_drawing() -> None:
    go.Figure(heat_map.figure([Head("All from abroad", "")], [], [], 358, narrow=True))
