"""The edition that a page is read at, and its day; must not know which page asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import UTC, date
from typing import Any, Final

from django.db.models import DateTimeField, Max, QuerySet, Subquery
from django.db.models.functions import Greatest

from dashboard.filters import Filters
from dashboard.queries import written
from initiatives.models import Correction, Edition, ValueNote

EVERYTHING: Final = Filters()


@dataclass(frozen=True, slots=True)
class Reading:
    """The edition in force while one page is made: its number, 0 before the first publication, and the day it was made, None before it.

    `newest_stamp` is set where a newer edition was there when the page was made."""

    number: int
    day: date | None
    stamp: str = "0"  # tells this state of the record from every other, in cache keys
    newest_stamp: str | None = None
    said: str = ""  # moves with every public note and answer of the desk, which make no edition

    @property
    def is_newest(self) -> bool:
        return self.newest_stamp is None

    @property
    def stamp_of_answer(self) -> str:
        """Tells answers apart, which say whether there is a newer edition, and what is said beside the record."""
        return (self.newest_stamp or self.stamp) + self.said

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
    if not rows:
        return Reading(0, None)
    number, made_at, said_at = rows[0]
    said = f"-{said_at.timestamp():.6f}" if said_at else ""
    return Reading(number, made_at.astimezone(UTC).date(), f"{number}-{made_at.timestamp():.6f}", said=said)


def _newest(_filters: Filters) -> QuerySet[Edition, Any]:
    said = Greatest(Subquery(_last_note()), Subquery(_last_answer()), output_field=DateTimeField(null=True))
    return Edition.objects.annotate(said_at=said).order_by("-number").values_list("number", "made_at", "said_at")[:1]


def _last_note() -> QuerySet[ValueNote, Any]:
    """When a public note was last made or taken back."""
    notes = ValueNote.objects.filter(public=True).order_by().values("public")
    return notes.annotate(last=Max(Greatest("made_at", "removed_at"))).values("last")


def _last_answer() -> QuerySet[Correction, Any]:
    """When a correction was last answered."""
    return Correction.objects.exclude(answered_at=None).order_by("-answered_at").values("answered_at")[:1]


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
