"""The desk's first page: what waits, what is being read, what failed and why, what was decided."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from initiatives import tasks
from initiatives.desk.access import editors_only
from initiatives.ingest import run
from initiatives.models import Draft, Intake

PAGE_OF_DRAFTS = 25
SHOWN_OF_EACH = 10


@require_GET
@editors_only
def inbox(request: HttpRequest) -> HttpResponse:
    """Drafts that wait, the surest first and the newest among them; and the state of the line."""
    waiting = Draft.objects.filter(state="open").select_related("article", "initiative")
    return render(
        request,
        "desk/inbox.html",
        {
            "drafts": Paginator(waiting.filter(doubtful=False), PAGE_OF_DRAFTS).get_page(request.GET.get("page")),
            "doubtful": waiting.filter(doubtful=True)[:SHOWN_OF_EACH],
            "reading": Intake.objects.filter(state__in=("waiting", "working")).defer("body")[:SHOWN_OF_EACH],
            "failed": Intake.objects.filter(state="failed").defer("body")[:SHOWN_OF_EACH],
            "put_aside": Intake.objects.filter(state__in=("rejected", "duplicate")).defer("body")[:SHOWN_OF_EACH],
            "decided": Draft.objects.exclude(state="open")
            .select_related("article", "initiative", "decided_by")
            .order_by("-decided_at")[:SHOWN_OF_EACH],
        },
    )


@require_POST
@editors_only
def hand_in(request: HttpRequest) -> HttpResponse:
    """Takes an address or a file in and rings for its reading."""
    try:
        with transaction.atomic():
            row = handed_in(request)
            bell = tasks.understand_article if row.file_name else tasks.fetch_article
            if row.state == "waiting":
                bell.delay_on_commit(row.pk)
        messages.success(request, f"{row} was handed in. The worker reads it now; its draft appears here.")
    except run.HandInError as error:
        messages.error(request, str(error))
    return redirect("desk-inbox")


def handed_in(request: HttpRequest) -> Intake:
    """The row of what was handed in: a file where one was chosen, with the address at which readers find it; else an address."""
    address, published = request.POST.get("address", "").strip(), request.POST.get("published") or None
    file = request.FILES.get("file")
    if file is None:
        return run.hand_in_address(address, published)
    return run.hand_in_file(file.name or "a file", file.read(run.LARGEST_FILE_BYTES + 1), address or None, published)


@require_POST
@editors_only
def try_again(request: HttpRequest, intake_id: int) -> HttpResponse:
    """Hands a failed address in once more."""
    row = get_object_or_404(Intake.objects.defer("body"), pk=intake_id, state="failed")
    if not run.can_be_fetched(row):
        messages.error(request, f"{row} came as a file, and its bytes are not kept. Hand the file in again.")
        return redirect("desk-inbox")
    with transaction.atomic():
        run.wait_again(row)
        tasks.fetch_article.delay_on_commit(row.pk)
    messages.success(request, f"{row} is being tried again.")
    return redirect("desk-inbox")
