"""Bars of quantities: what is firm, what is open, and room for every word."""

from decimal import Decimal
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from dashboard.figures import drawing, quantity_bars, text
from dashboard.figures.hatched import hatched
from dashboard.figures.quantity_bars import Line
from tests.dashboard.figures.rows import HOSTILE, MINISTRY


def line(name: str, status: str, value: str, open_end: str = "0", floor: bool = False, words: str = "", first: bool = True) -> Line:
    return Line(name, status, Decimal(value), f"about {value} MW", Decimal(open_end), floor, words, name, "/countries/JPN/", first)


LINES = [
    line(MINISTRY, "planned", "8600", "6600", words="of which target 6,600"),
    line(MINISTRY, "installed", "50", first=False),
    line(HOSTILE, "planned", "7000", floor=True),
]


@pytest.mark.parametrize("width", [358, 378, 789, 1200])
def test_plotly_print_and_our_own_drawing_accept_it(width: int) -> None:
    figure = quantity_bars.figure(LINES, "MW", width)
    go.Figure(figure)
    go.Figure(hatched(figure))
    assert 'href="/countries/JPN/"' in drawing.for_page(figure, "x", "t", "d")


@pytest.mark.parametrize("width", [358, 789])
def test_every_value_has_room(width: int) -> None:
    root = ElementTree.fromstring(drawing.for_page(quantity_bars.figure(LINES, "MW", width), "x", "t", "d"))
    for element in (found for found in root.iter() if found.tag.endswith("text") and found.get("x")):
        end = float(element.get("x", 0)) + text.width_of("".join(element.itertext())) * 0.9
        assert element.get("text-anchor") in ("end", "middle") or end <= width + 4


def test_what_is_only_a_ceiling_or_a_target_is_an_open_end_behind_what_is_firm() -> None:
    found = {trace["name"]: trace for trace in quantity_bars.figure(LINES, "MW", 789)["data"]}
    assert (found["planned"]["x"][0], found["open"]["x"], found["open"]["base"]) == (2000, [6600], [2000])
    assert found["at least"]["y"] == [2]
    assert "pattern" in found["open"]["marker"]


def test_planned_and_installed_of_one_country_are_two_bars_under_one_name() -> None:
    figure = quantity_bars.figure(LINES, "MW", 789)
    found = {trace["name"]: trace for trace in figure["data"]}
    assert found["installed"]["y"] == [1]
    assert [note["text"] for note in figure["layout"]["annotations"]].count(MINISTRY) == 1


def test_the_last_mark_of_the_axis_carries_the_unit() -> None:
    ticks = quantity_bars.figure(LINES, "MW", 789)["layout"]["xaxis"]["ticktext"]
    assert ticks[0] == "0"
    assert ticks[-1] == "7,500\u00a0MW"


def test_small_amounts_keep_their_digits_and_nothing_is_an_empty_drawing() -> None:
    assert quantity_bars.written(Decimal("0.480000")) == "0.48"
    assert quantity_bars.written(Decimal("300000.000000")) == "300,000"
    go.Figure(quantity_bars.figure([], "MW", 358))
