"""The list of what readers say is wrong, and one remark with the value as it stands, to be answered."""

from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from initiatives import corrections as room
from initiatives import vocabulary
from initiatives.corrections import AlreadySettled, Settlement, StaleCorrection
from initiatives.desk.access import editor_of, editors_only, forms_only
from initiatives.desk.opened import version_in
from initiatives.models import Correction, Edition
from initiatives.publication import PublicationRefused
from initiatives.text import clean

CONFLICT: Final = 409
REFUSED: Final = 422
ROWS_A_PAGE: Final = 25
LONGEST_EDITION_DIGITS: Final = 9


@require_GET
@editors_only
def corrections(request: HttpRequest) -> HttpResponse:
    """The remarks in one state, the oldest that wait first."""
    state = request.GET.get("state", "open")
    state = state if state in vocabulary.CORRECTION_STATES else "open"
    rows = Correction.objects.filter(state=state).select_related("answered_by").order_by("made_at" if state == "open" else "-answered_at", "pk")
    listed = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    shown = {"section": "corrections", "listed": listed, "state": state, "states": states()}
    return render(request, "desk/corrections/list.html", shown)


@require_GET
@editors_only
def correction(request: HttpRequest, correction_id: int) -> HttpResponse:
    """One remark beside the value that it is about."""
    row = get_object_or_404(Correction.objects.select_related("answered_by", "edition"), pk=correction_id)
    return page(request, row, Settlement(row.state, row.answer, str(row.edition_id or _made_meanwhile(request))))


def _made_meanwhile(request: HttpRequest) -> str:
    """The edition that an editor has just made for this remark."""
    text = request.GET.get("edition", "")
    return text if text.isascii() and text.isdigit() and len(text) <= LONGEST_EDITION_DIGITS else ""


@forms_only
@editors_only
def settle(request: HttpRequest, correction_id: int) -> HttpResponse:
    """Answers a remark, and goes on to the next that waits; what is refused comes back with everything typed."""
    row = get_object_or_404(Correction.objects.select_related("answered_by", "edition"), pk=correction_id)
    wanted = Settlement(request.POST.get("state", ""), clean(request.POST.get("answer", "")).text.strip(), request.POST.get("edition", "").strip())
    try:
        settled = room.settle(correction_id, version_in(request), wanted, editor_of(request))
    except (AlreadySettled, StaleCorrection) as error:
        messages.error(request, str(error))
        return page(request, row, wanted, status=CONFLICT)
    except PublicationRefused as refused:
        return page(request, row, wanted, {fault.field: fault.message for fault in refused.faults}, REFUSED)
    messages.success(request, f"{vocabulary.CORRECTION_STATES[settled.state].capitalize()}: {settled.label}.")
    return redirect("desk-corrections")


def page(request: HttpRequest, row: Correction, typed: Settlement, faults: dict[str, str] | None = None, status: int = 200) -> HttpResponse:
    """The page of one remark."""
    subject = room.subject_of_correction(row)
    shown: dict[str, Any] = {
        "section": "corrections",
        "correction": row,
        "subject": subject,
        "value": subject.value(row.field) if subject else None,
        "typed": typed,
        "faults": faults or {},
        "states": vocabulary.CORRECTION_STATES,
        "newest": Edition.objects.current_number(),
        "neighbours": neighbours(row),
    }
    return render(request, "desk/corrections/one.html", shown, status=status)


def states() -> list[tuple[str, str, int]]:
    """Each state by its words, with how many remarks are in it; one statement."""
    counts = dict(Correction.objects.order_by().values_list("state").annotate(rows=Count("pk")))
    return [(state, words, counts.get(state, 0)) for state, words in vocabulary.CORRECTION_STATES.items()]


def neighbours(row: Correction) -> dict[str, int | None]:
    """The remarks before and after this one in its state."""
    rows = Correction.objects.filter(state=row.state).exclude(pk=row.pk).order_by("made_at", "pk").values_list("pk", flat=True)
    return {
        "previous": rows.filter(made_at__lte=row.made_at, pk__lt=row.pk).last(),
        "next": rows.filter(made_at__gte=row.made_at, pk__gt=row.pk).first(),
    }
