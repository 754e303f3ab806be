"""What is done with sources: an administrator adds, switches, names and uploads them; an editor has one visited and takes the list out."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from initiatives import tasks
from initiatives.desk.access import administrators_only, editors_only, forms_only
from initiatives.desk.back import back_to
from initiatives.desk.sources.naming import faults_of, typed_in
from initiatives.desk.sources.pages import page_of
from initiatives.desk.sources.versions import version_of
from initiatives.desk.told import said
from initiatives.ingest import run
from initiatives.models import Source

CONFLICT = 409
REFUSED = 422
LARGEST_LIST_BYTES = 5 * 1024 * 1024  # a thousand feeds are some 200 kB
OPML = "text/x-opml; charset=utf-8"


@forms_only
@administrators_only
def add(request: HttpRequest) -> HttpResponse:
    """Adds a feed or a page by its address and rings for the first look at it."""
    address, name = request.POST.get("address", ""), request.POST.get("name", "")
    try:
        with transaction.atomic():
            row = run.add_source(address, name=name, watched=True)
            tasks.visit_source.delay_on_commit(row.pk)
    except run.HandInError as error:
        messages.error(request, said(error))
        return back_to(request, "desk-sources")
    messages.success(request, f"{row} was added. A worker looks now what stands there.")
    return redirect("desk-source", row.pk)


@forms_only
@administrators_only
def switch(request: HttpRequest, source_id: int) -> HttpResponse:
    """Turns a source on or off; what is turned on is visited at once."""
    row = get_object_or_404(Source, pk=source_id)
    on = request.POST.get("watched") == "on"
    with transaction.atomic():
        if run.switch_source(row, on):
            tasks.visit_source.delay_on_commit(row.pk)
    messages.success(request, f"{row} is {'on: the workers visit it from now on' if on else 'off: nobody visits it any more'}.")
    return back_to(request, "desk-sources")


@forms_only
@editors_only
def visit(request: HttpRequest, source_id: int) -> HttpResponse:
    """Has a source visited now instead of at its next time."""
    row = get_object_or_404(Source, pk=source_id)
    with transaction.atomic():
        marked = run.look_now(row)
        if marked:
            tasks.visit_source.delay_on_commit(row.pk)
    if marked:
        messages.success(request, f"{row} is being visited.")
    else:
        messages.error(request, f"{row} is off, or gone for good: switch it off and on again to begin anew. Nothing was changed.")
    return redirect("desk-source", row.pk)


@forms_only
@administrators_only
def save(request: HttpRequest, source_id: int) -> HttpResponse:
    """Keeps name, class, country and language; refused when somebody else changed the source meanwhile."""
    with transaction.atomic():
        row = get_object_or_404(Source.objects.select_for_update(), pk=source_id)
        typed = typed_in(request.POST)
        stale = request.POST.get("version", "") != version_of(row)
        faults = faults_of(typed)
        if not faults and not stale:
            row.name, row.klass, row.country_id, row.language = typed["name"], typed["klass"], typed["country"] or None, typed["language"]
            row.save(update_fields=["name", "klass", "country", "language"])
    if stale:
        messages.error(request, "Somebody changed this source after you opened it. Nothing was overwritten: compare what you typed, then save again.")
        return page_of(request, row, CONFLICT, typed)
    if faults:
        messages.error(request, " ".join(faults))
        return page_of(request, row, REFUSED, typed)
    messages.success(request, "Saved.")
    return redirect("desk-source", row.pk)


@require_GET
@editors_only
def download(request: HttpRequest) -> HttpResponse:
    """All sources as OPML, which feed readers take."""
    return HttpResponse(run.write_opml(), content_type=OPML, headers={"Content-Disposition": 'attachment; filename="sources.opml"'})


@forms_only
@administrators_only
def upload(request: HttpRequest) -> HttpResponse:
    """Adds the feeds of an OPML file, all of them off."""
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, "Choose an OPML file first; feed readers export one. Nothing was changed.")
        return redirect("desk-sources")
    try:
        found = run.read_opml(file.read(LARGEST_LIST_BYTES + 1))
    except run.HandInError as error:
        messages.error(request, said(error))
        return redirect("desk-sources")
    messages.success(request, found.in_words)
    return redirect("desk-sources")
