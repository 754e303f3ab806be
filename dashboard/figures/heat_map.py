"""Squares in four greys with their number, homes down and owners across; draws shares and knows neither requests nor models."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from dashboard.figures import text, theme
from dashboard.figures.theme import LIGHT, Figure
from initiatives import formats

PITCH: Final = 25  # pixels from one row to the next
HEAD: Final = 22  # pixels for the codes above
GAP: Final = 0.4  # of a row, between the sums and the homes
WIDEST: Final = 72  # pixels of a column, at most
NAMES_SHARE, NARROW_SHARE = 0.36, 0.42  # of the width, at most, for the names on the left
EDGE: Final = 0.03  # of a square that stays white around it
# The lower limit of each class in percent and its grey; the last is dark, so its number is written in the colour of the paper.
CLASSES: Final = ((Decimal(0), "land"), (Decimal(5), "rule"), (Decimal(20), "land-edge"), (Decimal(50), "ink-2"))
CLASS_WORDS: Final = ("under 5 %", "5 to under 20 %", "20 to under 50 %", "50 % and more")
DARK: Final = "ink-2"


@dataclass(frozen=True, slots=True)
class Head:
    """One row or column: its name, and its code as it stands above a column."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Square:
    """One share in `percent`, in words for a pointer, and the page that it opens; `own` where the home is that of the owner, or of a member."""

    row: int
    column: int
    percent: Decimal
    words: str
    address: str | None = None
    own: bool = False


def figure(rows: Sequence[Head], columns: Sequence[Head], squares: Sequence[Square], width: int, narrow: bool = False) -> Figure:
    """Row 0 holds the sums and stands apart; `squares` are those that are not empty. `width` in pixels."""
    names = int(min(max((text.width_of(_shown(row, narrow)) for row in rows), default=0) + 14, width * (NARROW_SHARE if narrow else NAMES_SHARE)))
    deep = max(len(rows), 1) + GAP
    return theme.figure(
        [_ground(len(rows), len(columns)), *(_square(one) for one in squares)],
        width,
        int(PITCH * deep) + HEAD + 2,
        margin={"l": names, "r": 2, "t": HEAD, "b": 2},
        annotations=[*_heads(columns), *_names(rows, names, narrow), *(_number(one) for one in squares)],
        xaxis={"visible": False, "range": [0, max(len(columns), (width - names) / WIDEST)]},
        yaxis={"visible": False, "range": [deep, 0]},
    )


def grey_of(percent: Decimal) -> str:
    """The token of a share."""
    return [token for limit, token in CLASSES if percent >= limit][-1]


def number_of(percent: Decimal) -> str:
    """The share as it stands in its square: whole percent, `<1` for what is less than half of one."""
    whole = percent.quantize(Decimal(1))
    return "<1" if not whole and percent else f"{whole}"


def _at(row: int) -> float:
    """Where a row begins."""
    return row + (GAP if row else 0)


def _ring(left: float, right: float, top: float, bottom: float) -> dict[str, Any]:
    return {"x": (left, right, right, left, left), "y": (top, top, bottom, bottom, top)}


def _ground(rows: int, columns: int) -> dict[str, Any]:
    """The empty squares as one quiet surface, so that the eye finds its row and column."""
    rings = [(_at(0), _at(0) + 1), (_at(1), _at(1) + rows - 1)] if rows > 1 else [(0.0, 1.0)]
    x = [place for _ in rings for place in (0.0, float(columns), float(columns), 0.0, 0.0, None)]
    y = [place for top, bottom in rings for place in (top, top, bottom, bottom, top, None)]
    look = {"fillcolor": LIGHT["paper"], "line": {"color": LIGHT["rule"], "width": 1}}
    return {"type": "scatter", "mode": "lines", "name": "ground", "x": tuple(x), "y": tuple(y), "fill": "toself", **look, **theme.NO_HOVER}


def _square(one: Square) -> dict[str, Any]:
    top, token = _at(one.row), grey_of(one.percent)
    edge = {"color": LIGHT["ink"], "width": 1.5} if one.own else {"color": LIGHT["paper"], "width": 1}
    shape = _ring(one.column + EDGE, one.column + 1 - EDGE, top + EDGE, top + 1 - EDGE)
    opened = {"customdata": [one.address]} if one.address else {}
    words = {"text": one.words, "hoverinfo": "text", "hoveron": "fills"}
    return {"type": "scatter", "mode": "lines", "name": token, "fill": "toself", "fillcolor": LIGHT[token], "line": edge, **shape, **words, **opened}


def _number(one: Square) -> dict[str, Any]:
    token = "paper" if grey_of(one.percent) == DARK else "ink"
    shown = number_of(one.percent)
    words = text.bold(shown) if one.row == 0 else text.plain(shown)
    return theme.note(words, one.column + 0.5, _at(one.row) + 0.5, font={"size": theme.TEXT_SIZE, "color": LIGHT[token]})


def _heads(columns: Sequence[Head]) -> list[dict[str, Any]]:
    return [theme.note(text.plain(one.code), index + 0.5, 0, yanchor="bottom", yshift=2) for index, one in enumerate(columns)]


def _names(rows: Sequence[Head], room: int, narrow: bool) -> list[dict[str, Any]]:
    right = {"xanchor": "right", "xshift": -6, "align": "right"}
    return [theme.note(_written(one, room, narrow, index == 0), 0, _at(index) + 0.5, **right) for index, one in enumerate(rows)]


def _written(one: Head, room: int, narrow: bool, strong: bool) -> str:
    """The name with its code behind it, which is the key to the codes above."""
    if narrow or not one.code:
        name = text.shortened(one.name, room - 8)
        return text.bold(name) if strong else text.plain(name)
    code = formats.NO_BREAK + one.code
    return text.plain(text.shortened(one.name, room - 12 - text.width_of(code))) + text.second(code)


def _shown(one: Head, narrow: bool) -> str:
    return one.name if narrow or not one.code else f"{one.name}{formats.NO_BREAK}{one.code}"
