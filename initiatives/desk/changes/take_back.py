"""Asks before the changes of a whole edition are taken back, with what comes and goes and the effect on the totals, and does it.

Of a large edition a worker looks at what stands in the way, and takes it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from initiatives import history, publish, tasks
from initiatives.desk.access import editor_of, editors_only, forms_only
from initiatives.desk.changes.effects import Total, totals_in_words
from initiatives.history.editions import KINDS, Counts, noun_of
from initiatives.models import Edition
from initiatives.publication import PublicationRefused
from initiatives.text import clean

CONFLICT = 409
REFUSED = 422
LONGEST_REASON_CHARACTERS = 100  # of a line of history
LATER_SHOWN = 10
ROWS_AT_ONCE = 1_000  # while somebody waits for the page
DOES = {"+": "would go", "~": "would be as before", "-": "would come back"}


@require_GET
@editors_only
def page(request: HttpRequest, number: int) -> HttpResponse:
    """What taking the edition back would do, and what stands in its way."""
    return _show(request, get_object_or_404(Edition.objects.select_related("by"), pk=number))


@forms_only
@editors_only
def now(request: HttpRequest, number: int) -> HttpResponse:
    """Takes it back as an edition of its own, or says what stands in the way."""
    edition = get_object_or_404(Edition.objects.select_related("by"), pk=number)
    reason = clean(request.POST.get("reason", "")).text.strip()
    if len(reason) > LONGEST_REASON_CHARACTERS:
        fault = f"The reason has {len(reason)} characters. Use at most {LONGEST_REASON_CHARACTERS}."
        return _show(request, edition, reason, fault, REFUSED)
    if _is_large(edition):
        return _later(request, edition, reason)
    try:
        made = publish.undo(number, editor_of(request), reason)
    except PublicationRefused:
        return _show(request, edition, reason, "", CONFLICT)
    tasks.match_open_drafts.delay_on_commit()
    messages.success(request, f"Edition {number} was taken back with edition {made.number}.")
    return redirect("desk-history-edition", made.number)


def _is_large(edition: Edition) -> bool:
    return sum(history.kinds_of_changes(edition).values()) > ROWS_AT_ONCE


def _later(request: HttpRequest, edition: Edition, reason: str) -> HttpResponse:
    """Lets a worker take it back; how far that is stands on the page of the edition."""
    asked = publish.take_back_later(edition, editor_of(request), reason)
    tasks.take_back_edition.delay_on_commit(asked.pk)
    return redirect("desk-history-edition", edition.number)


def _show(request: HttpRequest, edition: Edition, reason: str = "", fault: str = "", status: int = 200) -> HttpResponse:
    is_large = _is_large(edition)
    counts, obstacles, totals = (history.kinds_of_changes(edition), [], []) if is_large else _foreseen(edition)
    shown = {
        "section": "history",
        "edition": edition,
        "is_large": is_large,
        "before": edition.number - 1,
        "counts": [f"{number:,} {noun_of(table, number)} {DOES[kind]}" for (table, kind), number in counts.items() if kind in KINDS],
        "obstacles": obstacles,
        "later": history.later_changes(edition, LATER_SHOWN) if obstacles or is_large else [],
        "totals": totals,
        "reason": reason,
        "fault": fault,
        "longest_reason": LONGEST_REASON_CHARACTERS,
    }
    return render(request, "desk/history/take_back.html", shown, status=status)


def _foreseen(edition: Edition) -> tuple[Counts, list[str], list[Total]]:
    """How many rows would come and go, what stands in the way, and what it would do to the totals."""
    changes = publish.to_take_back(edition)
    counts: dict[tuple[str, str], int] = {}
    for change in changes:
        at = (str(change.model._meta.model_name), change.kind)
        counts[at] = counts.get(at, 0) + 1
    obstacles = list(dict.fromkeys(fault.message for fault in publish.obstacles(edition, changes)))
    return counts, obstacles, totals_in_words(publish.foreseen(publish.of_changes(changes)))
