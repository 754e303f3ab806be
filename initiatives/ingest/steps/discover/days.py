"""Reads the date of an item however a feed writes it; must not know a clock: the day of the visit is handed in."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from initiatives.dates import first_day
from initiatives.ingest.steps.discover.months import month_of
from initiatives.text import clean

CENTURY = 2000  # of a year with two digits
FIRST_YEAR = 1990  # before it there were no feeds: such a date is a place holder
LONGEST_CLAIM = 100  # characters
_ZONE = r"(?P<zone>Z\b|[A-Z]{2,5}\b|(?:GMT|UTC)?\s?[+-]\d{1,2}:?(?:\d{2})?)?"
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?\s*"
_CLOCK = rf"(?:[T\s,]+(?:at\s+)?{_TIME}{_ZONE})?"
_SHAPES = tuple(
    re.compile(shape + _CLOCK, re.I)
    for shape in (
        r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|\.|º)?[\s-]+(?:de\s+|d['’])?(?P<name>[^\W\d_]{3,14})\.?,?[\s-]+(?:de\s+)?(?P<year>\d{4}|\d{2})(?!\d)",
        r"(?P<name>[^\W\d_]{3,14})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        r"(?<!\d)(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
    )
)
_HOURS = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1,
    "cest": 2, "mez": 1, "mesz": 2, "bst": 1, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "aest": 10, "aedt": 11,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as read: `at` in UTC. `has_clock` is false for a day alone; `zone_given` is false where UTC was assumed."""

    at: datetime
    has_clock: bool
    zone_given: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """The day to use, the day as written where it was refused, and the moment in UTC where the source gives one."""

    published: str | None
    claimed: str | None
    moment: Moment | None


def dated(written: str, fetched: str) -> Dated:
    """The day of an item seen on the day `fetched`. What cannot be read, or lies more than a day ahead, becomes that day, and the claim is kept."""
    claim = clean(written).text.strip()[:LONGEST_CLAIM]
    if not claim:
        return Dated(None, None, None)
    moment = moment_of(claim)
    if moment is None or moment.at.date() > first_day(fetched) + timedelta(days=1):
        return Dated(fetched, claim, None)
    return Dated(f"{moment.at:%Y-%m-%d}", None, moment)


def moment_of(written: str) -> Moment | None:
    """The moment that a date in words or figures names; None where it names none, or where it can be read two ways (03/04/2026)."""
    for shape in _SHAPES:
        match = shape.search(written[: 2 * LONGEST_CLAIM])
        day = _day(match) if match else None
        if match and day:
            return _with_clock(match, day)
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = month_of(parts["name"]) if parts.get("name") else int(parts["month"])
    year = int(parts["year"]) + (CENTURY if len(parts["year"]) == 2 else 0)
    try:
        day = date(year, month or 0, int(parts["day"]))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year < 2200 else None


def _with_clock(match: re.Match[str], day: date) -> Moment:
    offset = _offset(match["zone"])
    try:
        clock = datetime(day.year, day.month, day.day, _hour(match), int(match["minute"] or 0), int(match["second"] or 0), tzinfo=offset or UTC)
    except ValueError:
        return Moment(datetime(day.year, day.month, day.day, tzinfo=UTC), False, False)
    return Moment(clock.astimezone(UTC), match["hour"] is not None, offset is not None)


def _hour(match: re.Match[str]) -> int:
    hour, half = int(match["hour"] or 0), (match["half"] or "").lower()
    if not half:
        return hour
    return hour % 12 + (12 if half.startswith("p") else 0)


def _offset(zone: str | None) -> timezone | None:
    """The distance from UTC; None for no zone, or a name that stands for several."""
    name = (zone or "").strip().lower()
    if name in _HOURS:
        return timezone(timedelta(hours=_HOURS[name]))
    figures = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", name)
    if not figures or int(figures[2]) > 14 or int(figures[3] or 0) > 59:
        return None
    distance = timedelta(hours=int(figures[2]), minutes=int(figures[3] or 0))
    return timezone(-distance if figures[1] == "-" else distance)
