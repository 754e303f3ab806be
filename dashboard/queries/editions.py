"""The edition that a page is read at, and its day; must not know which page asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import UTC, date
from typing import Any, Final

from django.db.models import QuerySet

from dashboard.filters import Filters
from dashboard.queries import written
from initiatives.models import Edition

EVERYTHING: Final = Filters()


@dataclass(frozen=True, slots=True)
class Reading:
    """The edition in force while one page is made: its number, 0 before the first publication, and the day it was made, None before it.

    `newest_stamp` is set where a newer edition was there when the page was made."""

    number: int
    day: date | None
    stamp: str = "0"  # tells this state of the record from every other, in cache keys
    newest_stamp: str | None = None

    @property
    def is_newest(self) -> bool:
        return self.newest_stamp is None

    @property
    def stamp_of_answer(self) -> str:
        """Tells answers apart, which say whether there is a newer edition."""
        return self.newest_stamp or self.stamp

    def as_of(self, filters: Filters) -> date | None:
        """The day whose state is shown: the one that the filters rewind to, else the edition's; of a day after that nothing is known yet."""
        return min(filters.as_of, self.day) if filters.as_of and self.day else filters.as_of or self.day


def pinned(filters: Filters) -> Filters:
    """The same filters with the edition that is shown, so that an address which is cited finds it again; unchanged before the first publication."""
    return filters.model_copy(update={"edition": current().number or None})


_reading: ContextVar[Reading | None] = ContextVar("reading", default=None)


def current() -> Reading:
    """The edition of the page that is being made, else the newest; at most one statement."""
    return _reading.get() or newest()


def newest() -> Reading:
    """The newest edition of the record; one statement."""
    rows = written.rows(_newest, EVERYTHING)
    return Reading(rows[0][0], rows[0][1].astimezone(UTC).date(), f"{rows[0][0]}-{rows[0][1].timestamp():.6f}") if rows else Reading(0, None)


def _newest(_filters: Filters) -> QuerySet[Edition, Any]:
    return Edition.objects.order_by("-number").values_list("number", "made_at")[:1]


def older(than: Reading) -> Reading:
    """The edition whose tables are read, where that is not the newest; one statement."""
    return replace(newest(), newest_stamp=than.newest_stamp or than.stamp)


@contextmanager
def reading(edition: Reading) -> Iterator[Reading]:
    """Everything inside is read at this edition."""
    token = _reading.set(edition)
    try:
        yield edition
    finally:
        _reading.reset(token)
