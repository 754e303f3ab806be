"""Diverging bars: one unit on both sides, neutral astride, every mark with its comments."""

import plotly.graph_objects as go
import pytest

from dashboard.figures import drawing, key, stance_bars, theme
from dashboard.figures.hatched import hatched
from dashboard.figures.stance_bars import Stand
from tests.dashboard.figures.rows import HOSTILE, MINISTRY

ROWS = [
    Stand(MINISTRY, {"critical": 2, "cautious": 3, "neutral": 4, "supportive": 10}, {"critical": "/commentary/?stance=critical"}),
    Stand(HOSTILE, {"critical": 0, "cautious": 0, "neutral": 1, "supportive": 0}, {}),
]


@pytest.mark.parametrize("width", [358, 378, 789, 1200])
def test_plotly_print_and_our_own_drawing_accept_it(width: int) -> None:
    figure = stance_bars.figure(ROWS, width)
    go.Figure(figure)
    go.Figure(hatched(figure))
    svg = drawing.for_page(figure, "x", "t", "d")
    assert 'href="/commentary/?stance=critical"' in svg
    assert "<script>" not in svg


def test_doubt_lies_left_support_right_and_neutral_astride_the_line() -> None:
    found = {trace["name"]: trace for trace in stance_bars.figure(ROWS, 789)["data"]}
    ends = {name: (trace["base"][0], trace["base"][0] + trace["x"][0]) for name, trace in found.items()}
    assert ends == {"critical": (-7, -5), "cautious": (-5, -2), "neutral": (-2, 2), "supportive": (2, 12)}
    assert found["neutral"]["base"][1] == -0.5


def test_the_counts_stand_at_both_ends_without_the_neutral_ones() -> None:
    words = [note["text"] for note in stance_bars.figure(ROWS, 789)["layout"]["annotations"]]
    assert words[3:5] == ["5", "10"]
    assert words[-2:] == ["0", "0"]


def test_each_stance_has_its_colour_its_mark_and_its_word() -> None:
    items = key.stances(set(theme.STANCES))
    assert [item.words for item in items] == ["critical", "cautious", "neutral", "supportive"]
    assert len({item.look["symbol"] for item in items}) == 4
    assert len({item.mark(f"k{place}") for place, item in enumerate(items)}) == 4
    for item in items:
        go.Figure(layout={"shapes": key.shapes(item.look, 0, 0)})


def test_no_comments_are_an_empty_drawing() -> None:
    go.Figure(stance_bars.figure([], 358))
