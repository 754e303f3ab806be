"""Days of known precision, carried as their text (`2025`, `2025-12`, `2025-12-21`); knows nothing of who uses them."""

import calendar
import re
from datetime import date
from typing import Literal

Precision = Literal["year", "month", "day"]

FIRST_YEAR = 1900
LAST_YEAR = 2199

_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_WORDS = re.compile(r"(?:([0-9]{1,2})\.? +)?([A-Za-z]{3,9})\.?,? +([0-9]{4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def parse(text: str) -> str:
    """The same text when it is a year, month or day that exists between 1900 and 2199. Raises ValueError in words."""
    first_day(text)
    return text


def first_day(text: str) -> date:
    """The first day that `text` covers: 2025-01-01 of `2025`. Raises ValueError in words."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day that `text` covers: 2025-12-31 of `2025`. Raises ValueError in words."""
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def precision(text: str) -> Precision:
    """How much of the day is known. Raises ValueError in words."""
    _, month, day = _parts(text)
    if month is None:
        return "year"
    return "month" if day is None else "day"


def in_words(text: str) -> str:
    """As a reader sees it: `21 Dec 2025`, `Dec 2025` or `2025`. Raises ValueError in words."""
    year, month, day = _parts(text)
    if month is None:
        return str(year)
    named = f"{_MONTHS[month - 1]} {year}"
    return named if day is None else f"{day} {named}"


def typed(text: str) -> str:
    """A day typed as days are shown, `21 Dec 2025`, `21 December 2025`, `Dec 2025`, as text of its precision; anything else as it stands."""
    found = _WORDS.fullmatch(text.strip())
    month = _month_named(found[2].lower()) if found else None
    if found is None or month is None:
        return text.strip()
    return f"{found[3]}-{month:02}" + (f"-{int(found[1]):02}" if found[1] else "")


def _month_named(name: str) -> int | None:
    fits = (at for at, short in enumerate(_MONTHS, 1) if calendar.month_name[at].lower().startswith(name) and name.startswith(short.lower()))
    return next(fits, None)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        raise ValueError(f'"{text}" is not a day. Write a day as 2025-12-21, a month as 2025-12 or a year as 2025.')
    year, month, day = (None if part is None else int(part) for part in shape.groups())
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f'"{text}" lies outside the years {FIRST_YEAR} to {LAST_YEAR}.')
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f'"{text}" names month {month}. Months run from 01 to 12.')
    if month is not None and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f'"{text}" does not exist: {_MONTHS[month - 1]} {year} has {calendar.monthrange(year, month)[1]} days.')
    return year, month, day
