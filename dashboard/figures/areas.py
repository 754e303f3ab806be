"""Filled shapes of our own geometry, counted in pixels from the upper left corner of the plot; knows no rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures.theme import Fill

Pixel = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its upper left corner, width and height in pixels."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, by: float) -> "Box":
        """The rectangle less an edge on every side, never turned inside out."""
        return Box(self.x + by, self.y + by, max(self.width - 2 * by, 0), max(self.height - 2 * by, 0))

    def split(self, share: float) -> tuple["Box", "Box"]:
        """The first `share` of it and the rest, cut across its longer side."""
        if self.width >= self.height:
            cut = self.width * share
            return Box(self.x, self.y, cut, self.height), Box(self.x + cut, self.y, self.width - cut, self.height)
        cut = self.height * share
        return Box(self.x, self.y, self.width, cut), Box(self.x, self.y + cut, self.width, self.height - cut)

    def corners(self) -> list[Pixel]:
        """Its four corners, clockwise from the upper left."""
        right, low = self.x + self.width, self.y + self.height
        return [(self.x, self.y), (right, self.y), (right, low), (self.x, low)]


def area(name: str, outline: Sequence[Pixel], look: Fill, words: str, address: str | None = None) -> dict[str, Any]:
    """One closed shape as a trace; `words` is markup for its hover, `address` the page that it opens."""
    ring = [*outline, outline[0]]
    edge = look.get("line", {"color": look["color"], "width": 0})
    paint = {"fillpattern": look["pattern"]} if "pattern" in look else {"fillcolor": look["color"]}
    opened = {"customdata": [address]} if address else {}
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": tuple(round(x, 1) for x, _ in ring),
        "y": tuple(round(y, 1) for _, y in ring),
        "fill": "toself",
        "hoveron": "fills",
        "line": edge,
        "text": words,
        "hoverinfo": "text",
        **paint,
        **opened,
    }


def axes(width: float, height: float) -> dict[str, dict[str, Any]]:
    """Axes on which values are pixels, downwards."""
    return {"xaxis": {"visible": False, "range": [0, width]}, "yaxis": {"visible": False, "range": [height, 0]}}
