"""Finds the day of an article: declared, in its address or first paragraphs, never in a footer or script; must not know a clock."""

import re
from datetime import date, timedelta

from initiatives.dates import first_day, last_day
from initiatives.ingest.steps.extract.datelines import dateline_day, lead_day
from initiatives.ingest.values import Doubt

FAR_DAYS = 60  # between the day of an article and its fetch, from which somebody should look
_IN_ADDRESS = re.compile(r"/(20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:/|-|\b)")


def day_of(declared: str | None, address: str | None, text: str, fetched: str | None, created: str | None = None) -> str | None:
    """`YYYY-MM-DD` as declared in meta data, then in the address, a dateline, the making of a file (`created`), the first paragraphs; else None."""
    candidates = (declared, _in_address(address), dateline_day(text, fetched), created, lead_day(text, fetched))
    return next((day for day in candidates if day and _exists(day)), None)


def settle(day: str | None, fetched: str | None) -> tuple[str | None, str | None]:
    """The day to use and the day claimed: a day after tomorrow becomes the day of the fetch, and the claim is kept."""
    if day is None or fetched is None or first_day(day) <= first_day(fetched) + timedelta(days=1):
        return day, None
    return fetched, day


def doubt_of(published: str | None, claimed: str | None, fetched: str | None) -> Doubt | None:
    """What to look at in the day: a claim that lies ahead, or a day far before the fetch. None where nothing is doubtful, or no day is known."""
    if claimed is not None:
        return Doubt("future-day", f"The article gives {claimed} as its day, which lies ahead. The day of the fetch is used: check it.")
    if published is None or fetched is None:
        return None
    days = (first_day(fetched) - last_day(published)).days
    if days <= FAR_DAYS:
        return None
    return Doubt("far-day", f"The article is dated {published}, {days:,} days before it was fetched. Check the day: sums are converted at its rate.")


def _in_address(address: str | None) -> str | None:
    match = _IN_ADDRESS.search(address or "")
    return "-".join(match.groups()) if match else None


def _exists(day: str) -> bool:
    try:
        return date.fromisoformat(day).year >= 1990
    except ValueError:
        return False
