"""The marks of a trace: bars, filled shapes and symbols."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from dashboard.figures.drawing.ink import Ink
from dashboard.figures.drawing.links import opening, spoken, tooltip
from dashboard.figures.drawing.plane import Plane, number
from dashboard.figures.theme import BAR_GAP

Trace = dict[str, Any]
PATHS_KEPT = 2048  # the world at a dozen widths; a coastline is the same whatever its colour


def drawn(trace: Trace, layout: dict[str, Any], plane: Plane, ink: Ink) -> str:
    """One trace as SVG elements. Raises KeyError for a kind of trace that is not drawn here."""
    kind = "area" if trace.get("fill") == "toself" else trace["type"]
    return "".join(_KINDS[kind](trace, layout, plane, ink))


def _bars(trace: Trace, layout: dict[str, Any], plane: Plane, ink: Ink) -> Iterator[str]:
    half = (1 - layout.get("bargap", BAR_GAP)) / 2
    lying = trace.get("orientation") == "h"
    places, lengths = (trace["y"], trace["x"]) if lying else (trace["x"], trace["y"])
    starts = trace.get("base") or [0] * len(places)
    for index, (place, length, start) in enumerate(zip(places, lengths, starts, strict=True)):
        if length:
            along, across = (plane.x, plane.y) if lying else (plane.y, plane.x)
            ends = along.at(start), along.at(start + length)
            sides = across.at(place - half), across.at(place + half)
            box = _box(ends, sides) if lying else _box(sides, ends)
            yield _mark("rect", box, _paint(trace["marker"], index, ink), trace, index, ink)


def _box(across: tuple[float, float], down: tuple[float, float]) -> str:
    """A rectangle on whole pixels, so that its edges are sharp; never thinner than half a pixel."""
    left, right = sorted(across)
    top, bottom = sorted(down)
    left, right, top, bottom = (round(side) for side in (left, right, top, bottom)) if right - left >= 1 else (left, right, round(top), round(bottom))
    return f'x="{number(left)}" y="{number(top)}" width="{number(max(right - left, 0.5))}" height="{number(max(bottom - top, 0.5))}"'


def _paint(marker: dict[str, Any], index: int, ink: Ink) -> str:
    edge = marker.get("line", {})
    fill = ink.paint(_nth(marker.get("color"), index, "#ffffff"), marker.get("pattern"))
    return f'fill="{fill}" stroke="{ink.colour(_nth(edge.get("color"), index, "#ffffff"))}" stroke-width="{edge.get("width", 0)}"'


def _areas(trace: Trace, layout: dict[str, Any], plane: Plane, ink: Ink) -> Iterator[str]:
    pattern = trace.get("fillpattern")
    fill = ink.paint(trace.get("fillcolor", "#ffffff"), pattern)
    paint = f'fill="{fill}" stroke="{ink.colour(trace["line"]["color"])}" stroke-width="{trace["line"]["width"]}"'
    yield _mark("path", f'd="{_path(trace["x"], trace["y"], plane)}"', paint, {"hovertext": trace.get("text")} | trace, 0, ink)


@lru_cache(maxsize=PATHS_KEPT)
def _path(across: tuple[float | None, ...], up: tuple[float | None, ...], plane: Plane) -> str:
    """Closed rings in steps of a tenth of a pixel, each step relative to the last: half the bytes of absolute places."""
    parts, last = [], None
    for x, y in zip(across, up, strict=True):
        if x is None or y is None:
            parts.append("z")
            last = None
            continue
        here = round(plane.x.at(x) * 10), round(plane.y.at(y) * 10)
        if last is None:
            parts.append(f"M{here[0] / 10:g} {here[1] / 10:g}l")
        elif here != last:
            parts.append(f"{_step(here[0] - last[0])}{_step(here[1] - last[1])}")
        last = here
    return "".join(parts).replace("l ", "l").replace("lz", "z")


def _step(tenths: int) -> str:
    return f"{tenths / 10:g}" if tenths < 0 else f" {tenths / 10:g}"


def _symbols(trace: Trace, layout: dict[str, Any], plane: Plane, ink: Ink) -> Iterator[str]:
    marker = trace["marker"]
    paint = _paint(marker, 0, ink)
    for index, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        shape = _SYMBOLS[marker["symbol"]](plane.x.at(x), plane.y.at(y), marker["size"] / 2)
        tag, _, attributes = shape.partition(" ")
        yield _mark(tag, attributes, paint, trace, index, ink)


def _mark(tag: str, attributes: str, paint: str, trace: Trace, index: int, ink: Ink) -> str:
    """One shape with its words, inside a link where the trace names a page for it."""
    words = spoken(_nth(trace.get("hovertext"), index, ""))
    inside = tooltip(words)
    element = f"<{tag} {attributes} {paint}>{inside}</{tag}>" if inside else f"<{tag} {attributes} {paint}/>"
    return opening(element, _nth(trace.get("customdata"), index, ""), words, ink)


def _nth(value: Any, index: int, instead: str) -> str:
    return instead if value is None else value[index] if isinstance(value, list) else value


def _circle(x: float, y: float, radius: float) -> str:
    return f'circle cx="{number(x)}" cy="{number(y)}" r="{radius:g}"'


def _triangle(x: float, y: float, radius: float) -> str:
    return f'path d="M{number(x - radius / 2)} {number(y - radius * 1.15)}v{number(radius * 2.3)}l{number(radius * 1.5)} {number(-radius * 1.15)}z"'


def _triangle_left(x: float, y: float, radius: float) -> str:
    return f'path d="M{number(x + radius / 2)} {number(y - radius * 1.15)}v{number(radius * 2.3)}l{number(-radius * 1.5)} {number(-radius * 1.15)}z"'


def _upright(x: float, y: float, radius: float) -> str:
    return f'path d="M{number(x)} {number(y - radius)}v{number(radius * 2)}"'


_SYMBOLS: dict[str, Callable[[float, float, float], str]] = {
    "circle": _circle, "triangle-right": _triangle, "triangle-left": _triangle_left, "line-ns": _upright,
}  # fmt: skip
_KINDS: dict[str, Callable[[Trace, dict[str, Any], Plane, Ink], Iterator[str]]] = {"bar": _bars, "area": _areas, "scatter": _symbols}
