"""The words of a drawing: our own small markup (b, i, span with a colour) as SVG text."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from dashboard.figures.drawing.ink import Ink, escaped
from dashboard.figures.drawing.plane import Axis, Plane, number
from dashboard.figures.theme import TEXT_SIZE

TAG = re.compile(r"</?(?:b|i)>|<span style='color:(#[0-9a-f]{6})'>|</span>")
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
PADDING = {"left": 1, "center": 0, "right": -1}  # pixels that Plotly leaves between an annotation's place and its words
# From the given place to the base line, in sizes of the type: where Plotly puts a line of text that hangs, stands or is centred.
BASE = {"top": 1.0, "middle": 0.36, "bottom": -0.3}


def note(annotation: dict[str, Any], plane: Plane, ink: Ink) -> str:
    """One annotation on one line."""
    font = annotation.get("font", {})
    size = font.get("size", TEXT_SIZE)
    x = _place(annotation.get("xref"), plane.x, annotation["x"]) + annotation.get("xshift", 0)
    y = _place(annotation.get("yref"), plane.y, annotation["y"]) - annotation.get("yshift", 0)
    x += PADDING[annotation.get("xanchor", "center")]
    base = y + BASE[annotation.get("yanchor", "middle")] * size
    look = [f'x="{number(x)}"', f'y="{number(base)}"', *_look(annotation, font, size, ink)]
    return f"<text {' '.join(look)}>{''.join(runs(annotation['text'], ink))}</text>"


def runs(markup: str, ink: Ink) -> Iterator[str]:
    """The pieces of a line, each in its weight, slant and colour; everything else in `markup` is text."""
    weight, slant, colour, at = "", "", "", 0
    for tag in [*TAG.finditer(markup), None]:
        piece = markup[at : tag.start() if tag else None]
        if piece:
            words = escaped(unescape(piece)).replace("  ", "\u00a0 ")
            attributes = weight + slant + colour
            yield f"<tspan{attributes}>{words}</tspan>" if attributes else words
        if tag:
            at = tag.end()
            weight = {"<b>": ' font-weight="bold"', "</b>": ""}.get(tag[0], weight)
            slant = {"<i>": ' font-style="italic"', "</i>": ""}.get(tag[0], slant)
            colour = f' fill="{ink.colour(tag[1])}"' if tag[1] else "" if tag[0] == "</span>" else colour


def _look(annotation: dict[str, Any], font: dict[str, Any], size: float, ink: Ink) -> Iterator[str]:
    if (anchor := ANCHORS[annotation.get("xanchor", "center")]) != "start":
        yield f'text-anchor="{anchor}"'
    if "color" in font:
        yield f'fill="{ink.colour(font["color"])}"'
    if size != TEXT_SIZE:
        yield f'font-size="{size}"'


def _place(reference: str | None, axis: Axis, value: float) -> float:
    return axis.share(value) if reference == "paper" else axis.at(value)
