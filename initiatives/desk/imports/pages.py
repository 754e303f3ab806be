"""The list of imports and the page of one, to read."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from initiatives.desk.access import editors_only
from initiatives.desk.imports.asked import Typed, typed_of
from initiatives.desk.imports.problems import report_of
from initiatives.desk.imports.shown import shown_of
from initiatives.importing.columns import NOUNS
from initiatives.importing.sheet import FILE_BYTES, ROWS
from initiatives.importing.work import OPEN
from initiatives.models import BulkImport

IMPORTS_A_PAGE = 25
REFRESH = "HX-Refresh"  # tells htmx to load the whole page again


@require_GET
@editors_only
def imports(request: HttpRequest) -> HttpResponse:
    """What was imported, by whom and with what effect; and the form that takes another file."""
    return list_page(request)


@require_GET
@editors_only
def one(request: HttpRequest, import_id: int) -> HttpResponse:
    """One import: its columns to be named, its progress, what is wrong with it, or what became of it."""
    return page_of(request, found(import_id))


@require_GET
@editors_only
def progress(request: HttpRequest, import_id: int) -> HttpResponse:
    """How far the work is, asked for again and again; when it is done, the browser is told to load the page."""
    row = found(import_id)
    answer = render(request, "desk/imports/progress.html", {"row": row})
    if row.state not in OPEN:
        answer.headers[REFRESH] = "true"
    return answer


def found(import_id: int) -> BulkImport:
    """The import without the bytes of its file. Raises Http404."""
    rows = BulkImport.objects.select_related("made_by", "edition", "undone_with").defer("body")
    return get_object_or_404(rows, pk=import_id)


def list_page(request: HttpRequest, status: int = 200, fault: str = "", noun: str = "") -> HttpResponse:
    """The list, with what is wrong with a file that could not be taken."""
    rows = BulkImport.objects.select_related("made_by").defer("body", "problems", "headers", "mapping", "reading")
    chosen = noun or request.GET.get("rows", "")
    shown = {
        "section": "imports",
        "nouns": NOUNS.values(),
        "chosen": chosen if chosen in NOUNS else "funding",
        "fault": fault,
        "most_megabytes": FILE_BYTES // 1024 // 1024,
        "most_rows": ROWS,
        "page": Paginator(rows, IMPORTS_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "desk/imports/list.html", shown, status=status)


def page_of(
    request: HttpRequest, row: BulkImport, status: int = 200, typed: Typed | None = None, faults: Mapping[str, str] | None = None, stale: str = ""
) -> HttpResponse:
    """The page of one import; `typed` is a form as it was sent, where it could not be taken, with `faults` by field."""
    asked = request.POST if request.method == "POST" else request.GET
    report = report_of(row, typed, faults or {}, asked.get("page"), each=asked.get("each") == "yes")
    context: dict[str, Any] = {
        "section": "imports",
        "row": row,
        "report": report,
        "noun": NOUNS[row.noun],
        "open": row.state in OPEN,
        "stale": stale,
        "shown": shown_of(row, typed or typed_of(row), dict(faults or {})),
        "page": report.page,
        "typed_cells": typed.cells if typed else {},
    }
    return render(request, "desk/imports/one.html", context, status=status)
