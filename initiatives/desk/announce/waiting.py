"""An address that was pasted: handed in at the one door, waited for in words, and then the form is filled from what was read."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from initiatives import tasks
from initiatives.desk.access import contributors_too
from initiatives.desk.told import said
from initiatives.ingest import run
from initiatives.models import Article, Draft, FundingEntry, Intake
from initiatives.review.announcing import Typed
from initiatives.review.announcing.filling import OtherSum, address_in, read_text

IN_PROGRESS = ("waiting", "working")


def handed_in(request: HttpRequest, typed: Typed) -> HttpResponse:
    """Hands an address in, or goes on at once with an article whose text is there already."""
    address = address_in(typed.pasted)
    known = Article.objects.filter(url=address).exclude(text="").first()
    if known is not None:
        return redirect(f"{reverse('desk-announce')}?article={known.pk}")
    try:
        with transaction.atomic():
            row = run.hand_in_address(address)
            if row.state == "waiting":
                tasks.fetch_article.delay_on_commit(row.pk)
    except run.HandInError as error:
        messages.error(request, said(error))
        return redirect("desk-announce")
    return redirect("desk-announce-waiting", row.pk)


@require_GET
@contributors_too
def waiting(request: HttpRequest, intake_id: int) -> HttpResponse:
    """How far the reading is; once it is done, the form is filled from the article."""
    row = get_object_or_404(Intake.objects.select_related("article"), pk=intake_id)
    if row.article is not None and row.article.text and row.state not in IN_PROGRESS:
        return onwards(request, f"{reverse('desk-announce')}?article={row.article.pk}")
    part = "HX-Request" in request.headers
    shown = {"intake": row, "in_progress": row.state in IN_PROGRESS, "section": "announce"}
    return render(request, f"desk/announce/{'progress' if part else 'waiting'}.html", shown)


def onwards(request: HttpRequest, address: str) -> HttpResponse:
    """To another page, also from a part of a page that asks by script."""
    if "HX-Request" not in request.headers:
        return redirect(address)
    answer = HttpResponse(status=204)
    answer.headers["HX-Redirect"] = address
    return answer


def draft_of(entry: FundingEntry | None) -> Draft | None:
    """The draft of the article that an entry was read from."""
    return Draft.objects.filter(article=entry.source_id).only("state", "edition", "article").first() if entry else None


def left_in(entry: FundingEntry | None) -> tuple[OtherSum, ...]:
    """The other sums in the words that an entry was read from."""
    if entry is None or not entry.source.text or not entry.evidence:
        return ()
    typed = Typed(slug=entry.initiative.slug, initiative=entry.initiative.name, url=entry.source.url, published=entry.source.published or "")
    filled = read_text(entry.source.text, typed)
    own = next((each.number for each in filled.sums if each.start == entry.evidence["start"]), None)
    return filled.sums if own is None else read_text(entry.source.text, typed, own).sums
