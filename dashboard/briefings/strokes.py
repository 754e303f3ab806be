"""A drawing whose patterns are strokes and dots of their own: Chromium paints pixels for a pattern in a PDF, slowly and large. Knows only SVG."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

PATTERN: Final = re.compile(
    r'<pattern id="(?P<name>[^"]+)" width="(?P<side>[\d.]+)"[^>]*>'
    r'<rect[^>]*fill="(?P<ground>[^"]+)"/><(?P<mark>circle|path)(?P<how>[^>]*)/></pattern>'
)
FILLED: Final = re.compile(r'<(?P<tag>rect|path)(?P<before>[^>]*?) fill="url\(#(?P<name>[^")]+)\)"(?P<after>[^>]*?)(?:/>|>.*?</(?P=tag)>)')
ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
STEP: Final = re.compile(r"([MLlz])([^MLlzA-KN-Ya-kmn-y]*)", re.IGNORECASE)
NUMBER: Final = re.compile(r"-?[\d.]+")
CURVED: Final = re.compile(r"[AaCcHhQqSsTtVv]")
MOST_STROKES: Final = 4000  # of one mark; a larger one keeps its pattern

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Tile:
    """What a pattern repeats: dots of a radius, or strokes of a width that lean one way or both, or lie flat."""

    side: float
    ground: str
    colour: str
    width: float
    shape: str  # one of `. / x -`


def stroked(svg: str) -> str:
    """The drawing with each patterned mark as a flat one and strokes clipped to it; marks that are no rectangle and no polygon stay."""
    tiles = {found["name"]: tile(found) for found in PATTERN.finditer(svg)}
    number = iter(range(len(svg)))
    return FILLED.sub(lambda found: _plain(found, tiles.get(found["name"]), next(number)), svg)


def tile(found: "re.Match[str]") -> Tile:
    """A pattern as it is written by our own drawings."""
    how = dict(ATTRIBUTE.findall(found["how"]))
    side = float(found["side"])
    if found["mark"] == "circle":
        return Tile(side, found["ground"], how["fill"], 2 * float(how["r"]), ".")
    path = how["d"]
    shape = "-" if "H" in path else "/" if path.count("M") > 2 else "x"
    return Tile(side, found["ground"], how["stroke"], float(how["stroke-width"]), shape)


def _plain(found: "re.Match[str]", own: Tile | None, number: int) -> str:
    attributes = dict(ATTRIBUTE.findall(found["before"] + found["after"]))
    box = box_of(found["tag"], attributes)
    if own is None or box is None:
        return found[0]
    strokes = "".join(_strokes(own, box))
    if strokes.count("M") > MOST_STROKES:
        return found[0]
    shape = " ".join(f'{name}="{attributes[name]}"' for name in ("x", "y", "width", "height", "d", "fill-rule") if name in attributes)
    clip = f'<clipPath id="{found["name"]}-clip-{number}"><{found["tag"]} {shape}/></clipPath>'
    flat = f'<{found["tag"]}{found["before"]} fill="{own.ground}"{found["after"]}/>'
    cap = ' stroke-linecap="round"' if own.shape == "." else ""
    lines = f'<path d="{strokes}" fill="none" stroke="{own.colour}" stroke-width="{own.width:g}"{cap}/>'
    return f'{clip}{flat}<g clip-path="url(#{found["name"]}-clip-{number})">{lines}</g>'


def box_of(tag: str, attributes: dict[str, str]) -> Box | None:
    """The room that a mark takes, None where it cannot be told."""
    if tag == "rect":
        x, y, width, height = (float(attributes.get(name, "0")) for name in ("x", "y", "width", "height"))
        return x, y, x + width, y + height
    points = corners(attributes.get("d", ""))
    return (min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)) if points else None


def corners(path: str) -> list[tuple[float, float]]:
    """The corners of a polygon, written absolutely or step by step; none of a path with curves."""
    if CURVED.search(path):
        return []
    found: list[tuple[float, float]] = []
    x = y = 0.0
    for letter, numbers in STEP.findall(path):
        values = [float(number) for number in NUMBER.findall(numbers)]
        for across, down in zip(values[::2], values[1::2], strict=False):
            x, y = (x + across, y + down) if letter in "ml" else (across, down)
            found.append((x, y))
    return found


def _strokes(own: Tile, box: Box) -> Iterator[str]:
    left, top, right, bottom = box
    if own.shape == ".":
        for row in range(math.floor(top / own.side), math.ceil(bottom / own.side)):
            for column in range(math.floor(left / own.side), math.ceil(right / own.side)):
                yield f"M{(column + 0.5) * own.side:.1f} {(row + 0.5) * own.side:.1f}h0"
        return
    if own.shape == "-":
        for row in range(math.floor(top / own.side), math.ceil(bottom / own.side)):
            yield f"M{left:.1f} {(row + 0.5) * own.side:.1f}H{right:.1f}"
        return
    for place in range(math.floor((left + top) / own.side), math.ceil((right + bottom) / own.side) + 1):
        yield f"M{left:.1f} {place * own.side - left:.1f}L{right:.1f} {place * own.side - right:.1f}"
    if own.shape == "x":
        for place in range(math.floor((top - right) / own.side), math.ceil((bottom - left) / own.side) + 1):
            yield f"M{left:.1f} {place * own.side + left:.1f}L{right:.1f} {place * own.side + right:.1f}"
