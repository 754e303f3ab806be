"""What an editor does with the names of one record: renames it from a day on, adds and removes others."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from initiatives.desk.access import editor_of, editors_only, forms_only
from initiatives.desk.identity.finding import record_or_lead
from initiatives.desk.identity.pages import page_of
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish import identity
from initiatives.text import clean

REFUSED, CONFLICT = 422, 409


@forms_only
@editors_only
def rename(request: HttpRequest, noun: str, slug: str) -> HttpResponse:
    """A new name from a day on; the old one leads on."""
    row, posted = record_or_lead(noun, slug), request.POST
    try:
        since, misspelt = _day("since", posted), posted.get("misspelt") == "yes"
        made = identity.rename(noun, slug, _text("name", posted), since, editor_of(request), misspelt=misspelt, mark=posted.get("mark", ""))
    except PublicationRefused as refused:
        return _again(request, noun, row, refused)
    messages.success(request, f"It is called “{made.name}” now. The name that it had is kept and leads on.")
    return redirect(f"desk-{noun}-names", made.slug)


@forms_only
@editors_only
def add(request: HttpRequest, noun: str, slug: str) -> HttpResponse:
    """An alias, or a former name with its last day."""
    row = record_or_lead(noun, slug)
    try:
        added = identity.add_name(noun, slug, _text("alias", request.POST), _day("until", request.POST), editor_of(request))
    except PublicationRefused as refused:
        return _again(request, noun, row, refused)
    messages.success(request, f"“{added.name}” was added. It is found by this name too.")
    return redirect(f"desk-{noun}-names", row.slug)


@forms_only
@editors_only
def remove(request: HttpRequest, noun: str, slug: str, pk: int) -> HttpResponse:
    """Another name that it does not go by."""
    row = record_or_lead(noun, slug)
    try:
        identity.remove_name(noun, slug, pk, editor_of(request))
    except PublicationRefused as refused:
        return _again(request, noun, row, refused)
    messages.success(request, "The name was removed.")
    return redirect(f"desk-{noun}-names", row.slug)


def _again(request: HttpRequest, noun: str, row: Any, refused: PublicationRefused) -> HttpResponse:
    faults = {fault.field: fault.message for fault in refused.faults}
    return page_of(request, noun, row, CONFLICT if "mark" in faults else REFUSED, typed=request.POST, faults=faults)


def _text(name: str, posted: Mapping[str, str]) -> str:
    return clean(posted.get(name, "")).text.strip()


def _day(name: str, posted: Mapping[str, str]) -> date | None:
    """A whole day, None where nothing was typed."""
    typed = posted.get(name, "").strip()
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise PublicationRefused((Fault(name, typed, f"“{typed}” is no day. Type it as 2026-01-01, or leave it empty."),)) from None
