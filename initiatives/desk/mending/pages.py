"""The page on which a published row is put right: the form, what it would do, and the change as one edition."""

from copy import copy
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from initiatives import publish
from initiatives.desk.access import editor_of, editors_only
from initiatives.desk.changes.records import tell_events
from initiatives.desk.mending.change import effect_of, meanwhile, version_of, wanted_by
from initiatives.desk.mending.columns import CHANGEABLE
from initiatives.desk.mending.form import RowForm, form_of
from initiatives.history.fields import NOUNS
from initiatives.history.subjects import subject_of_part
from initiatives.models.edition import recorded_models
from initiatives.publication import PublicationRefused
from initiatives.text import clean

CONFLICT: Final = 409
REFUSED: Final = 422
LONGEST_REASON_CHARACTERS: Final = 100  # of a line of history
LONGEST_CORRECTION_DIGITS: Final = 9
NO_REASON: Final = "Say why in a few words: the history keeps it, and readers of the value rely on it."


class Stale(ValueError):
    """The row was changed after the form was opened."""


@require_http_methods(["GET", "POST"])
@editors_only
def page(request: HttpRequest, table: str, pk: int) -> HttpResponse:
    """The form of a row; sent, it shows what it would do, or does it."""
    row = _row(table, pk)
    form = form_of(table)(request.POST if request.method == "POST" else None, instance=copy(row))
    if request.method == "GET":
        return _show(request, row, form)
    if not form.is_valid():
        return _show(request, row, form, status=REFUSED)
    return _change(request, row, form) if request.POST.get("do") == "change" else _show(request, row, form)


def _change(request: HttpRequest, row: Model, form: RowForm) -> HttpResponse:
    table, reason = str(row._meta.model_name), _reason(request)
    asked = effect_of(form, row).mark
    if not reason or len(reason) > LONGEST_REASON_CHARACTERS:
        return _show(request, row, form, NO_REASON if not reason else f"Use at most {LONGEST_REASON_CHARACTERS} characters.", REFUSED)
    if asked and request.POST.get("confirmed") != asked:
        return _show(request, row, form, status=REFUSED)

    def check() -> None:
        if version_of(table, row.pk) != request.POST.get("version", ""):
            raise Stale

    try:
        made = publish.put_back(wanted_by(form, row), editor_of(request), reason, check)
    except Stale:
        return _show(request, row, form, status=CONFLICT)
    except PublicationRefused as refused:
        form.refuse(refused.faults)
        return _show(request, row, form, status=REFUSED)
    messages.success(request, f"Changed with edition {made.number}." if made else "The record says so already; nothing was changed.")
    return _leave(request, row, made.number if made else None)


def _leave(request: HttpRequest, row: Model, number: int | None) -> HttpResponse:
    """Back to the remark of a reader that asked for it, with the number of the edition; else to the record's history."""
    correction = _correction(request)
    if correction:
        return redirect(f"{reverse('desk-correction', args=[correction])}?{urlencode({'edition': number or ''})}")
    return redirect("desk-history-row", str(row._meta.model_name), row.pk)


def _show(request: HttpRequest, row: Model, form: RowForm, fault: str = "", status: int = 200) -> HttpResponse:
    table, typed = str(row._meta.model_name), request.POST
    stale = status == CONFLICT
    effect = effect_of(form, row) if form.is_bound and form.is_valid() else None
    shown: dict[str, Any] = {
        "section": "history",
        "subject": subject_of_part(table, row.pk),
        "noun": NOUNS[table],
        "table": table,
        "form": form,
        "effect": effect,
        "confirmed": typed.get("confirmed", ""),
        "must_confirm": status == REFUSED and effect is not None and not fault,
        "reason": typed.get("reason", ""),
        "longest_reason": LONGEST_REASON_CHARACTERS,
        "fault": fault,
        "stale": stale,
        "meanwhile": tell_events(meanwhile(table, row.pk, typed.get("version", ""))) if stale else [],
        "version": typed.get("version", "") if form.is_bound and not stale else version_of(table, row.pk),
        "correction": _correction(request),
        "lit": request.GET.get("field", "").removesuffix("_id"),
    }
    return render(request, "desk/mending/page.html", shown, status=200 if request.headers.get("HX-Request") else status)


def _row(table: str, pk: int) -> Any:
    if table not in CHANGEABLE:
        raise Http404(f"Rows of “{table}” are not changed here.")
    row = recorded_models()[table]._default_manager.filter(pk=pk).first() if pk < 2**63 else None
    if row is None:
        raise Http404("The record has no such row any more.")
    return row


def _reason(request: HttpRequest) -> str:
    return clean(request.POST.get("reason", "")).text.strip()


def _correction(request: HttpRequest) -> str:
    """The number of the remark that is being answered; empty without one."""
    text = request.POST.get("correction", "") or request.GET.get("correction", "")
    return text if text.isascii() and text.isdigit() and len(text) <= LONGEST_CORRECTION_DIGITS else ""
