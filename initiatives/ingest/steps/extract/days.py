"""Finds the day of an article: declared, in its address or first paragraphs, never in a footer or script; must not know a clock."""

import re
from datetime import date, timedelta

from initiatives.dates import first_day
from initiatives.ingest.steps.extract.datelines import dateline_day, lead_day

_META = re.compile(
    r"""<meta[^>]{0,300}(?:"""
    r"""article:published_time|datePublished|"""
    r"""date\.issued|dc\.date|parsely-pub-date|og:published_time|publish-?date|pubdate|sailthru\.date)[^>]{0,300}>""", re.I
)  # fmt: skip
_LINKED = re.compile(r'"datePublished"\s*:\s*"(20\d\d-\d\d-\d\d)')
_TIME = re.compile(r"<time[^>]{0,200}datetime\s*=\s*[\"'](20\d\d-\d\d-\d\d)", re.I)
_ISO = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")
_IN_ADDRESS = re.compile(r"/(20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:/|-|\b)")


def day_of(page: str, address: str | None, text: str, fetched: str | None) -> str | None:
    """`YYYY-MM-DD` by a page's meta data (`page` is empty for plain text), then address, then dateline, then the first paragraphs; else None."""
    candidates = (*_declared(page), _in_address(address), dateline_day(text, fetched), lead_day(text, fetched))
    return next((day for day in candidates if day and _exists(day)), None)


def settle(day: str | None, fetched: str | None) -> tuple[str | None, str | None]:
    """The day to use and the day claimed: a day after tomorrow becomes the day of the fetch, and the claim is kept."""
    if day is None or fetched is None or first_day(day) <= first_day(fetched) + timedelta(days=1):
        return day, None
    return fetched, day


def _declared(page: str) -> list[str | None]:
    meta = _META.search(page)
    inside = _ISO.search(meta.group()) if meta else None
    linked, time = _LINKED.search(page), _TIME.search(page)
    return [inside.group() if inside else None, linked[1] if linked else None, time[1] if time else None]


def _in_address(address: str | None) -> str | None:
    match = _IN_ADDRESS.search(address or "")
    return "-".join(match.groups()) if match else None


def _exists(day: str) -> bool:
    try:
        return date.fromisoformat(day).year >= 1990
    except ValueError:
        return False
