"""What readers may know of the history of a record: what changed and when, by an editor or a file; must not name who, nor what the desk keeps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils import timezone

from dashboard.queries import editions
from initiatives.history import AnsweredCorrection, Event, Subject, ToldChange, events_of, notes_of, tell
from initiatives.history.remarks import Rows, corrections_about, rows_of_initiative
from initiatives.models import Edition, OrganizationName, ValueNote

MOST_EVENTS: Final = 20
MOST_CHANGES: Final = 12  # of one edition
LOADED: Final = "Loaded from "
ACCEPTED: Final = "Accepted: "


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """What one edition changed. `how` is all that readers are told of who and why; `more` counts changes that are not listed."""

    day: date
    edition: int | None
    how: str
    changes: Sequence[ToldChange]
    more: int


@dataclass(frozen=True, slots=True)
class PublicHistory:
    """The changes of a record, the newest first, with the day it was entered, and what was said about its values."""

    entered: date | None
    events: Sequence[PublicEvent]
    notes: Sequence[ValueNote]
    corrections: Sequence[AnsweredCorrection]


def history_of_initiative(pk: int, slug: str, name: str) -> PublicHistory:
    """The public history of an initiative and of everything that belongs to it. A bounded number of statements."""
    rows = rows_of_initiative(pk)
    return _public(Subject("initiatives", pk, slug, name, True), rows)


def history_of_organization(pk: int, slug: str, name: str) -> PublicHistory:
    """The public history of an organization and of its names."""
    names = list(OrganizationName.objects.filter(organization=pk).values_list("pk", flat=True))
    rows: Rows = {"organization": [pk], "organizationname": names}
    return _public(Subject("organizations", pk, slug, name, True), rows)


def _public(subject: Subject, rows: Rows) -> PublicHistory:
    """What was said of the rows is told of today alone: notes and corrections have no edition."""
    reading = editions.current()
    events = events_of(subject, until=None if reading.is_newest else reading.number)
    first = next((event for event in events if _enters(event, subject)), None)
    later = [event for event in events if event is not first][:MOST_EVENTS]
    taken_back = _taken_back(later)
    listed = [change for event in later for change in event.changes[:MOST_CHANGES]]
    told = iter(tell(listed))
    public = [
        PublicEvent(
            day=timezone.localtime(event.at).date(),
            edition=event.edition,
            how=_how(event, taken_back),
            changes=[next(told) for _ in event.changes[:MOST_CHANGES]],
            more=max(0, len(event.changes) - MOST_CHANGES),
        )
        for event in later
    ]
    entered = timezone.localtime(first.at).date() if first else None
    if not reading.is_newest:
        return PublicHistory(entered, public, (), ())
    return PublicHistory(entered, public, notes_of(rows, public_only=True), corrections_about(rows))


def _enters(event: Event, subject: Subject) -> bool:
    """Whether it is the one with which the record came in."""
    return any(change.table == subject.table and change.kind == "+" for change in event.changes)


def _taken_back(events: Iterable[Event]) -> dict[int, int]:
    """Edition → the edition that it took back."""
    numbers = [event.edition for event in events if event.edition is not None]
    undoing: Any = Edition.objects.filter(number__in=numbers).exclude(undoes=None)
    return dict(undoing.values_list("number", "undoes_id"))


def _how(event: Event, taken_back: dict[int, int]) -> str:
    """Who and why as far as readers are told: never a name, never an editor's own words."""
    who = "an editor" if event.by else "a file" if event.reason.startswith(LOADED) else ""
    if event.edition in taken_back:
        return f"{who or 'the desk'} took back edition {taken_back[event.edition]}"
    if event.reason.startswith(ACCEPTED):
        return f"{who or 'the desk'}, from an article"
    return who
