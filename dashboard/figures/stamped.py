"""A figure as it leaves the site: question, basis and day, key, source and short address inside the picture, on white; knows no rows."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.figures import key, text, theme
from dashboard.figures.key import KeyItem
from dashboard.figures.theme import LIGHT, TEXT_SIZE, TITLE_SIZE, Figure

EDGE: Final = 24  # pixels of white around everything
WIDENINGS: Final = 12  # a map grows higher as it grows wider, so its shape is found in steps
LARGEST_STRETCH: Final = 1.8  # of the height of a plot, before bars look like blocks
TITLE_LINE, TEXT_LINE = 27, 19  # pixels from line to line


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of a picture; `under` are lines below the drawing, `source` the last ones."""

    title: str
    subtitle: str
    source: str
    under: Sequence[str] = ()
    items: Sequence[KeyItem] = ()


def stamped(figure: Figure, frame: Frame, edge: int = EDGE) -> Figure:
    """A copy with room for the words on every side; its width grows by the white edges, `edge` pixels each."""
    layout = figure["layout"]
    margin, width = layout["margin"], layout["width"]
    titles = text.wrapped(frame.title, width, TITLE_SIZE) if frame.title else []
    subtitles = text.wrapped(frame.subtitle, width) if frame.subtitle else []
    below = [line for words in (*frame.under, frame.source) if words for line in text.wrapped(words, width)]
    rows = key.rows_of(list(frame.items), width) if frame.items else []
    above = len(titles) * TITLE_LINE + len(subtitles) * TEXT_LINE + len(rows) * key.ROW + 22
    head = edge + above
    foot = len(below) * TEXT_LINE + edge + 14
    words = _Words(margin)
    notes = [
        *words.lines(titles, above, TITLE_SIZE, TITLE_LINE, "ink", bold=True),
        *words.lines(subtitles, above - len(titles) * TITLE_LINE, TEXT_SIZE, TEXT_LINE, "ink-2"),
        *words.key_words(rows),
        *words.below(below),
    ]
    return {
        "data": figure["data"],
        "layout": layout
        | {
            "width": width + 2 * edge,
            "height": layout["height"] + head + foot,
            "paper_bgcolor": LIGHT["paper"],
            "margin": {"l": margin["l"] + edge, "r": margin["r"] + edge, "t": margin["t"] + head, "b": margin["b"] + foot},
            "annotations": [*layout.get("annotations", []), *notes],
            "shapes": [*layout.get("shapes", []), *words.key_shapes(rows)],
        },
    }


def fitted(draw: Callable[[int], Figure], frame: Frame, width: int, ratio: float, stretches: bool) -> Figure:
    """`stamped` at a shape of `ratio` (width over height), `width` pixels wide with its edges or wider, where the contents are too high for it.

    `draw` makes the figure at a width; what `stretches` is drawn higher, up to a limit, and the rest of the height is white around the plot."""
    for _ in range(WIDENINGS):
        figure = draw(width - 2 * EDGE)
        whole = stamped(figure, frame)
        missing = round(width / ratio) - whole["layout"]["height"]
        if missing >= 0:
            return stamped(_higher(figure, missing, stretches), frame)
        width = max(width + 1, math.ceil(whole["layout"]["height"] * ratio))
    return whole


def _higher(figure: Figure, missing: int, stretches: bool) -> Figure:
    layout = figure["layout"]
    margin = layout["margin"]
    plot = layout["height"] - margin["t"] - margin["b"]
    white = missing - min(missing, round(plot * (LARGEST_STRETCH - 1))) if stretches else missing
    around = {"t": margin["t"] + white // 2, "b": margin["b"] + white - white // 2}
    return {"data": figure["data"], "layout": layout | {"height": layout["height"] + missing, "margin": margin | around}}


class _Words:
    """Places lines from the left edge of the picture, counted in pixels from the upper corner of the plot."""

    def __init__(self, margin: dict[str, Any]) -> None:
        self.margin = margin

    def lines(self, lines: list[str], top: float, size: int, step: int, token: str, bold: bool = False) -> list[dict[str, Any]]:
        """Lines that hang from `top` pixels above the drawing."""
        ink = text.bold if bold else text.plain
        return [self._note(ink(words), "top", 1, self.margin["t"] + top - index * step, size, token) for index, words in enumerate(lines)]

    def below(self, lines: list[str]) -> list[dict[str, Any]]:
        """Lines under the drawing."""
        return [
            self._note(text.plain(words), "top", 0, -self.margin["b"] - 14 - index * TEXT_LINE, TEXT_SIZE, "ink-2")
            for index, words in enumerate(lines)
        ]

    def key_words(self, rows: list[list[tuple[float, KeyItem]]]) -> list[dict[str, Any]]:
        """The words of the key, beside their marks."""
        return [
            self._note(text.plain(item.words), "middle", 1, self._row(index, rows) + key.SIDE / 2, TEXT_SIZE, "ink", across=at + key.SIDE + 6)
            for index, row in enumerate(rows)
            for at, item in row
        ]

    def key_shapes(self, rows: list[list[tuple[float, KeyItem]]]) -> list[dict[str, Any]]:
        """The marks of the key."""
        return [
            shape
            for index, row in enumerate(rows)
            for at, item in row
            for shape in key.shapes(item.look, at - self.margin["l"], self._row(index, rows))
        ]

    def _row(self, index: int, rows: list[list[tuple[float, KeyItem]]]) -> float:
        """Pixels from the top of the plot to the lower edge of a row's marks."""
        return float(self.margin["t"] + 12 + (len(rows) - 1 - index) * key.ROW)

    def _note(self, markup: str, yanchor: str, y: float, yshift: float, size: int, token: str, across: float = 0) -> dict[str, Any]:
        place = {"xref": "paper", "yref": "paper", "xanchor": "left", "xshift": across - self.margin["l"], "yanchor": yanchor, "yshift": yshift}
        return theme.note(markup, 0, y, align="left", **place) | {"font": {"size": size, "color": LIGHT[token]}}
