"""Horizontal bars of money by country, one origin after the other; draws rows and knows neither requests nor models."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Any, Final

from dashboard.figures import floors, text, theme
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure, Opens
from dashboard.queries.rows import CountryFunding
from initiatives import formats
from initiatives.vocabulary import JOINT

TOP: Final = 20
NAMES_SHARE: Final = 0.42  # of the width, at most, for the names left of the bars
TICK_ROOM: Final = 46  # pixels from one mark of the axis to the next, at least


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a bar in the unit of the axis; `open_end` is the part that is only a ceiling."""

    origin: str
    length: Decimal
    open_end: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the drawing; `length` None is a row without a bar, which says why in `words`."""

    name: str
    pieces: tuple[Piece, ...]
    length: Decimal | None
    words: str
    floor: bool = False
    gathered: bool = False
    codes: tuple[str, ...] = ()


def figure(rows: Sequence[CountryFunding], labels: Labels, width: int, top: int = TOP, whole: bool = True, opens: Opens = theme.nowhere) -> Figure:
    """Largest country on top, what is left in one row, joint efforts apart; not `whole`: the first rows alone. `width` in pixels; `opens` is asked
    with the codes of a row and an origin."""
    lines = arranged(rows, labels, top, whole)
    longest = max((line.length for line in lines if line and line.length), default=Decimal(0))
    margins = _margins(lines, labels, width)
    at = [(index, line) for index, line in enumerate(lines) if line]
    end = float(longest) * 1.03 or 1.0
    pixels = margins["room"] / end
    marked = [(index, line.length) for index, line in at if line.floor and line.length is not None]
    return theme.figure(
        [*_bars(at, labels, opens), *floors.marks(marked, pixels)],
        width,
        theme.PITCH * max(len(lines), 1) + 30,
        margin={side: margins[side] for side in "lrtb"},
        annotations=[words for index, line in at for words in _words(index, line, labels, margins, pixels)],
        yaxis=theme.rows_axis(max(len(lines), 1)),
        xaxis={"side": "top", "range": [0, end], **labels.scale(longest, max(2, min(margins["room"] // TICK_ROOM, 6))).axis()},
        shapes=[theme.zero_line()],
    )


def arranged(rows: Sequence[CountryFunding], labels: Labels, top: int = TOP, whole: bool = True) -> list[Line | None]:
    """The rows as they are drawn: the `top` first ones, the others gathered, a gap (None), joint efforts."""
    few = len(rows) <= top
    alone = [row for row in rows if row.country != JOINT and (few or not silent(row))]
    joint = [row for row in rows if row.country == JOINT and not silent(row)]
    lines: list[Line | None] = [_line(row, labels) for row in alone[:top]]
    if not whole:
        return lines
    if rest := alone[top:]:
        lines.append(_gathered(rest, labels))
    if joint and labels.per == "total":
        lines += [None, *(_line(row, labels, "Joint efforts") for row in joint)]
    return lines


def silent(row: CountryFunding) -> bool:
    """Whether nothing at all is to be said of the row's money at this basis."""
    return row.total == 0 and not row.undisclosed and not row.not_convertible


def factor(row: CountryFunding, labels: Labels) -> Decimal | None:
    """What turns the row's money into the unit of the axis; None where the country has no such figure."""
    if labels.per == "total":
        return Decimal(1)
    measured = row.gdp_percent if labels.per == "gdp" else row.per_person
    return measured / row.total if measured is not None and row.total else None


def _line(row: CountryFunding, labels: Labels, name: str | None = None) -> Line:
    scale = factor(row, labels)
    title = name or row.country_name
    if not row.total:
        return Line(title, (), None, nothing_words(row))
    if scale is None:
        return Line(title, (), None, "no GDP figure" if labels.per == "gdp" else "no population figure")
    floor = floors.is_marked(row.total, row.at_least)
    words = f"of which “at least” {labels.value(row.at_least * scale)}" if floor else ""
    return Line(title, _pieces(row, scale), row.total * scale, words, floor, gathered=name is not None, codes=(row.country,))


def nothing_words(row: CountryFunding) -> str:
    """Why a row has no bar."""
    if row.undisclosed:
        return formats.UNDISCLOSED
    return "not convertible" if row.not_convertible else "nothing at this basis"


