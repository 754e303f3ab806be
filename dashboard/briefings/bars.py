"""Small bars drawn as SVG from the same values that an office program draws; for charts that the site itself does not have. Knows no rows."""

from decimal import Decimal
from typing import Final

from dashboard.charts.native import Native, Series
from dashboard.figures.drawing.ink import Ink, escaped
from dashboard.figures.theme import LIGHT

WIDTH: Final = 1164
HEIGHT: Final = 104
LYING: Final = 640  # pixels wide, of bars one under the other
PITCH: Final = 40
NAME_WIDTH: Final = 168
VALUE_WIDTH: Final = 120
INK: Final = Ink("bars", follows_page=True)
EDGE: Final = INK.colour(LIGHT["ink"])
DOTS: Final = (
    f'<defs><pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="{INK.colour(LIGHT["mixed"])}"/>'
    '<circle cx="3" cy="3" r="0.9" fill="#ffffff"/></pattern></defs>'
)
PAPER: Final = INK.colour(LIGHT["paper"])
CHARACTER: Final = 9  # pixels of one, roughly, at 16 pixels


def stack(native: Native) -> str:
    """One stacked bar over the whole width, its key above it."""
    values = [value for series in native.series for value in series.values if value]
    whole = sum(values, Decimal(0)) or Decimal(1)
    parts, keys, x, place = [], [], 0.0, 0.0
    for series in native.series:
        width = float((series.values[0] or Decimal(0)) / whole) * WIDTH
        parts.append(_rect(x, 32, width, HEIGHT - 34, series))
        if width > len(series.labels[0]) * CHARACTER:
            parts.append(_text(x + width / 2, 32 + (HEIGHT - 34) / 2 + 6, series.labels[0], "middle", light=series.token != "mixed", strong=True))
        keys.append(_rect(place, 4, 14, 14, series) + _text(place + 20, 16, series.name))
        x, place = x + width, place + 52 + len(series.name) * CHARACTER * 0.85
    return _svg(WIDTH, HEIGHT, "".join([DOTS, *keys, *parts]))


def lying(native: Native) -> str:
    """Bars one under the other with their labels at the end; a negative one leads to the left."""
    series = native.series[0]
    values = [float(value or 0) for value in series.values]
    low, high = min(0.0, *values), max(0.0, *values)
    scale = (LYING - NAME_WIDTH - VALUE_WIDTH - (VALUE_WIDTH if low else 0)) / ((high - low) or 1)
    zero = NAME_WIDTH + (VALUE_WIDTH if low else 0) - low * scale
    drawn = []
    for place, (name, value, label) in enumerate(zip(native.categories, values, native.totals, strict=True)):
        y = place * PITCH
        drawn.append(_text(NAME_WIDTH - 12, y + PITCH / 2 + 5, name, "end"))
        drawn.append(_rect(min(zero, zero + value * scale), y + 7, abs(value * scale), PITCH - 14, series))
        drawn.append(_text(zero + value * scale + (-8 if value < 0 else 8), y + PITCH / 2 + 5, label, "end" if value < 0 else "start", strong=True))
    height = PITCH * len(values)
    axis = f'<line x1="{zero:.1f}" x2="{zero:.1f}" y1="0" y2="{height}" stroke="{EDGE}"/>'
    return _svg(LYING, height, "".join([*drawn, axis]))


def _svg(width: int, height: int, inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-size="16">{inside}</svg>'


def _rect(x: float, y: float, width: float, height: float, series: Series) -> str:
    if width <= 0:
        return ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{LIGHT[series.token]}" stroke="{EDGE}" stroke-width="0.7"/>'
    )


def _text(x: float, y: float, words: str, anchor: str = "start", *, light: bool = False, strong: bool = False) -> str:
    weight = ' font-weight="600"' if strong else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{PAPER if light else EDGE}"{weight}>{escaped(words)}</text>'
