"""Colours and patterns of one drawing: as page tokens or as plain colours; keeps which patterns and how many links were used."""

import html
import math
from typing import Any

from dashboard.figures.theme import NAMED


class Ink:
    """Paints for one SVG. `name` prefixes its ids; `follows_page` writes `var(--token, light)` instead of the light colour;
    `linked` lets marks lead to pages, and `links` counts those that do."""

    def __init__(self, name: str, follows_page: bool, linked: bool = False) -> None:
        self.name = name
        self.follows_page = follows_page
        self.linked = linked
        self.links = 0
        self._patterns: dict[str, str] = {}

    def colour(self, light: str) -> str:
        """The value of a `fill` or `stroke` attribute for a light colour of the theme."""
        token = NAMED.get(light)
        return f"var(--{token}, {light})" if self.follows_page and token else light

    def paint(self, colour: str, pattern: dict[str, Any] | None) -> str:
        """A colour, or a reference to the pattern that is then defined once."""
        if pattern is None:
            return self.colour(colour)
        name = self._patterns.setdefault(_key(pattern), f"{self.name}-p{len(self._patterns)}")
        return f"url(#{name})"

    def definitions(self) -> str:
        """The `defs` of every pattern that was used."""
        if not self._patterns:
            return ""
        return f"<defs>{''.join(self._tile(key, name) for key, name in self._patterns.items())}</defs>"

    def _tile(self, key: str, name: str) -> str:
        shape, size, solidity, foreground, background = key.split("|")
        side, figure = _TILES[shape](float(size), float(solidity), self.colour(foreground))
        ground = f'<rect width="{side:.4g}" height="{side:.4g}" fill="{self.colour(background)}"/>'
        return f'<pattern id="{name}" width="{side:.4g}" height="{side:.4g}" patternUnits="userSpaceOnUse">{ground}{figure}</pattern>'


def escaped(text: str) -> str:
    """Text for an attribute or an element."""
    return html.escape(text, quote=True)


def _key(pattern: dict[str, Any]) -> str:
    return "|".join(str(pattern[part]) for part in ("shape", "size", "solidity", "fgcolor", "bgcolor"))


# Each tile is (pixels of its side, what is drawn on it), with the sizes that plotly.js uses for the same pattern.
def _dot(size: float, solidity: float, stroke: str) -> tuple[float, str]:
    radius = (solidity * size * size / math.pi) ** 0.5
    return size, f'<circle cx="{size / 2:g}" cy="{size / 2:g}" r="{radius:.2f}" fill="{stroke}"/>'


def _slash(size: float, solidity: float, stroke: str) -> tuple[float, str]:
    side = size * math.sqrt(2)
    half, far = side / 4, side * 1.25
    path = f"M{-half:.2f} {half:.2f}L{half:.2f} {-half:.2f}M0 {side:.2f}L{side:.2f} 0M{side - half:.2f} {far:.2f}L{far:.2f} {side - half:.2f}"
    return side, f'<path d="{path}" stroke="{stroke}" stroke-width="{solidity * size:.2f}"/>'


def _cross(size: float, solidity: float, stroke: str) -> tuple[float, str]:
    side = size * math.sqrt(2)
    path = f"M0 {side:.2f}L{side:.2f} 0M0 0L{side:.2f} {side:.2f}"
    return side, f'<path d="{path}" stroke="{stroke}" stroke-width="{size - size * math.sqrt(1 - solidity):.2f}"/>'


def _dash(size: float, solidity: float, stroke: str) -> tuple[float, str]:
    return size, f'<path d="M0 {size / 2:g}H{size:g}" stroke="{stroke}" stroke-width="{solidity * size:.2f}"/>'


_TILES = {".": _dot, "/": _slash, "x": _cross, "-": _dash}
