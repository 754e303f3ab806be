"""Finds the day that the first lines of an article give it: a dateline, "Published 14 March 2026", a line that is a day; must not know a clock."""

import re
from datetime import date
from typing import Final

from initiatives.dates import last_day
from initiatives.ingest.steps.understand.dates import MONTHS

FIRST_LINES, LEAD_LENGTH = 6, 600  # lines, and code points, in which an article names its own day
LONGEST_DAY_LINE = 60  # code points; a longer line says more than the day
_OTHER_LANGUAGES = (
    ("janvier enero januar gennaio janeiro", 1), ("février fevrier febrero februar febbraio fevereiro", 2), ("mars marzo märz março", 3),
    ("avril abril aprile", 4), ("mai mayo maggio maio", 5), ("juin junio juni giugno junho", 6), ("juillet julio juli luglio julho", 7),
    ("août aout agosto", 8), ("septembre septiembre settembre setembro", 9), ("octobre octubre oktober ottobre outubro", 10),
    ("novembre noviembre novembro", 11), ("décembre decembre diciembre dezember dicembre dezembro", 12),
)  # fmt: skip
_NUMBERS: Final = MONTHS | {name: number for names, number in _OTHER_LANGUAGES for name in names.split()}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)\.?,?\s)?"
_DAY = (
    rf"(?i:{_WEEKDAY}(?:(?P<iso>20\d\d-[01]\d-[0-3]\d)|(?P<dotted>[0-3]?\d\.[01]?\d\.20\d\d)|"
    rf"(?:(?P<month>{_MONTH})\b\.?\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?|(?P<day2>[0-3]?\d)(?:st|nd|rd|th|er|\.|º)?\s(?:of\s|de\s)?"
    rf"(?P<month2>{_MONTH})\b\.?)(?!\d)(?:,?\s(?:de\s)?(?P<year>(?:19|20)\d\d))?))"
)
_FOOTER = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b|\ball rights reserved\b|\bexpires?\b", re.I)
_PUBLISHED = re.compile(
    r"^\W{0,3}(?:.{0,60}[|·•–—-]\s*)?(?i:(?:first\s)?(?:published|posted|issued|released|dated?|press release|publi[ée] le|publicado el|"
    r"publicado em|pubblicato il|veröffentlicht am|updated)(?:\son)?)\s?:?\s" + _DAY
)
_ALONE = re.compile(rf"^\W{{0,3}}{_DAY}(?:[,\s|·-]{{1,3}}\d\d?[:.]\d\d.{{0,20}})?\W{{0,3}}$")
_PLACE = (
    r"(?:\W{0,2}(?:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,3}(?:[,/]\s?[A-Z][\w.]+(?:\s[A-Z][\w.]+)?){0,2}|"
    r"[A-ZÀ-Þ][\w.’'-]+(?:[\s/-][A-ZÀ-Þ][\w.’'-]+){0,2}(?:,\s[A-Z][\w.]+)?))"
)
_AGENCY = r"(?:\s?\([^()\n]{2,30}\)|\s/\w+/)"
_END = r"(?:\s?[—–:-]{1,2}\s|\.\s|$)"
_SHOUTED = re.compile(rf"^{_PLACE}{_AGENCY}?[,.:]?\s(?:le\s|\(\s?)?{_DAY}\)?,?{_AGENCY}?(?:\s[A-Z][A-Za-z]+)?{_END}")
_AGENCY_FIRST = re.compile(rf"^{_AGENCY}[,:]?\s{_DAY}{_END}")
_SHAPES = (_PUBLISHED, _SHOUTED, _AGENCY_FIRST, _ALONE)
_IN_TEXT = re.compile(rf"\b{_DAY}")
_NOT_ITS_OWN = re.compile(
    r"\b(?:will|would|by|until|before|from|since|after|start\w*|begin\w*|due|expected|planned|is to|are to|later|between|deadline|law of|act of)"
    r"\s+(?:\w+\s){0,3}$", re.I
)  # fmt: skip


def dateline_day(text: str, fetched: str | None) -> str | None:
    """`YYYY-MM-DD` where one of the first lines is a dateline or says when it was published; a year left out is that on or before `fetched`."""
    for line in first_lines(text):
        match = next((found for shape in _SHAPES if (found := shape.match(line[:200]))), None)
        day = _resolved(match, fetched) if match else None
        if day is not None:
            return day
    return None


def lead_day(text: str, fetched: str | None) -> str | None:
    """`YYYY-MM-DD` of the first day that the first lines name as past ("On 6 November it was said"); None where none is, or only days ahead are."""
    for line in first_lines(text):
        for match in _IN_TEXT.finditer(line):
            day = None if _NOT_ITS_OWN.search(line[: match.start()]) else _resolved(match, fetched)
            if day is not None and (fetched is None or day <= last_day(fetched).isoformat()):
                return day
    return None


def opens_with_a_day(line: str) -> bool:
    """True for a line that begins with a dateline, and so is text and no title."""
    return any(shape.match(line[:200]) for shape in (_SHOUTED, _AGENCY_FIRST))


def is_a_day(line: str) -> bool:
    """True for a line that says only when the article was published."""
    return len(line) < LONGEST_DAY_LINE and any(shape.match(line.strip()) for shape in (_PUBLISHED, _ALONE))


def first_lines(text: str) -> list[str]:
    """The lines in which an article may name its own day: the first of its text, without copyright lines and footers."""
    rows = [row for row in (row.strip() for row in text[:LEAD_LENGTH].splitlines()) if row]
    return [row for row in rows[:FIRST_LINES] if not _FOOTER.search(row)]


def _resolved(match: re.Match[str], fetched: str | None) -> str | None:
    if match["iso"]:
        return _iso(*map(int, match["iso"].split("-")))
    if match["dotted"]:
        return _iso(*reversed([int(part) for part in match["dotted"].split(".")]))
    month, day = _NUMBERS[(match["month"] or match["month2"]).lower()], int(match["day"] or match["day2"])
    return _iso(int(match["year"]), month, day) if match["year"] else _on_or_before(month, day, fetched)


def _on_or_before(month: int, day: int, fetched: str | None) -> str | None:
    """The latest such day that is not after the fetch; None where the day of the fetch is not known."""
    if fetched is None or len(fetched) < len("YYYY-MM-DD"):
        return None
    days = (_iso(int(fetched[:4]) - back, month, day) for back in range(5))  # 29 February comes every four years
    return next((found for found in days if found and found <= fetched[:10]), None)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
