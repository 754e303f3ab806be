"""One draft: shown beside its article, changed, accepted, rejected."""

import json
from collections.abc import Mapping, Sequence

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
from initiatives.desk.opened import version_in
from initiatives.desk.reviewing import presence
from initiatives.desk.reviewing.asking import NOTHING_SELECTED, selection_in
from initiatives.desk.reviewing.deciding import last_decisions, to_the_next
from initiatives.desk.reviewing.outlets import outlets_of
from initiatives.desk.sheet import sheet_of
from initiatives.models import Draft
from initiatives.models.draft import REJECTIONS
from initiatives.publication import NotConfirmed, PublicationRefused
from initiatives.review import AlreadyDecided, Decision, ProposalChanged, StaleDraft, decision_of
from initiatives.review.decision import ROWS
from initiatives.review.merging import Difference, flat, merge
from initiatives.review.selecting import NAMES, CannotRead, with_row
from initiatives.templatetags.desk_shown import field_in_words
from initiatives.text import clean

CONFLICT = 409
REFUSED = 422
LONGEST_REASON_CHARACTERS = 1000
LONGEST_OPENED_CHARACTERS = 400_000
AHEAD = "X-Ahead"  # of a page that is fetched before anybody opens it
OTHER = "other"
KEYS = {
    "j": "next draft",
    "k": "previous draft",
    "a": "accept and publish what is ticked; where something is asked, once more says yes",
    "x": "reject, with a kind of reason",
    "u": "undo your last decision",
    "e": "edit the field that is lit",
    "s": "save what you changed",
    "n": "next row",
    "p": "previous row",
    "ArrowDown": "next field",
    "ArrowUp": "previous field",
    "g i": "to the inbox",
    "?": "this help",
}
DECIDING = ("a", "x", "u")
ASKED = "Not published yet: say yes to the question above the button, with its box or with a once more. What you typed is saved."
NOT_YOURS = "Contributors change drafts; editors publish them. Save it, and tell an editor."


@require_GET
@contributors_too
def draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The article left, the draft right, the effect of publishing above it."""
    row = draft_row(draft_id)
    return page(request, row, decision_of(row))


@forms_only
@contributors_too
def save(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Keeps what was typed, with another row where words were selected for one, and publishes it at once when “accept” was pressed."""
    then = request.POST.get("then", "")
    if then == "accept" and not roles_of(request).decide:
        raise PermissionDenied(NOT_YOURS)
    row = draft_row(draft_id)
    theirs = decision_of(row)
    yours = with_addresses(decision_from(request.POST, theirs, row.article.text))
    try:
        kept = with_selected(request, row, yours, then)
        changed = review.edit(draft_id, version_in(request), kept)
    except CannotRead as error:
        messages.error(request, str(error))
        return page(request, row, yours, status=REFUSED)
    except (AlreadyDecided, StaleDraft) as error:
        return conflicting(request, row.pk, error)
    if then == "accept":
        return accepted(request, changed, changed.version)
    changed_by_it = review.match_again(draft_id) if changed.matched_with is None else ()
    messages.success(request, " ".join(("Saved. Nothing is published yet.", *changed_by_it)))
    return redirect(f"{request.path.removesuffix('save/')}{anchor_of(kept, then)}")


def with_selected(request: HttpRequest, row: Draft, decision: Decision, then: str) -> Decision:
    """The form with one more row made of the selected words, where `then` asks for one: `add-entries`. Raises CannotRead."""
    part = then.removeprefix("add-")
    if part == then or part not in ROWS:
        return decision
    selection = selection_in(request, row)
    if selection is None:
        raise CannotRead(NOTHING_SELECTED)
    return with_row(decision, selection, part)


def anchor_of(decision: Decision, then: str) -> str:
    """Where the page is opened: at the row that was added."""
    part = then.removeprefix("add-")
    return f"#{part}-{len(getattr(decision, part)) - 1}" if part != then and part in ROWS else ""


def conflicting(request: HttpRequest, draft_id: int, error: Exception) -> HttpResponse:
    """The draft as it is now with what was typed put into it, and field by field what somebody else changed."""
    row = draft_row(draft_id)
    theirs = decision_of(row)
    yours = with_addresses(decision_from(request.POST, theirs, row.article.text))
    merged, differences = merge(opened_in(request), theirs, yours)
    messages.error(request, str(error))
    return page(request, row, merged, CONFLICT, differences)


