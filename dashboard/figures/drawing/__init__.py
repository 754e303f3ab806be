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


def for_page(figure: Figure, name: str, title: str, description: str, linked: bool = True) -> str:
    """For a page: colours follow the page's tokens. `name` is unique on the page and prefixes every id; `title` and `description` are plain text;
    `linked` marks lead to the pages that they name."""
    return _draw(figure, Ink(name, follows_page=True, linked=linked), title, description)


def for_file(figure: Figure, name: str, title: str, description: str) -> str:
    """For a file that stands alone: light colours on a full-size background, and no links."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _draw(figure, Ink(name, follows_page=False), title, description)


def _draw(figure: Figure, ink: Ink, title: str, description: str) -> str:
    plane = Plane.of(figure["layout"])
    grid, drawn, around = _layers(figure, plane, ink)  # before the head: drawing finds out which patterns are used, and whether there are links
    # A picture with links is no picture to a screen reader; its links say what they open, and the words around them are in the summary and the table.
    quiet = f'<g aria-hidden="true">{around}</g>' if ink.links else around
    return "".join([_head(figure, plane, ink, title, description), ink.definitions(), grid, drawn, quiet, "</svg>"])


def _layers(figure: Figure, plane: Plane, ink: Ink) -> tuple[str, str, str]:
    """What lies under the marks, the marks, and the words and lines over them."""
    layout: dict[str, Any] = figure["layout"]
    over = [
        furniture.lines(layout, plane, ink),
        furniture.tick_words(layout, plane, ink),
        *(words.note(annotation, plane, ink) for annotation in layout.get("annotations", [])),
    ]
    return furniture.grid(layout, plane, ink), "".join(marks.drawn(trace, layout, plane, ink) for trace in figure["data"]), "".join(over)


def _head(figure: Figure, plane: Plane, ink: Ink, title: str, description: str) -> str:
    width, height = number(plane.width), number(plane.height)
    background = "" if ink.follows_page else f'<rect width="{width}" height="{height}" fill="{ink.colour("#ffffff")}"/>'
    return (
        f'<svg xmlns="{SVG}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" {_role(figure, ink)} '
        f'font-family="{escaped(SANS)}" font-size="13" fill="{ink.colour("#1b1e22")}">'
        f'{background}<title id="{ink.name}-title">{escaped(title)}</title><desc id="{ink.name}-desc">{escaped(description)}</desc>'
    )


def _role(figure: Figure, ink: Ink) -> str:
    """One picture with a name, or a named group of links with the direction in which arrow keys go through them."""
    if not ink.links:
        return f'role="img" aria-labelledby="{ink.name}-title {ink.name}-desc"'
    bars = [trace.get("orientation") for trace in figure["data"] if trace["type"] == "bar"]
    order = f' data-order="{"rows" if "h" in bars else "columns"}"' if bars else ""
    return f'role="group" aria-labelledby="{ink.name}-title" aria-describedby="{ink.name}-desc"{order}'
