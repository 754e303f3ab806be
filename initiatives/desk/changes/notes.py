"""The forms by which editors note something on a value, change that, and take it back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from initiatives import history
from initiatives.desk.access import editor_of, editors_only, forms_only
from initiatives.desk.changes import noted, records
from initiatives.desk.changes.noted import NoteGone, Typed
from initiatives.history import Subject
from initiatives.history.subjects import subject_of_part
from initiatives.models import ValueNote

CONFLICT = 409
REFUSED = 422


@forms_only
@editors_only
def add(request: HttpRequest) -> HttpResponse:
    """Keeps a new note; a refused one comes back as it was typed."""
    typed = Typed.sent(request.POST)
    subject = _subject(request)
    if typed.fault:
        return records.page(request, subject, typed, REFUSED)
    noted.keep(typed, editor_of(request))
    messages.success(request, "Noted. Readers see it too." if typed.public else "Noted, for the desk alone.")
    return _back(subject)


@forms_only
@editors_only
def change(request: HttpRequest, note_id: int) -> HttpResponse:
    """Puts a new text in the place of a note; the former one stays in the list of former notes."""
    row = get_object_or_404(ValueNote, pk=note_id)
    typed = Typed.sent({**request.POST.dict(), "table": row.subject_table, "row": str(row.subject_id), "field": row.field})
    subject = _subject_of(row)
    if typed.fault:
        return records.page(request, subject, replace(typed, note=note_id), REFUSED)
    return _unless_gone(request, subject, replace(typed, note=note_id), lambda: noted.change(note_id, typed, editor_of(request)), "Changed.")


@forms_only
@editors_only
def take_back(request: HttpRequest, note_id: int) -> HttpResponse:
    """The note no longer stands."""
    row = get_object_or_404(ValueNote, pk=note_id)
    return _unless_gone(request, _subject_of(row), Typed(), lambda: noted.take_back(note_id, editor_of(request)), "The note was taken back.")


def _unless_gone(request: HttpRequest, subject: Subject, typed: Typed, act: Callable[[], Any], done: str) -> HttpResponse:
    try:
        act()
    except NoteGone as error:
        messages.error(request, str(error))
        return records.page(request, subject, replace(typed, note=None), CONFLICT)
    messages.success(request, done)
    return _back(subject)


def _back(subject: Subject) -> HttpResponse:
    answer = redirect("desk-history-record", subject.noun, subject.address)
    answer["Location"] += "#values"
    return answer


def _subject(request: HttpRequest) -> Subject:
    """The record whose page the form stood on."""
    subject = history.find(request.POST.get("noun", ""), request.POST.get("address", ""))
    if subject is None:
        raise Http404("The form names no record.")
    return subject


def _subject_of(row: ValueNote) -> Subject:
    subject = subject_of_part(row.subject_table, row.subject_id)
    if subject is None:
        raise Http404("What the note was on is nothing of the record any more.")
    return subject