def opened_in(request: HttpRequest) -> Mapping[str, str]:
    """The form as it was opened, by the names of its fields; nothing where the page did not send it along."""
    text = request.POST.get("opened", "")
    try:
        found = json.loads(text) if len(text) <= LONGEST_OPENED_CHARACTERS else {}
    except (ValueError, RecursionError):
        return {}
    return {str(name): clean(str(value)).text for name, value in found.items()} if isinstance(found, dict) else {}


@forms_only
@editors_only
def reject(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Puts the draft aside; the kind of reason is what the next reader learns from, and stands for the words where none are typed."""
    row = draft_row(draft_id)
    kind = request.POST.get("rejected_as") or None
    typed = clean(request.POST.get("reason", "")).text.strip()[:LONGEST_REASON_CHARACTERS]
    fault = reason_fault(typed, kind)
    if fault:
        messages.error(request, fault)
        return page(request, row, decision_of(row), status=REFUSED)
    reason = typed or f"{REJECTIONS[kind or OTHER].capitalize()}."
    try:
        review.reject(draft_id, version_in(request), editor_of(request), reason, rejected_as=kind)
    except (AlreadyDecided, StaleDraft) as error:
        messages.error(request, str(error))
        row = draft_row(draft_id)
        return page(request, row, decision_of(row), status=CONFLICT)
    messages.success(request, f"Rejected: {row.article.title}. Undo with u.")
    return to_the_next(row)


def reason_fault(reason: str, kind: str | None) -> str:
    """What is missing of a reason, in words; empty when it says enough."""
    if kind is not None and kind not in REJECTIONS:
        return f"“{kind[:40]}” is no kind of reason. Use one of: {', '.join(REJECTIONS)}. Nothing was changed."
    if not reason and kind in (None, OTHER):
        return "Say why this draft is rejected, in a few words, or choose what kind of reason it is; nothing was changed."
    return ""


def accepted(request: HttpRequest, row: Draft, version: int) -> HttpResponse:
    """Publishes and goes on to the next draft; what stands in the way is shown beside its fields, with everything typed kept."""
    try:
        edition = review.accept(row.pk, version, editor_of(request), request.POST.get("confirmed", ""))
    except (AlreadyDecided, ProposalChanged, StaleDraft) as error:
        messages.error(request, str(error))
        row = draft_row(row.pk)
        return page(request, row, decision_of(row), status=CONFLICT)
    except PublicationRefused as refused:
        messages.error(request, f"Not published. {missing_in_words(refused)}")
        return page(request, row, decision_of(row), status=REFUSED)
    except NotConfirmed:
        messages.warning(request, ASKED)
        return page(request, row, decision_of(row), status=REFUSED)
    tasks.match_open_drafts.delay_on_commit()
    messages.success(request, f"Published with edition {edition.number}: {row.article.title}. Undo with u.")
    return to_the_next(row)


def missing_in_words(refused: PublicationRefused) -> str:
    """What stands in the way, each by its name on the form."""
    return " ".join(f"{field_in_words(fault.field)}: {fault.message}" for fault in refused.faults)


def draft_row(draft_id: int) -> Draft:
    """The draft with what its page shows of it; 404 where there is none."""
    return get_object_or_404(Draft.objects.select_related("article", "decided_by", "edition"), pk=draft_id)


def page(request: HttpRequest, row: Draft, decision: Decision, status: int = 200, differences: Sequence[Difference] = ()) -> HttpResponse:
    """The page of one draft."""
    person = editor_of(request)
    if AHEAD not in request.headers:
        presence.here(row.pk, person)
    shown = {
        "sheet": sheet_of(row, decision),
        "vocabulary": vocabulary,
        "neighbours": neighbours(row),
        "editable": row.state == "open" or status == CONFLICT,
        "opened": json.dumps(flat(decision_of(row)), ensure_ascii=False),
        "rejections": REJECTIONS,
        "becomes": NAMES,
        "keys": {key: words for key, words in KEYS.items() if key not in DECIDING or roles_of(request).decide},
        "differences": differences,
        "others": presence.others(row.pk, person),
        "decisions": last_decisions(),
        "outlets": outlets_of(row, decision, request.GET.get("article", "")),
        "section": "inbox",
    }
    return render(request, "desk/draft.html", shown, status=status)
