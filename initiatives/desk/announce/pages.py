"""Quick entry: an announcement is pasted or typed, looked at with its effect, published or kept as a draft."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from initiatives import tasks, vocabulary
from initiatives.desk.access import contributors_too, editor_of, editors_only, forms_only
from initiatives.desk.announce import waiting
from initiatives.desk.announce.form import new_token, number_in, token_in, typed_from
from initiatives.desk.announce.sheet import sheet_of
from initiatives.desk.announce.starting import started
from initiatives.models import Announcement, FundingEntry
from initiatives.publication import PublicationRefused
from initiatives.review.announcing import EffectChanged, announce, can_be_undone, take_back
from initiatives.review.announcing.filling import Filled, address_in, checked, filled_from, shown_again
from initiatives.review.announcing.keeping import keep
from initiatives.review.announcing.words import heading

CONFLICT = 409
REFUSED = 422
NOT_PUBLISHED = "Nothing was published yet, and nothing that was typed is lost."


@require_GET
@contributors_too
def start(request: HttpRequest) -> HttpResponse:
    """An empty form; with `like` the source and initiative of an entry, with `sum` another sum of the same words."""
    return page(request, started(request.GET), new_token())


@forms_only
@contributors_too
def fill(request: HttpRequest) -> HttpResponse:
    """Fills the form from what was pasted; an address alone is handed in and waited for."""
    typed = typed_from(request.POST)
    if address_in(typed.pasted):
        return waiting.handed_in(request, typed)
    taken = number_in(request.POST.get("take", ""))
    return page(request, filled_from(typed.pasted, typed, taken), token_in(request.POST))


@forms_only
@contributors_too
def check(request: HttpRequest) -> HttpResponse:
    """What the form as it stands would do: as a part of the page where a script asks, else as the page."""
    typed = typed_from(request.POST)
    if "HX-Request" in request.headers:
        return render(request, "desk/announce/answer.html", {"sheet": sheet_of(Filled(typed), token_in(request.POST))})
    return page(request, checked(typed), token_in(request.POST))


@forms_only
@editors_only
def publish(request: HttpRequest) -> HttpResponse:
    """Publishes what was looked at, once."""
    typed, token = typed_from(request.POST), token_in(request.POST)
    try:
        done = announce(typed, token, request.POST.get("seen", ""), editor_of(request))
    except PublicationRefused as refused:
        messages.error(request, f"{NOT_PUBLISHED} What stands in the way is said at its field.")
        return page(request, shown_again(typed), token, REFUSED, refused)
    except EffectChanged as changed:
        messages.warning(request, f"{NOT_PUBLISHED} {seen_in_words(request)} Now: {heading(changed.answer)}. Press Publish again if that is right.")
        return page(request, shown_again(changed.answer.settled.typed), token, CONFLICT)
    if not done.is_repeated:
        tasks.match_open_drafts.delay_on_commit()
    return redirect("desk-announced", done.announcement.edition_id)


def seen_in_words(request: HttpRequest) -> str:
    """Why the effect is shown again."""
    if request.POST.get("seen"):
        return "The effect is another one than the one you looked at: the record has grown, or a field was changed since."
    return "Look at the effect first."


@forms_only
@contributors_too
def keep_draft(request: HttpRequest) -> HttpResponse:
    """Keeps the form as a draft that stands in the inbox."""
    typed, token = typed_from(request.POST), token_in(request.POST)
    try:
        draft = keep(typed, token, editor_of(request))
    except PublicationRefused as refused:
        messages.error(request, "Not kept yet; nothing that was typed is lost. What is needed is said at its field.")
        return page(request, shown_again(typed), token, REFUSED, refused)
    messages.success(request, f"Kept as draft {draft.pk}. Nothing is published: an editor decides it.")
    return redirect("desk-draft", draft.pk)


@require_GET
@contributors_too
def published(request: HttpRequest, edition: int) -> HttpResponse:
    """What was published in words, with the ways on: the entry, undo, enter another."""
    row = get_object_or_404(Announcement.objects.select_related("edition", "by"), edition=edition)
    entry = FundingEntry.objects.filter(key=row.entry).select_related("initiative", "source").first()
    undone = row.edition.undone_by.order_by("-number").first()
    shown = {"announcement": row, "entry": entry, "undone": undone, "can_undo": can_be_undone(row), "sums": waiting.left_in(entry)}
    beside = {"draft": waiting.draft_of(entry), "section": "announce"}
    return render(request, "desk/announce/published.html", shown | beside)


@forms_only
@editors_only
def undo(request: HttpRequest, edition: int) -> HttpResponse:
    """Takes back what the form published, on the same day."""
    row = get_object_or_404(Announcement.objects.select_related("edition"), edition=edition)
    try:
        made = take_back(row, editor_of(request))
    except PublicationRefused as refused:
        messages.error(request, f"Not undone: {' '.join(fault.message for fault in refused.faults)}")
        return redirect("desk-announced", edition)
    tasks.match_open_drafts.delay_on_commit()
    messages.success(request, f"Undone with edition {made.number}. What was typed can be entered again.")
    return redirect("desk-announced", edition)


def page(request: HttpRequest, filled: Filled, token: str, status: int = 200, refused: PublicationRefused | None = None) -> HttpResponse:
    """The page of the form; after a refusal with everything that stands in the way, at its fields."""
    sheet = sheet_of(filled, token, refused.faults if refused else ())
    return render(request, "desk/announce/announce.html", {"sheet": sheet, "section": "announce", "vocabulary": vocabulary}, status=status)
