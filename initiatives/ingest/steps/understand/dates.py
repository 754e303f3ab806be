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
_IN_MONTH = re.compile(rf"\b(?:in|last|since|of)\s(?:early\s|late\s|mid-)?(?P<month>{_MONTH})\b(?!\s\d{{1,2}}(?!\d))(?:,?\s(?P<year>20\d\d))?", re.I)
_WEEKDAY = re.compile(rf"\b(?P<lead>on|last|early|late|said|announced|approved|unveiled|signed)\s(?P<weekday>{'|'.join(WEEKDAYS)})\b", re.I)
_LAST_MONTH = re.compile(r"\b(?:last month|(?P<ago>\d{1,2}|two|three|four|five|six|ten) days ago)\b", re.I)
_SMALL_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_RELATIVE = {"today": 0, "this morning": 0, "this afternoon": 0, "yesterday": 1}
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
    for finder in (_written, _in_month, _weekday, _relative, _before):
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


def _weekday(sentence: str, published: str | None) -> str | None:
    match = _WEEKDAY.search(sentence)
    if match is None or published is None or len(published) < 10 or _AHEAD.search(sentence[: match.start()]):
        return None
    today = date.fromisoformat(published)
    back = (today.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7
    return (today - timedelta(days=back or (7 if match["lead"].lower() == "last" else 0))).isoformat()


def _relative(sentence: str, published: str | None) -> str | None:
    match = _RELATIVE_WORDS.search(sentence)
    if match is None or published is None or len(published) < 10:
        return None
    return (date.fromisoformat(published) - timedelta(days=_RELATIVE[match.group().lower()])).isoformat()


def _before(sentence: str, published: str | None) -> str | None:
    """The month of "last month", the day of "three days ago"."""
    match = _LAST_MONTH.search(sentence)
    if match is None or published is None or len(published) < 10:
        return None
    today = date.fromisoformat(published)
    if match["ago"] is None:
        return (today.replace(day=1) - timedelta(days=1)).isoformat()[:7]
    days = _SMALL_NUMBERS.get(match["ago"].lower()) or int(match["ago"])
    return (today - timedelta(days=days)).isoformat()


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
