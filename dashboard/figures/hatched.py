"""A figure whose patterns are lines and dots of their own: a PDF then stays small and sharp, where a browser would paint pixels."""

import math
from collections.abc import Iterator
from typing import Any, Final

from dashboard.figures import theme
from dashboard.figures.drawing.plane import Axis, Plane
from dashboard.figures.theme import BAR_GAP, Figure

Pixel = tuple[float, float]
Ring = list[Pixel]
Trace = dict[str, Any]
# Each direction turns the plane so that its strokes lie on lines of equal height, and back again.
SLASH, BACKSLASH, FLAT = "/", "\\", "-"
DIRECTIONS: Final = {"/": (SLASH,), "x": (SLASH, BACKSLASH), "-": (FLAT,), ".": (FLAT,)}


def hatched(figure: Figure) -> Figure:
    """A copy in which every pattern is a flat ground with strokes or dots on it, in the same sizes."""
    plane = Plane.of(figure["layout"])
    gap = figure["layout"].get("bargap", BAR_GAP)
    return {"data": [drawn for trace in figure["data"] for drawn in _plain(trace, plane, gap)], "layout": figure["layout"]}


def spans(ring_set: list[Ring], height: float) -> list[tuple[float, float]]:
    """Where a horizontal line at `height` runs inside the rings, by the even-odd rule."""
    crossings = sorted(
        x0 + (height - y0) / (y1 - y0) * (x1 - x0)
        for ring in ring_set
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True)
        if (y0 <= height) != (y1 <= height)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _plain(trace: Trace, plane: Plane, gap: float) -> Iterator[Trace]:
    pattern = trace.get("fillpattern") or trace.get("marker", {}).get("pattern")
    if pattern is None:
        yield trace
        return
    rings = _polygon(trace, plane) if "fillpattern" in trace else _bars(trace, plane, gap)
    yield _flat(trace, pattern)
    yield _dots(rings, pattern, plane) if pattern["shape"] == "." else _strokes(rings, pattern, plane)


def _flat(trace: Trace, pattern: dict[str, Any]) -> Trace:
    if "fillpattern" in trace:
        return {name: value for name, value in trace.items() if name != "fillpattern"} | {"fillcolor": pattern["bgcolor"]}
    marker = {name: value for name, value in trace["marker"].items() if name != "pattern"}
    return trace | {"marker": marker | {"color": pattern["bgcolor"]}}


def _polygon(trace: Trace, plane: Plane) -> list[list[Ring]]:
    rings: list[Ring] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None or y is None:
            rings.append([])
        else:
            rings[-1].append((plane.x.at(x), plane.y.at(y)))
    return [[ring for ring in rings if ring]]


def _bars(trace: Trace, plane: Plane, gap: float) -> list[list[Ring]]:
    half = (1 - gap) / 2
    lying = trace.get("orientation") == "h"
    places, lengths = (trace["y"], trace["x"]) if lying else (trace["x"], trace["y"])
    along, across = (plane.x, plane.y) if lying else (plane.y, plane.x)
    found = []
    for place, length, start in zip(places, lengths, trace["base"], strict=True):
        ends, sides = (along.at(start), along.at(start + length)), (across.at(place - half), across.at(place + half))
        (x0, x1), (y0, y1) = (ends, sides) if lying else (sides, ends)
        found.append([[(x0, y0), (x1, y0), (x1, y1), (x0, y1)]])
    return found


def _strokes(shapes: list[list[Ring]], pattern: dict[str, Any], plane: Plane) -> Trace:
    x: list[float | None] = []
    y: list[float | None] = []
    for direction in DIRECTIONS[pattern["shape"]]:
        step = pattern["size"] * (1 if direction == FLAT else math.sqrt(2))
        for (x0, y0), (x1, y1) in (line for rings in shapes for line in _lines(rings, direction, step)):
            x += [_back(plane.x, x0), _back(plane.x, x1), None]
            y += [_back(plane.y, y0), _back(plane.y, y1), None]
    crossed = pattern["shape"] == "x"
    width = pattern["size"] * (1 - math.sqrt(1 - pattern["solidity"]) if crossed else pattern["solidity"])
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "pattern",
        "x": x,
        "y": y,
        "line": {"color": pattern["fgcolor"], "width": width},
    } | theme.NO_HOVER


def _lines(rings: list[Ring], direction: str, step: float) -> Iterator[tuple[Pixel, Pixel]]:
    turned = [[_turn(place, direction) for place in ring] for ring in rings]
    heights = [height for ring in turned for _, height in ring]
    for index in range(math.ceil(min(heights) / step), math.floor(max(heights) / step) + 1):
        height = index * step
        for start, end in spans(turned, height):
            yield _turn_back((start, height), direction), _turn_back((end, height), direction)


def _dots(shapes: list[list[Ring]], pattern: dict[str, Any], plane: Plane) -> Trace:
    size = pattern["size"]
    places = [
        (index * size, height)
        for rings in shapes
        for (start, height), (end, _) in _lines(rings, FLAT, size)
        for index in range(math.ceil(start / size), math.floor(end / size) + 1)
    ]
    across = 2 * size * math.sqrt(pattern["solidity"] / math.pi)
    marker = {"symbol": "circle", "size": across, "color": pattern["fgcolor"], "line": {"width": 0}}
    x, y = [_back(plane.x, place[0]) for place in places], [_back(plane.y, place[1]) for place in places]
    return {"type": "scatter", "mode": "markers", "name": "pattern", "x": x, "y": y, "marker": marker} | theme.NO_HOVER


def _turn(place: Pixel, direction: str) -> Pixel:
    x, y = place
    return {SLASH: (x - y, x + y), BACKSLASH: (x + y, x - y), FLAT: (x, y)}[direction]


def _turn_back(place: Pixel, direction: str) -> Pixel:
    along, height = place
    back = {SLASH: ((height + along) / 2, (height - along) / 2), BACKSLASH: ((along + height) / 2, (along - height) / 2), FLAT: (along, height)}
    return back[direction]


def _back(axis: Axis, pixel: float) -> float:
    """The value at a pixel of a linear axis."""
    return axis.first + (pixel - axis.start) / (axis.end - axis.start) * (axis.last - axis.first)
