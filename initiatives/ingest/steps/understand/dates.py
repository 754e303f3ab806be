"""Finds the day on which something was announced, against the article's own day; must not know a clock."""

import re
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}
WEEKDAYS = {name: number for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = (
    rf"(?:(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<day2>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\s(?:of\s)?(?P<month2>{_MONTH}))(?!\d)(?:,?\s(?P<year>20\d\d))?"
)
_WRITTEN = re.compile(rf"\b(?:on|of)\s(?:(?:{'|'.join(WEEKDAYS)}),?\s)?(?:the\s)?{_DAY}", re.I)
_NUMERIC = re.compile(
    r"\b(?:on|of|dated)\s(?:(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)|(?P<day2>\d{1,2})\.(?P<month2>\d{1,2})\.(?P<year2>20\d\d))\b", re.I
)
_IN_MONTH = re.compile(
    rf"\b(?:in|last|since|of)\s(?:the\s)?(?:early\s|late\s|mid-)?(?P<month>{_MONTH})\b(?!\s\d{{1,2}}(?!\d))(?:,?\s(?P<year>20\d\d))?", re.I
)
_WEEKDAY = re.compile(rf"(?:^|\b(?P<lead>[^\W\d]+),?\s)(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!\s(?:last|next|of next)\sweek|,?\s(?:{_MONTH})\b)", re.I)
# Words before the name of a day that say that it is still to come, or which day of many is meant.
_NOT_THEN = frozenset(
    ["next", "every", "each", "by", "until", "till", "from", "to", "coming", "following", "that", "this", "and", "before", "after", "to"]
)
_AGO = re.compile(r"\b(?P<count>a|an|one|two|three|four|five|six|ten|\d{1,2})\s(?P<unit>day|week|month|year)s?\sago\b", re.I)
_SPAN_BACK = re.compile(r"\b(?:last month|(?P<early>earlier this month)|(?P<year>last year))\b", re.I)
_IN_YEAR = re.compile(
    r"\b(?:announced|unveiled|pledged|promised|presented|launched|adopted|approved)\s(?:\w+\s){0,3}?(?:back\s)?in\s(?P<year>20\d\d)\b", re.I
)
_SMALL_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_RELATIVE = {"today": 0, "this morning": 0, "this afternoon": 0, "the day before yesterday": 2, "yesterday": 1}
_RELATIVE_WORDS = re.compile(rf"\b(?:{'|'.join(_RELATIVE)})\b", re.I)
_ANNOUNCED = re.compile(
    r"\b(?:announced|promised|said|pledged|approved|unveiled|presented|adopted|signed|declared|revealed|confirmed|set out|launched|allocated|"
    r"allotted|committed|voted|passed|agreed|"
    r"published|proposed|disclosed|told|founded|cleared|backed)\b", re.I
)  # fmt: skip
_AHEAD = re.compile(r"\b(?:will|would|should|by|until|from|start\w*|begin\w*|due|expected|planned for|is to|are to|later)\s+(?:\w+\s){0,3}$", re.I)


def announced_on(sentence: str, published: str | None) -> str | None:
    """The day or month of an announcement that a sentence tells in the past tense; None where it tells none, or where the year cannot be known."""
    said = _ANNOUNCED.search(sentence)
    if said is None:
        return None
    for finder in (_numeric, _written, _in_month, _weekday, _relative, _ago, _back):
        found = finder(sentence, published)
        if found:
            return found
    return None


def _written(sentence: str, published: str | None) -> str | None:
    match = next((found for found in _WRITTEN.finditer(sentence) if not _AHEAD.search(sentence[: found.start()])), None)
    if match is None:
        return None
    inner = re.search(_DAY, match.group(), re.I)
    return None if inner is None else _resolved(inner, published)


def _resolved(match: re.Match[str], published: str | None) -> str | None:
    month, day = MONTHS[(match["month"] or match["month2"]).lower()], int(match["day"] or match["day2"])
    year = int(match["year"]) if match["year"] else _year_before(month, day, published)
    return _iso(year, month, day) if year else None


def _in_month(sentence: str, published: str | None) -> str | None:
    match = next((found for found in _IN_MONTH.finditer(sentence) if not _AHEAD.search(sentence[: found.start()])), None)
    if match is None:
        return None
    month = MONTHS[match["month"].lower()]
    year = int(match["year"]) if match["year"] else _year_before(month, 1, published)
    return f"{year}-{month:02d}" if year else None


def _numeric(sentence: str, published: str | None) -> str | None:
    """2025-11-03 and 03.11.2025; with strokes a day may be a month, so that is none."""
    match = _NUMERIC.search(sentence)
    if match is None:
        return None
    return _iso(int(match["year"] or match["year2"]), int(match["month"] or match["month2"]), int(match["day"] or match["day2"]))


def _weekday(sentence: str, published: str | None) -> str | None:
    match = next((found for found in _WEEKDAY.finditer(sentence) if (found["lead"] or "").lower() not in _NOT_THEN), None)
    if match is None or published is None or len(published) < 10 or _AHEAD.search(sentence[: match.start("weekday")]):
        return None
    today = date.fromisoformat(published)
    back = (today.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7
    return (today - timedelta(days=back or (7 if (match["lead"] or "").lower() == "last" else 0))).isoformat()


def _relative(sentence: str, published: str | None) -> str | None:
    match = _RELATIVE_WORDS.search(sentence)
    if match is None or published is None or len(published) < 10:
        return None
    return (date.fromisoformat(published) - timedelta(days=_RELATIVE[match.group().lower()])).isoformat()


def _ago(sentence: str, published: str | None) -> str | None:
    """The day of "three days ago" and "two weeks ago", the month of "two months ago" and "a year ago"."""
    match = _AGO.search(sentence)
    if match is None or published is None or len(published) < 10:
        return None
    count = _SMALL_NUMBERS.get(match["count"].lower()) or int(match["count"])
    today, unit = date.fromisoformat(published), match["unit"].lower()
    if unit in ("day", "week"):
        return (today - timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1)
    return f"{months // 12}-{months % 12 + 1:02d}"


def _back(sentence: str, published: str | None) -> str | None:
    """The month of "last month" and "earlier this month", the year of "last year" and of "announced in 2023"."""
    named, match = _IN_YEAR.search(sentence), _SPAN_BACK.search(sentence)
    if named:
        return named["year"] if published is None or named["year"] <= published[:4] else None
    if match is None or published is None or len(published) < 7:
        return None
    if match["year"]:
        return str(int(published[:4]) - 1)
    first = date(int(published[:4]), int(published[5:7]), 1)
    return published[:7] if match["early"] else (first - timedelta(days=1)).isoformat()[:7]


def _year_before(month: int, day: int, published: str | None) -> int | None:
    """The year that puts a month and day on or before the article's own day."""
    if published is None:
        return None
    year = int(published[:4])
    shown = published[5:] or "12-31"
    return year if f"{month:02d}-{day:02d}"[: len(shown)] <= shown else year - 1


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
