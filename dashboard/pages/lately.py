"""The way to what has changed lately, from pages that show a state; knows no rows."""

from datetime import timedelta
from typing import Final

from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.words import Part, Sentence
from dashboard.queries import editions
from initiatives import dates, formats

LATELY: Final = timedelta(days=30)


def lately(filters: Filters, newest: str | None) -> Sentence:
    """`What has moved since 1 Jun 2026`: the changes of the thirty days before the newest statement, a day of known precision, and of all after it.

    Empty before the first publication and where nothing was said."""
    today = editions.current().as_of(filters)
    if today is None or newest is None:
        return ()
    before = (min(today, dates.first_day(newest)) - LATELY).isoformat()
    address = links.to("changes", filters, keep="all", from_=before, to=today.isoformat(), as_of=None, per=None, sort=None, view=None)
    return (Part(f"What has moved since {formats.day(before)}", address),)
