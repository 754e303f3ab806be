"""The page of one record: its changes by edition, any two days of it compared, its values as they stand with the notes on them."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from initiatives import history
from initiatives.desk.access import contributors_too
from initiatives.desk.changes.noted import Typed, notes_by_value, rows_in
from initiatives.desk.changes.summary import ENTRY, summary_of
from initiatives.history import Change, Event, Moment, Subject, ToldChange
from initiatives.history.lines import Line
from initiatives.history.remarks import former_notes
from initiatives.history.subjects import subject_of_part

REFUSED = 422
LONGEST_ID_DIGITS = 18
EVENTS_A_PAGE = 15
CHANGES_OF_AN_EVENT = 25
ROWS_SHOWN = 120
NOUNS = {
    "initiatives": "Initiatives",
    "organizations": "Organizations",
    "entries": "Funding entries",
    "articles": "Articles",
    "countries": "Countries",
}


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event with its changes in words; `more` counts those that are left out."""

    event: Event
    changes: list[ToldChange]
    more: int


@dataclass(slots=True)
class Comparison:
    """Two moments as typed, and what differs between them; None while they were not asked for. `faults` by `from` and `to`."""

    since: str
    until: str
    before: Moment | None = None
    after: Moment | None = None
    changes: list[ToldChange] | None = None
    summary: str = ""
    faults: dict[str, str] | None = None

    @property
    def tells_totals(self) -> bool:
        """Whether the summary says what came of the totals: where a statement about money differs."""
        return any(change.table == ENTRY for change in self.changes or ())


@require_GET
@contributors_too
def record(request: HttpRequest, noun: str, address: str) -> HttpResponse:
    """One record; a former address leads on to today's."""
    subject = history.find(noun, address)
    if subject is None:
        raise Http404(f"“{address}” is nothing of the record, and never was.")
    if subject.address != address:
        return redirect("desk-history-record", noun, subject.address)
    return page(request, subject)


@require_GET
@contributors_too
def row(request: HttpRequest, table: str, pk: str) -> HttpResponse:
    """Leads from a row of the record to the page of the record that it is, or belongs to."""
    key = int(pk) if pk.isascii() and pk.isdigit() and len(pk) <= LONGEST_ID_DIGITS else None
    subject = subject_of_part(table, key if table != "country" else pk[:LONGEST_ID_DIGITS]) if key is not None or table == "country" else None
    if subject is None:
        raise Http404("The record has and had no such row.")
    return redirect("desk-history-record", subject.noun, subject.address)


def page(request: HttpRequest, subject: Subject, typed: Typed | None = None, status: int = 200) -> HttpResponse:
    """The page of a record; `typed` is a note that was refused, or that somebody wants to write."""
    lines = history.lines_of(subject)
    compared = compare(subject, lines, request.GET.get("from", ""), request.GET.get("to", ""))
    events = Paginator(history.events_in(lines), EVENTS_A_PAGE).get_page(request.GET.get("page"))
    state = _stands(subject, lines)
    rows = rows_in(state)
    shown: dict[str, Any] = {
        "section": "history",
        "subject": subject,
        "nouns": NOUNS,
        "page": events,
        "events": tell_events(list(events.object_list)),
        "compared": compared,
        "rows": history.tell(state[:ROWS_SHOWN]),
        "rows_more": max(0, len(state) - ROWS_SHOWN),
        "notes": notes_by_value(rows),
        "former_notes": list(former_notes(rows)),
        "typed": typed or Typed.asked(request.GET, rows),
    }
    return render(request, "desk/history/record.html", shown, status=REFUSED if compared.faults and status == 200 else status)


def compare(subject: Subject, lines: list[Line], since: str, until: str) -> Comparison:
    """What differs between two moments of a record; an empty second one is today."""
    made = Comparison(since, until, faults={})
    if not since.strip() and not until.strip():
        return made
    made.before, made.after = _moment(made, "from", since), _moment(made, "to", until or _today())
    if made.before is not None and made.after is not None:
        states = (history.state_at(subject, lines, moment) for moment in (made.before, made.after))
        made.changes = history.tell(history.differences(*states))
        made.summary = summary_of(subject, lines, made.before, made.after, made.changes)
    return made


def tell_events(events: list[Event]) -> list[ToldEvent]:
    """The events of a page in words; a bounded number of statements."""
    told = iter(history.tell([change for event in events for change in event.changes[:CHANGES_OF_AN_EVENT]]))
    return [
        ToldEvent(event, [next(told) for _ in event.changes[:CHANGES_OF_AN_EVENT]], max(0, len(event.changes) - CHANGES_OF_AN_EVENT))
        for event in events
    ]


def _moment(made: Comparison, name: str, typed: str) -> Moment | None:
    try:
        return Moment.read(typed)
    except ValueError as error:
        assert made.faults is not None  # set just before
        made.faults[name] = str(error)
        return None


def _today() -> str:
    return Moment.today().typed


def _stands(subject: Subject, lines: list[Line]) -> list[Change]:
    """The record as it stands now, each row as if it had just come."""
    return history.differences({}, history.state_at(subject, lines, Moment.last()))
