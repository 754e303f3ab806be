"""Articles on their way through the line: handed in, tried again, put away, or read although the line thought them about something else."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from initiatives import review, tasks
from initiatives.desk.access import contributors_too, editor_of, editors_only, forms_only
from initiatives.desk.back import back_to
from initiatives.desk.told import said
from initiatives.ingest import run
from initiatives.models import Intake


@require_http_methods(["GET", "HEAD", "POST"])
@contributors_too
def hand_in(request: HttpRequest) -> HttpResponse:
    """Takes an address or a file in and rings for its reading; opened by its address, it shows the form."""
    if request.method != "POST":
        return redirect(f"{reverse('desk-inbox')}?hand-in=open#hand-in")
    if not request.FILES and not request.POST.get("address", "").strip():
        messages.error(request, "Give an address, or choose a file. Nothing was handed in.")
        return redirect(f"{reverse('desk-inbox')}?hand-in=open#hand-in")
    return taken_in(request)


def taken_in(request: HttpRequest) -> HttpResponse:
    """Hands in what was sent, or says why it cannot be."""
    try:
        with transaction.atomic():
            row = handed_in(request)
            bell = tasks.understand_article if row.file_name else tasks.fetch_article
            if row.state == "waiting":
                bell.delay_on_commit(row.pk)
        messages.success(request, f"{row} was handed in. A worker reads it now; what comes of it is said below.")
    except run.HandInError as error:
        messages.error(request, said(error))
    return redirect("desk-inbox")


def handed_in(request: HttpRequest) -> Intake:
    """The row of what was handed in: a file where one was chosen, with the address at which readers find it; else an address."""
    address, published = request.POST.get("address", "").strip(), request.POST.get("published") or None
    file = request.FILES.get("file")
    if file is None:
        return run.hand_in_address(address, published)
    return run.hand_in_file(file.name or "a file", file.read(run.LARGEST_FILE_BYTES + 1), address or None, published)


def named(row: Intake) -> str:
    """The title that was found, else the one that its source gave, in quotation marks; else its file or address."""
    title = row.title or row.claimed_title
    return f"“{title}”" if title else str(row)


@forms_only
@editors_only
def try_again(request: HttpRequest, intake_id: int) -> HttpResponse:
    """Puts a failure back into the queue: an address is fetched anew, a file's bytes are read again."""
    row = get_object_or_404(Intake.objects.defer("body"), pk=intake_id, state="failed")
    if not run.can_be_tried(row):
        messages.error(request, f"{named(row)} came as a file, and its bytes are not kept. Hand the file in again.")
        return back_to(request, "desk-inbox")
    with transaction.atomic():
        run.wait_again(row)
        bell = tasks.understand_article if row.file_name else tasks.fetch_article
        bell.delay_on_commit(row.pk)
    messages.success(request, f"{named(row)} is being tried again.")
    return back_to(request, "desk-inbox")


@forms_only
@editors_only
def put_away(request: HttpRequest, intake_id: int) -> HttpResponse:
    """Takes a failure off the list; the row stays in the administration."""
    row = get_object_or_404(Intake.objects.defer("body"), pk=intake_id)
    if run.put_away(row):
        messages.success(request, f"{named(row)} was put away. Hand it in again to have it read.")
    else:
        messages.error(request, f"{named(row)} is no failure any more: {row.get_state_display()}. Nothing was changed.")
    return back_to(request, "desk-inbox")


@forms_only
@editors_only
def read_anyway(request: HttpRequest, intake_id: int) -> HttpResponse:
    """Has an article read that the line took for something else, and lets the line learn from it."""
    get_object_or_404(Intake.objects.only("pk"), pk=intake_id)
    try:
        with transaction.atomic():
            row = review.read_anyway(intake_id, editor_of(request))
            tasks.fetch_article.delay_on_commit(row.pk)
    except review.NotRejected as error:
        messages.error(request, said(error))
        return back_to(request, "desk-inbox")
    messages.success(request, f"{named(row)} is being read; its draft appears in the inbox. The line learns from what you said.")
    return back_to(request, "desk-inbox")
