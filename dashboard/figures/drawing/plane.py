"""From values to pixels, as Plotly lays out a plot with fixed margins and ranges."""

import math
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: the values at its two ends (powers of ten when `logarithmic`) and the pixels where they lie."""

    first: float
    last: float
    start: float
    end: float
    logarithmic: bool

    def at(self, value: float) -> float:
        """Pixels from the left or from the top."""
        placed = math.log10(value) if self.logarithmic else value
        return self.start + (placed - self.first) / (self.last - self.first) * (self.end - self.start)

    def share(self, part: float) -> float:
        """Pixels of a share of the plot (`paper` in Plotly's words)."""
        return self.start + part * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Plane:
    """The size of the drawing in pixels and its two axes."""

    width: float
    height: float
    x: Axis
    y: Axis

    @classmethod
    def of(cls, layout: dict[str, Any]) -> "Plane":
        """The plane of a layout that names its size, margins and ranges."""
        margin = {"l": 0, "r": 0, "t": 0, "b": 0} | layout.get("margin", {})
        width, height = layout["width"], layout["height"]
        across = _axis(layout.get("xaxis", {}), margin["l"], width - margin["r"])
        up = _axis(layout.get("yaxis", {}), height - margin["b"], margin["t"])
        return cls(width, height, across, up)


def _axis(axis: dict[str, Any], start: float, end: float) -> Axis:
    first, last = axis.get("range", (0, 1))
    return Axis(first, last, start, end, axis.get("type") == "log")


def number(value: float) -> str:
    """One decimal at most, no `.0`, no `-0`."""
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    return "0" if text == "-0" else text
