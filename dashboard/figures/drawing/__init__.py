"""A figure as an SVG, drawn here in a few milliseconds without a browser; reads the part of Plotly's vocabulary that our figures use.

The interactive chart and the pictures made by Chromium are drawn by plotly.js from the same figure, so this drawing keeps to its geometry: the
swap is without a jump, and a test holds the two side by side.
"""

from typing import Any

from dashboard.figures.drawing import furniture, marks, words
from dashboard.figures.drawing.ink import Ink, escaped
from dashboard.figures.drawing.plane import Plane, number
from dashboard.figures.theme import SANS, Figure

SVG: str = "http://www.w3.org/2000/svg"


def for_page(figure: Figure, name: str, title: str, description: str) -> str:
    """For a page: colours follow the page's tokens. `name` is unique on the page and prefixes every id; `title` and `description` are plain text."""
    return _draw(figure, Ink(name, follows_page=True), title, description)


def for_file(figure: Figure, name: str, title: str, description: str) -> str:
    """For a file that stands alone: light colours on a full-size background."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _draw(figure, Ink(name, follows_page=False), title, description)


def _draw(figure: Figure, ink: Ink, title: str, description: str) -> str:
    plane = Plane.of(figure["layout"])
    layers = _layers(figure, plane, ink)  # before the head: drawing finds out which patterns are used
    return "".join([_head(plane, ink, title, description), ink.definitions(), *layers, "</svg>"])


def _layers(figure: Figure, plane: Plane, ink: Ink) -> list[str]:
    layout: dict[str, Any] = figure["layout"]
    return [
        furniture.grid(layout, plane, ink),
        *(marks.drawn(trace, layout, plane, ink) for trace in figure["data"]),
        furniture.lines(layout, plane, ink),
        furniture.tick_words(layout, plane, ink),
        *(words.note(annotation, plane, ink) for annotation in layout.get("annotations", [])),
    ]


def _head(plane: Plane, ink: Ink, title: str, description: str) -> str:
    width, height = number(plane.width), number(plane.height)
    background = "" if ink.follows_page else f'<rect width="{width}" height="{height}" fill="{ink.colour("#ffffff")}"/>'
    return (
        f'<svg xmlns="{SVG}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-labelledby="{ink.name}-title {ink.name}-desc" font-family="{escaped(SANS)}" font-size="13" fill="{ink.colour("#1b1e22")}">'
        f'{background}<title id="{ink.name}-title">{escaped(title)}</title><desc id="{ink.name}-desc">{escaped(description)}</desc>'
    )
