"""The key of a chart: what each look means, as small marks for a page and as shapes inside a picture; knows no rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from dashboard.figures import text, theme
from dashboard.figures.drawing.ink import Ink
from dashboard.figures.theme import LIGHT, Fill

SIDE: Final = 12  # pixels
GAP: Final = 18  # pixels between two entries of a key
ROW: Final = 20  # pixels from one row of a key to the next
TRIANGLE: Final[Fill] = {"symbol": "triangle", "color": LIGHT["ink"]}
TRIANGLE_LEFT: Final[Fill] = {"symbol": "triangle-left", "color": LIGHT["ink"]}
# The corners of each mark in a square of twelve pixels, upwards from its lower left corner.
CORNERS: Final = {
    "triangle": ((0, 1), (0, 11), (8, 6)),
    "triangle-left": ((11, 1), (11, 11), (3, 6)),
    "up": ((0.5, 1), (11.5, 1), (6, 11)),
    "down": ((0.5, 11), (11.5, 11), (6, 1)),
    "diamond": ((6, 0.5), (11.5, 6), (6, 11.5), (0.5, 6)),
}
STANCE_MARKS: Final = {"critical": "down", "cautious": "diamond", "neutral": "circle", "supportive": "up"}


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One entry: its words, how the thing is painted, and the filter that leaves only it: parameter and value, such as `("origin", "public")`."""

    words: str
    look: Fill
    narrows: tuple[str, str] | None = None

    def mark(self, prefix: str) -> str:
        """The small mark beside the words as SVG for a page; `prefix` makes its ids unique there. Hidden from screen readers: the words say it."""
        ink = Ink(prefix, follows_page=True)
        inside = _symbol(self.look, ink) if "symbol" in self.look else _square(self.look, ink)
        return f'<svg class="sw" width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true">{ink.definitions()}{inside}</svg>'


def origins(present: set[str], ceilings: bool, floors: bool) -> list[KeyItem]:
    """The key of money by origin: only what the drawing shows."""
    words = {"public": "public", "mixed": "mixed: one figure joins both", "private": "private", "unknown": "origin unknown"}
    items = [KeyItem(words[origin], theme.fill(origin), ("origin", origin)) for origin in theme.ORIGINS if origin in present]
    if ceilings:
        items.append(KeyItem("open end: “up to” or a target", theme.fill("public", open_end=True)))
    if floors:
        items.append(KeyItem("“at least” for a quarter or more", TRIANGLE))
    return items


def stances(present: Iterable[str]) -> list[KeyItem]:
    """The key of stances, each with its colour, its mark and its word: only those that the drawing shows."""
    shown = [stance for stance in theme.STANCES if stance in present]
    return [KeyItem(stance, {"symbol": STANCE_MARKS[stance], "color": LIGHT[stance]}, ("stance", stance)) for stance in shown]


def rows_of(items: list[KeyItem], width: float) -> list[list[tuple[float, KeyItem]]]:
    """The entries in rows no wider than `width` pixels, each with where it starts."""
    rows: list[list[tuple[float, KeyItem]]] = [[]]
    at = 0.0
    for item in items:
        room = SIDE + 6 + text.width_of(item.words)
        if rows[-1] and at + room > width:
            rows.append([])
            at = 0.0
        rows[-1].append((at, item))
        at += room + GAP
    return rows


def shapes(look: Fill, x: float, y: float) -> list[dict[str, Any]]:
    """One mark as Plotly shapes; `x` and `y` are pixels of its lower left corner from the upper left corner of the plot, upwards."""
    if "symbol" in look:
        return [_symbol_shape(look, x, y)]
    pattern = look.get("pattern")
    ground = pattern["bgcolor"] if pattern else look["color"]
    edge = look.get("line", {}).get("color", ground)
    square = _shape("rect", ground, ground if edge == LIGHT["paper"] else edge, x0=x, x1=x + SIDE, y0=y, y1=y + SIDE)
    return [square, *(_strokes(pattern, x, y) if pattern else [])]


def _strokes(pattern: dict[str, Any], x: float, y: float) -> list[dict[str, Any]]:
    colour = pattern["fgcolor"]
    if pattern["shape"] == ".":
        dots = [(x + across, y + up) for across in (2, 6, 10) for up in (2, 6, 10)]
        return [_shape("circle", colour, colour, x0=left - 0.6, x1=left + 0.6, y0=low - 0.6, y1=low + 0.6, edge=0) for left, low in dots]
    if pattern["shape"] == "-":
        return [_stroke(colour, x, x + SIDE, y + up, y + up) for up in (3, 6, 9)]
    rising = [_stroke(colour, x, x + SIDE, y, y + SIDE), _stroke(colour, x, x + 6, y + 6, y + SIDE), _stroke(colour, x + 6, x + SIDE, y, y + 6)]
    falling = [_stroke(colour, x, x + SIDE, y + SIDE, y), _stroke(colour, x, x + 6, y + 6, y), _stroke(colour, x + 6, x + SIDE, y + SIDE, y + 6)]
    return rising + (falling if pattern["shape"] == "x" else [])


def _shape(kind: str, fill: str, edge_colour: str, edge: float = 1, **place: Any) -> dict[str, Any]:
    pixel = {"xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 0, "yanchor": 1}
    return {"type": kind, "fillcolor": fill, "line": {"color": edge_colour, "width": edge}, **pixel, **place}


def _stroke(colour: str, x0: float, x1: float, y0: float, y1: float) -> dict[str, Any]:
    return _shape("line", colour, colour, x0=x0, x1=x1, y0=y0, y1=y1)


def _square(look: Fill, ink: Ink) -> str:
    edge = look.get("line", {}).get("color", look["color"])
    stroke = look["color"] if edge == LIGHT["paper"] else edge
    paint = f'fill="{ink.paint(look["color"], look.get("pattern"))}" stroke="{ink.colour(stroke)}"'
    return f'<rect x="0.5" y="0.5" width="{SIDE - 1}" height="{SIDE - 1}" {paint}/>'


def _symbol_shape(look: Fill, x: float, y: float) -> dict[str, Any]:
    if look["symbol"] == "circle":
        return _shape("circle", look["color"], LIGHT["ink"], x0=x + 1, x1=x + SIDE - 1, y0=y + 1, y1=y + SIDE - 1)
    corners = "L".join(f"{x + across:g},{y + up:g}" for across, up in CORNERS[look["symbol"]])
    return _shape("path", look["color"], LIGHT["ink"], path=f"M{corners}Z")


def _symbol(look: Fill, ink: Ink) -> str:
    paint = f'fill="{ink.colour(look["color"])}" stroke="{ink.colour(LIGHT["ink"])}" stroke-width="0.8"'
    if look["symbol"] == "circle":
        return f'<circle cx="{SIDE / 2:g}" cy="{SIDE / 2:g}" r="{SIDE / 2 - 1:g}" {paint}/>'
    corners = "L".join(f"{across:g} {SIDE - up:g}" for across, up in CORNERS[look["symbol"]])
    return f'<path d="M{corners}z" {paint}/>'