def _pieces(row: CountryFunding, scale: Decimal) -> tuple[Piece, ...]:
    amounts: dict[str, Decimal] = {origin: getattr(row, origin) or Decimal(0) for origin in theme.ORIGINS}
    stated = [Piece(origin, (amount - row.ceilings.get(origin, Decimal(0))) * scale, False) for origin, amount in amounts.items()]
    ceilings = [Piece(origin, row.ceilings.get(origin, Decimal(0)) * scale, True) for origin in theme.ORIGINS]
    return tuple(piece for piece in [*stated, *ceilings] if piece.length > 0)


def _gathered(rest: Sequence[CountryFunding], labels: Labels) -> Line:
    name = f"and {formats.count(len(rest))} other{'' if len(rest) == 1 else 's'}"
    if labels.per != "total":
        return Line(name, (), None, "smaller, or without a figure: see the table", gathered=True)
    pieces = [piece for row in rest for piece in _pieces(row, Decimal(1))]
    summed = (
        Piece(origin, sum((piece.length for piece in pieces if (piece.origin, piece.open_end) == (origin, open_end)), Decimal(0)), open_end)
        for open_end in (False, True)
        for origin in theme.ORIGINS
    )
    total = sum((row.total for row in rest if row.total is not None), Decimal(0))
    unsaid = sum(not row.total for row in rest)
    words = f"{formats.count(unsaid)} of them undisclosed" if unsaid else ""
    return Line(name, tuple(piece for piece in summed if piece.length > 0), total, words, gathered=True, codes=tuple(row.country for row in rest))


def _bars(at: list[tuple[int, Line]], labels: Labels, opens: Opens) -> list[dict[str, Any]]:
    """One trace an origin for what is stated, then one for what is open; each bar lies where the one before ends."""
    traces = []
    for open_end in (False, True):
        for origin in theme.ORIGINS:
            found = [found for index, line in at for found in _placed(index, line, origin, open_end)]
            if found:
                traces.append(_trace(found, origin, open_end, labels, opens))
    return traces


def _placed(index: int, line: Line, origin: str, open_end: bool) -> list[tuple[int, Line, Piece, Decimal]]:
    starts = accumulate((piece.length for piece in line.pieces), initial=Decimal(0))
    return [
        (index, line, piece, start) for piece, start in zip(line.pieces, starts, strict=False) if (piece.origin, piece.open_end) == (origin, open_end)
    ]


def _trace(found: list[tuple[int, Line, Piece, Decimal]], origin: str, open_end: bool, labels: Labels, opens: Opens) -> dict[str, Any]:
    name = f"{origin}, up to" if open_end else origin
    words = [f"{text.plain(line.name)}<br>{name}: {text.plain(labels.value(piece.length))}" for _, line, piece, _ in found]
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": [index for index, *_ in found],
        "x": [float(piece.length) for _, _, piece, _ in found],
        "base": [float(start) for *_, start in found],
        "marker": theme.fill(origin, open_end),
        **theme.hover(words, [opens(line.codes, origin) for _, line, *_ in found]),
    }


def _words(index: int, line: Line, labels: Labels, margins: dict[str, int], pixels: float) -> list[dict[str, Any]]:
    """The name left of the bar, the value behind it, and what else is to say where there is room. `pixels`: of one unit of the axis."""
    name = text.shortened(line.name, margins["l"] - 8)
    left = theme.note(text.italic(name) if line.gathered else text.plain(name), 0, index, xanchor="right", xshift=-8, align="right")
    if line.length is None:
        return [left, theme.note(text.second(line.words), 0, index, xanchor="left", xshift=6)]
    value = labels.value(line.length)
    shift = 6 + (floors.ARROW if line.floor else 0)
    end = float(line.length) * pixels + shift + text.width_of(f"{value}   {line.words}") * 1.04
    words = f"{text.bold(value)}  {text.second(line.words)}" if line.words and end <= margins["room"] + margins["r"] else text.bold(value)
    return [left, theme.note(words, float(line.length), index, xanchor="left", xshift=shift)]


def _margins(lines: list[Line | None], labels: Labels, width: int) -> dict[str, int]:
    """Room for the longest name, at most a share of the width, and for the longest value; `room` is what is left for the bars."""
    shown = [line for line in lines if line]
    names = max((text.width_of(line.name) for line in shown), default=0.0) + 10
    values = max((text.width_of(labels.value(line.length)) * 1.08 for line in shown if line.length is not None), default=0.0)
    left, right = int(min(names, width * NAMES_SHARE)), int(values + 6 + floors.ARROW)
    return {"l": left, "r": right, "t": 26, "b": 4, "room": max(width - left - right, 1)}
