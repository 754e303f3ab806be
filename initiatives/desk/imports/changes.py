"""What an editor does with an import: hands a file in, names its columns, mends cells, stores, cancels, takes back. Each is a form."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from initiatives import publish, tasks
from initiatives.desk.access import editor_of, editors_only, forms_only
from initiatives.desk.imports.asked import faults_in, mended_in, once_name_of, reading_of, said_once_in, typed_in, typed_of
from initiatives.desk.imports.pages import found, list_page, page_of
from initiatives.desk.opened import version_in
from initiatives.importing import upload
from initiatives.importing.columns import NOUNS
from initiatives.importing.sheet import FILE_BYTES, Unreadable
from initiatives.models import BulkImport, Country
from initiatives.publication import PublicationRefused

REFUSED, STALE = 422, 409
CHANGED_MEANWHILE = (
    "This import changed while the page was open: somebody else worked on it, or it went on by itself."
    " It is shown as it stands now; nothing was done."
)
CHANGED_AND_KEPT = f"{CHANGED_MEANWHILE} What you typed is still in the form: look at it, and send it again."
GONE = "The file is no longer kept. Choose it again."
NOT_CONFIRMED = "Say that you looked at what is asked. Nothing is stored yet."
NOT_TAKEN = "What is said for all rows could not be taken. Nothing was checked."
NOTHING_MENDED = "No value was changed. Change the value of a cell, or mend the file and hand it in again."


@forms_only
@editors_only
def upload_file(request: HttpRequest) -> HttpResponse:
    """Takes a file, and leads to its columns."""
    noun, chosen = request.POST.get("rows", ""), request.FILES.get("file")
    if noun not in NOUNS:
        return list_page(request, REFUSED, f"Say what the rows are: one of {', '.join(each.many for each in NOUNS.values())}.")
    if chosen is None:
        return list_page(request, REFUSED, "Choose a file: .xlsx, or CSV in UTF-8.", noun)
    if (chosen.size or 0) > FILE_BYTES:
        return list_page(request, REFUSED, f"The file has {upload.size_in_words(chosen.size or 0)}. Split it.", noun)
    try:
        row = upload.take(noun, chosen.name or "", chosen.read(), editor_of(request))
    except Unreadable as error:
        return list_page(request, REFUSED, f"{chosen.name}: {error}", noun)
    return redirect("desk-import", row.pk)


@forms_only
@editors_only
def columns(request: HttpRequest, import_id: int) -> HttpResponse:
    """Takes what the columns mean and how the file is read, and has it checked; or reads another sheet, or with another delimiter."""
    row = found(import_id)
    typed = typed_in(request.POST, row)
    if not BulkImport.objects.filter(pk=import_id).exclude(body=b"").exists():
        return page_of(request, row, STALE, typed, {"columns": GONE})
    if request.POST.get("again"):
        return _read_again(request, row, typed)
    faults = faults_in(typed, row, dict(Country.objects.values_list("code", "name")))
    if faults:
        return page_of(request, row, REFUSED, typed, faults)
    if not upload.ask_for_check(row, typed.columns, reading_of(typed, row), version_in(request)):
        return page_of(request, found(import_id), STALE, typed, stale=CHANGED_AND_KEPT)
    tasks.work_on_import.delay(row.pk)
    return redirect("desk-import", row.pk)


def _read_again(request: HttpRequest, row: BulkImport, typed: Any) -> HttpResponse:
    if version_in(request) != row.version:
        return page_of(request, row, STALE, typed, stale=CHANGED_AND_KEPT)
    try:
        upload.read_again(row, typed.sheet, typed.delimiter)
    except Unreadable as error:
        return page_of(request, row, REFUSED, typed, {"columns": str(error)})
    return redirect("desk-import", row.pk)


@forms_only
@editors_only
def cells(request: HttpRequest, import_id: int) -> HttpResponse:
    """Takes other values for some cells, and has the file checked once more."""
    row = found(import_id)
    edits, typed_cells = mended_in(request.POST, row)
    said, faults = said_once_in(request.POST, row, dict(Country.objects.values_list("code", "name")))
    typed = typed_of(row)
    typed.cells = typed_cells | {once_name_of(name): text for name, text in said.items()}
    if row.state != "checked" or row.version != version_in(request):
        return page_of(request, row, STALE, typed, stale=CHANGED_AND_KEPT)
    if faults or not (edits or said):
        return page_of(request, row, REFUSED, typed, {"cells": NOT_TAKEN if faults else NOTHING_MENDED, **faults})
    if not upload.mend(row, edits, version_in(request), said):
        return page_of(request, found(import_id), STALE, typed, stale=CHANGED_AND_KEPT)
    tasks.work_on_import.delay(row.pk)
    return redirect("desk-import", row.pk)


@forms_only
@editors_only
def store(request: HttpRequest, import_id: int) -> HttpResponse:
    """Stores what was checked, as one step; where something is asked, once somebody said yes."""
    row = found(import_id)
    if row.effect.get("asked") and row.version == version_in(request) and request.POST.get("confirmed") != "yes":
        return page_of(request, row, REFUSED, faults={"confirmed": NOT_CONFIRMED})
    if not upload.ask_for_storing(row, version_in(request)):
        return page_of(request, found(import_id), STALE, stale=CHANGED_MEANWHILE)
    tasks.work_on_import.delay(row.pk)
    return redirect("desk-import", row.pk)


@forms_only
@editors_only
def cancel(request: HttpRequest, import_id: int) -> HttpResponse:
    """Cancels the work, or puts the file aside; nothing of it is stored."""
    row = found(import_id)
    if not upload.cancel(row):
        messages.error(request, "There is nothing to cancel any more: this import came to its end.")
    return redirect("desk-import", row.pk)


@forms_only
@editors_only
def undo(request: HttpRequest, import_id: int) -> HttpResponse:
    """Takes back everything that the import stored, as one step."""
    row = found(import_id)
    if upload.is_large(row):
        return _undo_later(request, row)
    try:
        taken_back = upload.take_back(row, version_in(request), editor_of(request))
    except PublicationRefused as refused:
        return page_of(request, row, STALE, faults={"undo": publish.refusal_in_words(refused)})
    if not taken_back:
        return page_of(request, found(import_id), STALE, stale=CHANGED_MEANWHILE)
    messages.success(request, "Taken back: the record is as it was before this import.")
    return redirect("desk-import", row.pk)


def _undo_later(request: HttpRequest, row: BulkImport) -> HttpResponse:
    if not upload.ask_to_take_back(row, version_in(request), editor_of(request)):
        return page_of(request, found(row.pk), STALE, stale=CHANGED_MEANWHILE)
    tasks.work_on_import.delay(row.pk)
    return redirect("desk-import", row.pk)
