"""One draft: shown beside its article, changed, accepted, rejected."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from initiatives import review, tasks, vocabulary
from initiatives.desk.access import contributors_too, editor_of, editors_only, forms_only, roles_of
from initiatives.desk.form import decision_from
from initiatives.desk.inbox.order import neighbours
from initiatives.desk.known import with_addresses
from initiatives.desk.sheet import sheet_of
from initiatives.models import Draft, StoryArticle
from initiatives.models.draft import REJECTIONS
from initiatives.publication import PublicationRefused
from initiatives.review import AlreadyDecided, Decision, ProposalChanged, StaleDraft, decision_of, stories
from initiatives.templatetags.desk_shown import field_in_words
from initiatives.text import clean

CONFLICT = 409
REFUSED = 422
LONGEST_REASON_CHARACTERS = 1000


@require_GET
@contributors_too
def draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The article left, the draft right, the effect of publishing above it."""
    row = get_object_or_404(Draft.objects.select_related("article", "intake", "decided_by", "edition"), pk=draft_id)
    return page(request, row, decision_of(row))


@forms_only
@contributors_too
def save(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Keeps what was typed, and publishes it at once when an editor pressed “accept”."""
    if request.POST.get("then") == "accept" and not roles_of(request).decide:
        raise PermissionDenied("Publishing is for editors. Nothing was changed: save the draft, and an editor decides it.")
    row = get_object_or_404(Draft.objects.select_related("article", "decided_by", "edition"), pk=draft_id)
    decision = with_addresses(decision_from(request.POST, decision_of(row)))
    try:
        changed = review.edit(draft_id, version_in(request), decision)
    except (AlreadyDecided, StaleDraft) as error:
        messages.error(request, str(error))
        return page(request, row, decision, status=CONFLICT)
    if request.POST.get("then") == "accept":
        return accepted(request, changed, changed.version)
    changed_by_it = review.match_again(draft_id) if changed.matched_with is None else ()
    messages.success(request, " ".join(("Saved. Nothing is published yet.", *changed_by_it)))
    return redirect("desk-draft", draft_id)


@forms_only
@editors_only
def reject(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Puts the draft aside; a reason is asked for, since it is what the next reader learns from."""
    row = get_object_or_404(Draft.objects.select_related("article", "decided_by", "edition"), pk=draft_id)
    reason = clean(request.POST.get("reason", "")).text.strip()[:LONGEST_REASON_CHARACTERS]
    kind = request.POST.get("rejected_as") or None
    fault = reason_fault(reason, kind)
    if fault:
        messages.error(request, fault)
        return page(request, row, decision_of(row), status=REFUSED)
    try:
        review.reject(draft_id, version_in(request), editor_of(request), reason, rejected_as=kind)
    except (AlreadyDecided, StaleDraft) as error:
        messages.error(request, str(error))
        return page(request, row, decision_of(row), status=CONFLICT)
    messages.success(request, f"Rejected: {row.article.title}.")
    return redirect("desk-inbox")


def reason_fault(reason: str, kind: str | None) -> str:
    """What is missing of a reason, in words; empty when it says enough."""
    if not reason:
        return "Say why this draft is rejected, in a few words; nothing was changed."
    if kind is not None and kind not in REJECTIONS:
        return f"“{kind[:40]}” is no kind of reason. Use one of: {', '.join(REJECTIONS)}. Nothing was changed."
    return ""


def accepted(request: HttpRequest, row: Draft, version: int) -> HttpResponse:
    """Publishes and goes on to the inbox; what stands in the way is shown beside its fields, with everything typed kept."""
    try:
        edition = review.accept(row.pk, version, editor_of(request))
    except (AlreadyDecided, ProposalChanged, StaleDraft) as error:
        messages.error(request, str(error))
        row.refresh_from_db()
        return page(request, row, decision_of(row), status=CONFLICT)
    except PublicationRefused as refused:
        messages.error(request, f"Not published. {missing_in_words(refused)}")
        return page(request, row, decision_of(row), status=REFUSED)
    tasks.match_open_drafts.delay_on_commit()
    messages.success(request, f"Published with edition {edition.number}: {row.article.title}.")
    return redirect("desk-inbox")


def missing_in_words(refused: PublicationRefused) -> str:
    """What stands in the way, each by its name on the form."""
    return " ".join(f"{field_in_words(fault.field)}: {fault.message}" for fault in refused.faults)


def version_in(request: HttpRequest) -> int:
    """The version of the draft that the form was opened with; 0, which is never current, when it is missing or no number."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def page(request: HttpRequest, row: Draft, decision: Decision, status: int = 200) -> HttpResponse:
    """The page of one draft."""
    sheet = sheet_of(row, decision)
    editable = row.state == "open" or status == CONFLICT
    shown = {"sheet": sheet, "vocabulary": vocabulary, "neighbours": neighbours(row), "editable": editable, "rejections": REJECTIONS}
    return render(request, "desk/draft.html", shown | story_of(row), status=status)


def story_of(row: Draft) -> dict[str, object]:
    """The story that the article stands in, and how many outlets and origins it has; nothing for an article that stands alone."""
    place = StoryArticle.objects.filter(article=row.article_id).first()
    if place is None:
        return {}
    return {"story": place.story_id, "story_words": stories.counts([place.story_id])[place.story_id].words}
