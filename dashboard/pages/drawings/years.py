"""A calendar of promises: the years that money covers as bars, the day it was said as a tick; knows places in percent only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

YEARS_AT_MOST: Final = 40
LABELS_AT_MOST: Final = 8
WORDS_TURN: Final = 50.0  # percent of the width: the words of a bar that begins further right end with it


@dataclass(frozen=True, slots=True)
class Promise:
    """One statement with a period: the days it covers, the day it was said, its words and whether its money counts."""

    label: str
    words: str
    anchor: str
    origin: str
    first: date
    last: date
    said: date
    firm: bool


@dataclass(frozen=True, slots=True)
class Span:
    """The same as places: `x` and `width` of the bar, `tick` of the day it was said; its words begin at `words_x`, or end there."""

    promise: Promise
    x: str
    width: str
    tick: str
    words_x: str
    words_end: bool


@dataclass(frozen=True, slots=True)
class Years:
    """The drawing: rows, the marks of the axis, and today with its day."""

    spans: tuple[Span, ...]
    marks: tuple[tuple[str, str], ...]
    today: str
    day: date


def years(promises: Sequence[Promise], today: date) -> Years | None:
    """All promises on one axis of whole years; None where nothing has a period."""
    if not promises:
        return None
    first = min(min(promise.first, promise.said) for promise in promises).year
    last = min(max(promise.last for promise in promises).year + 1, first + YEARS_AT_MOST)
    start, days = date(first, 1, 1), (date(last, 1, 1) - date(first, 1, 1)).days

    def place(day: date) -> float:
        return min(max((day - start).days / days * 100, 0.0), 100.0)

    step = max(1, -(-(last - first) // LABELS_AT_MOST))
    marks = tuple((f"{place(date(year, 1, 1)):.2f}%", str(year)) for year in range(first, last + 1, step))
    now = f"{place(today):.2f}%" if start <= today <= start + timedelta(days=days) else ""
    return Years(
        tuple(span(promise, place(promise.first), place(promise.last + timedelta(days=1)), place(promise.said)) for promise in promises),
        marks,
        now,
        today,
    )


def span(promise: Promise, first: float, last: float, said: float) -> Span:
    """One row in places."""
    far = first > WORDS_TURN
    return Span(promise, f"{first:.2f}%", f"{max(last - first, 0.4):.2f}%", f"{said:.2f}%", f"{last if far else first:.2f}%", far)
