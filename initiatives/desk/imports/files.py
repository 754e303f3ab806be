"""Files of imports to download: templates, the file that was handed in, and its copy with what is wrong in each row."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from initiatives.desk.access import editors_only
from initiatives.importing.columns import NOUNS
from initiatives.importing.marked import copy_of
from initiatives.importing.template import workbook_of
from initiatives.models import BulkImport, Country

NOT_IN_NAMES = re.compile(r"[<>:\"/\\|?*%\x00-\x1f]")  # of files, on some system or other
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@editors_only
def template(request: HttpRequest, noun: str) -> HttpResponse:
    """The workbook that a colleague fills in."""
    if noun not in NOUNS:
        raise Http404(f"“{noun[:40]}” are no rows of the record. There are templates for {', '.join(NOUNS)}.")
    names = list(Country.objects.order_by("name").values_list("name", flat=True))
    return _download(f"{noun}-template.xlsx", WORKBOOK, workbook_of(NOUNS[noun], names))


@require_GET
@editors_only
def original(request: HttpRequest, import_id: int) -> HttpResponse:
    """The file as it was handed in; a browser saves it and opens nothing of it."""
    row = _with_body(import_id)
    return _download(row.file_name, "application/octet-stream", bytes(row.body))


@require_GET
@editors_only
def problems(request: HttpRequest, import_id: int) -> HttpResponse:
    """The file with a column of what is wrong with each row."""
    made = copy_of(_with_body(import_id))
    return _download(made.name, made.content_type, made.content)


def _with_body(import_id: int) -> BulkImport:
    row = get_object_or_404(BulkImport, pk=import_id)
    if not row.body:
        raise Http404("The file of this import is no longer kept. What it did is still listed.")
    return row


def _download(name: str, content_type: str, content: bytes) -> HttpResponse:
    name = NOT_IN_NAMES.sub("_", name)
    answer = HttpResponse(content, content_type=content_type)
    answer.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer
