"""The way to what has changed lately, from pages that show a state; knows no rows."""

from datetime import timedelta
from typing import Final

from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.words import Part, Sentence
from dashboard.queries import editions
from initiatives import formats

LATELY: Final = timedelta(days=30)


def lately(filters: Filters) -> Sentence:
    """`What has moved since 26 Oct 2026`: the changes of the last thirty days before the day shown; empty before the first publication."""
    today = editions.current().as_of(filters)
    if today is None:
        return ()
    before = (today - LATELY).isoformat()
    address = links.to("changes", filters, keep="all", from_=before, to=today.isoformat(), as_of=None, per=None, sort=None, view=None)
    return (Part(f"What has moved since {formats.day(before)}", address),)
