"""Where on the map a country lies: shapes in the Equal Earth projection; knows no rows and no colours."""

import json
import math
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

SHAPES_FILE: Final = Path(__file__).resolve().parents[2] / "initiatives" / "data" / "map_shapes.json"
# B. Šavrič, T. Patterson, B. Jenny: The Equal Earth map projection, Int. J. of Geographical Information Science 33 (2019), eq. 7 and 8.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
ROOT: Final = math.sqrt(3) / 2
LEFT, RIGHT, BOTTOM, TOP = -2.3, 2.62, -0.98, 1.325  # the part of the plane that is shown: no Antarctica, little Pacific

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """One country's polygons in one pair of rows, as Plotly wants them: None ends a polygon."""

    code: str
    x: tuple[float | None, ...]
    y: tuple[float | None, ...]


def equal_earth(longitude: float, latitude: float) -> Place:
    """Degrees to the plane of the map; x from -2.71 to 2.71, y from -1.32 to 1.32."""
    angle = math.asin(ROOT * math.sin(math.radians(latitude)))
    square, sixth = angle**2, angle**6
    slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    return math.radians(longitude) * math.cos(angle) / (ROOT * slope), angle * (A1 + A2 * square + sixth * (A3 + A4 * square))


@cache
def outlines() -> tuple[Outline, ...]:
    """Every country that has a shape, read once."""
    return tuple(_outline(code, rings) for code, rings in _stored()["shapes"].items())


@cache
def codes() -> frozenset[str]:
    """The countries that have a shape."""
    return frozenset(outline.code for outline in outlines())


@cache
def points() -> dict[str, Place]:
    """Code → place of the countries that are too small for a shape that can be seen."""
    return {code: equal_earth(*place) for code, place in _stored()["points"].items()}


def height_of(width: int) -> int:
    """Pixels of height that keep the shape of the world at `width` pixels."""
    return round(width * (TOP - BOTTOM) / (RIGHT - LEFT))


def unwrapped(ring: list[Place]) -> list[Place]:
    """A ring that crosses the antimeridian goes on past 180 degrees instead of jumping across the map."""
    crosses = any(abs(a[0] - b[0]) > 180 for a, b in pairwise(ring))
    return [(x + 360 if crosses and x < 0 else x, y) for x, y in ring]


@cache
def _stored() -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(SHAPES_FILE.read_text(encoding="utf-8"))
    return stored


def _outline(code: str, rings: list[list[Place]]) -> Outline:
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in rings:
        for place in unwrapped(ring):
            across, up = equal_earth(*place)
            x.append(round(across, 4))
            y.append(round(up, 4))
        x.append(None)
        y.append(None)
    return Outline(code, tuple(x), tuple(y))
