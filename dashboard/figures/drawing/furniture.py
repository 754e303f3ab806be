"""What stands around the marks: grid, axis words, straight lines."""

from collections.abc import Callable
from typing import Any

from dashboard.figures.drawing.ink import Ink, escaped
from dashboard.figures.drawing.plane import Axis, Plane, number
from dashboard.figures.theme import AXIS, LIGHT, TEXT_SIZE

Layout = dict[str, Any]
Corners = tuple[float, float, float, float]  # left, right, low, high in pixels


def grid(layout: Layout, plane: Plane, ink: Ink) -> str:
    """The grid of the axes that show one, at every mark of theirs."""
    return _grid(layout.get("xaxis", {}), plane.x, plane, ink, upright=True) + _grid(layout.get("yaxis", {}), plane.y, plane, ink, upright=False)


def tick_words(layout: Layout, plane: Plane, ink: Ink) -> str:
    """The words at the marks of both axes."""
    across, up = AXIS | layout.get("xaxis", {}), AXIS | layout.get("yaxis", {})
    return _across(across, plane, ink) + _up(up, plane, ink)


def lines(layout: Layout, plane: Plane, ink: Ink) -> str:
    """The shapes of the layout: where bars start, connectors of a waterfall, the marks of a key."""
    return "".join(_SHAPES[shape["type"]](_corners(shape, plane), shape, ink) for shape in layout.get("shapes", []))


def _corners(shape: dict[str, Any], plane: Plane) -> Corners:
    """Pixels of both corners; in pixel mode the shape counts from its anchor, upwards."""
    if shape.get("xsizemode") == "pixel":
        left, low = plane.x.share(shape["xanchor"]), plane.y.share(shape["yanchor"])
        return left + shape.get("x0", 0), left + shape.get("x1", 0), low - shape.get("y0", 0), low - shape.get("y1", 0)
    x0, x1 = (_place(shape.get("xref"), plane.x, shape[end]) for end in ("x0", "x1"))
    y0, y1 = (_place(shape.get("yref"), plane.y, shape[end]) for end in ("y0", "y1"))
    return x0, x1, y0, y1


def _stroke(corners: Corners, shape: dict[str, Any], ink: Ink) -> str:
    x0, x1, y0, y1 = corners
    if x0 == x1:
        path = f"M{_sharp(x0)} {number(y0)}V{number(y1)}"
    elif y0 == y1:
        path = f"M{number(x0)} {_sharp(y0)}H{number(x1)}"
    else:
        path = f"M{number(x0)} {number(y0)}L{number(x1)} {number(y1)}"
    return f'<path d="{path}" {_edge(shape, ink)} fill="none"/>'


def _rectangle(corners: Corners, shape: dict[str, Any], ink: Ink) -> str:
    x0, x1, y0, y1 = corners
    box = f'x="{number(x0)}" y="{number(y1)}" width="{number(x1 - x0)}" height="{number(y0 - y1)}"'
    return f'<rect {box} fill="{ink.colour(shape["fillcolor"])}" {_edge(shape, ink)}/>'


def _dot(corners: Corners, shape: dict[str, Any], ink: Ink) -> str:
    x0, x1, y0, y1 = corners
    return f'<circle cx="{number((x0 + x1) / 2)}" cy="{number((y0 + y1) / 2)}" r="{(x1 - x0) / 2:.2g}" fill="{ink.colour(shape["fillcolor"])}"/>'


def _outline(corners: Corners, shape: dict[str, Any], ink: Ink) -> str:
    """A closed path of straight steps in pixel mode."""
    left, _, low, _ = corners
    places = [tuple(map(float, place.split(","))) for place in shape["path"].strip("MZ").split("L")]
    steps = "L".join(f"{number(left + across)} {number(low - up)}" for across, up in places)
    return f'<path d="M{steps}z" fill="{ink.colour(shape["fillcolor"])}"/>'


def _edge(shape: dict[str, Any], ink: Ink) -> str:
    return f'stroke="{ink.colour(shape["line"]["color"])}" stroke-width="{shape["line"]["width"]}"'


def _grid(axis: dict[str, Any], along: Axis, plane: Plane, ink: Ink, upright: bool) -> str:
    if axis.get("visible") is False or not axis.get("showgrid", True):
        return ""
    places = [_sharp(along.at(value)) for value in axis.get("tickvals", [])]
    start, end = (plane.y.end, plane.y.start) if upright else (plane.x.start, plane.x.end)
    steps = "".join(f"M{place} {number(start)}V{number(end)}" if upright else f"M{number(start)} {place}H{number(end)}" for place in places)
    return f'<path d="{steps}" stroke="{ink.colour(LIGHT["rule"])}" fill="none"/>' if places else ""


def _across(axis: dict[str, Any], plane: Plane, ink: Ink) -> str:
    y = plane.y.end - 6 if axis.get("side") == "top" else plane.y.start + 16
    return _words(axis, [(plane.x.at(value), y) for value in _marks(axis)], "middle", ink)


def _up(axis: dict[str, Any], plane: Plane, ink: Ink) -> str:
    return _words(axis, [(plane.x.start - 1, plane.y.at(value) + TEXT_SIZE * 0.36) for value in _marks(axis)], "end", ink)


def _marks(axis: dict[str, Any]) -> list[float]:
    hidden = axis.get("visible") is False or axis.get("showticklabels") is False
    return [] if hidden else list(axis.get("tickvals", []))


def _words(axis: dict[str, Any], places: list[tuple[float, float]], anchor: str, ink: Ink) -> str:
    if not places:
        return ""
    texts = "".join(
        f'<text x="{number(x)}" y="{number(y)}">{escaped(str(word))}</text>' for (x, y), word in zip(places, axis["ticktext"], strict=True)
    )
    return f'<g text-anchor="{anchor}" fill="{ink.colour(axis["tickfont"]["color"])}">{texts}</g>'


def _place(reference: str | None, axis: Axis, value: float) -> float:
    return axis.share(value) if reference == "paper" else axis.at(value)


def _sharp(place: float) -> str:
    """The middle of a pixel, so that a line one pixel wide is one pixel wide."""
    return number(round(place - 0.5) + 0.5)


_SHAPES: dict[str, Callable[[Corners, dict[str, Any], Ink], str]] = {"line": _stroke, "rect": _rectangle, "circle": _dot, "path": _outline}
