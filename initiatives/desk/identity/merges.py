"""Merging: the two side by side, the choice of what is kept, and the way back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from initiatives import publish
from initiatives.desk.access import editor_of, editors_only, forms_only
from initiatives.desk.back import back_to
from initiatives.desk.identity.comparing import compared
from initiatives.desk.identity.finding import record_or_lead
from initiatives.desk.identity.pages import page_of
from initiatives.desk.picking import Picked, picked_initiative, picked_organization
from initiatives.models import IdentityChange, NotTheSame
from initiatives.models.known_name import INITIATIVE, ORGANIZATION
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish import identity
from initiatives.publish.identity.merging import BOTH_OWNERS, COLUMNS
from initiatives.publish.identity.subjects import MODELS, mark_of
from initiatives.text import clean

REFUSED, CONFLICT = 422, 409
OTHER = "other"


@require_http_methods(["GET", "POST"])
@editors_only
def merge(request: HttpRequest, noun: str, slug: str) -> HttpResponse:
    """The record of this address beside the one that is to be merged into it; by form, merged."""
    kept = record_or_lead(noun, slug)
    asked = request.POST if request.method == "POST" else request.GET
    picked = _picked(noun, asked.get("other", ""), asked.get("other-slug", ""))
    other = picked.row
    if request.method == "POST" and other is not None and "confirm" in asked:
        return _merged(request, noun, slug, kept, other)
    if request.method == "POST" and other is None and "confirm" in asked:
        fault = Fault("other", "", identity.gone(noun, _line(asked.get("other-slug", ""))))
        return page_of(request, noun, kept, CONFLICT, faults={"other": fault.message}, typed=asked)
    if other is None or other == kept:
        same = "that is this one itself. Choose another one." if other is not None else ""
        fault_words = picked.fault or same or "type the name of the other one."
        return page_of(request, noun, kept, REFUSED, faults={"other": fault_words}, typed=asked, picked=picked)
    taken = set(asked.getlist("take")) | {asked[name] for name in asked if name.startswith("take-")} if "chosen" in asked else None
    return _preview(request, noun, kept, other, taken)


def _merged(request: HttpRequest, noun: str, slug: str, kept: Any, other: Any) -> HttpResponse:
    posted = request.POST
    taken = {value for name, value in posted.items() if name.startswith("take-") and value in (*COLUMNS[noun], BOTH_OWNERS)}
    try:
        change = identity.merge(noun, slug, other.slug, editor_of(request), taken, _line(posted.get("reason", "")), posted.get("mark", ""))
    except PublicationRefused as refused:
        faults = {fault.field: fault.message for fault in refused.faults}
        return _preview(request, noun, kept, other, taken, CONFLICT, faults)
    undo = format_html('<button form="undo-change" formaction="{}">Undo</button>', reverse("desk-names-undo", args=[change.pk]))
    messages.success(request, format_html("“{}” was merged into “{}”. {}", change.other_name, change.kept_name, undo))
    return redirect(f"desk-{noun}-names", slug)


def _preview(
    request: HttpRequest, noun: str, kept: Any, other: Any, taken: set[str] | None, status: int = 200, faults: dict[str, str] | None = None
) -> HttpResponse:
    shown = {
        "noun": noun,
        "kept": kept,
        "other": other,
        "compared": compared(noun, kept, other, taken),
        "mark": mark_of(noun, kept, other),
        "faults": faults or {},
        "reason": request.POST.get("reason", ""),
        "section": "names",
    }
    return render(request, "desk/identity/merge.html", shown, status=status)


@forms_only
@editors_only
def apart(request: HttpRequest) -> HttpResponse:
    """Two whose names are alike are two; they are not proposed again."""
    noun = INITIATIVE if request.POST.get("noun") == INITIATIVE else ORGANIZATION
    rows = MODELS[noun].objects.filter(slug__in=[_line(request.POST.get(name, "")) for name in ("first", "second")])
    ids = sorted(rows.values_list("pk", flat=True))
    if len(ids) == 2:
        NotTheSame.objects.get_or_create(noun=noun, first_id=ids[0], second_id=ids[1], defaults={"by": editor_of(request)})
        messages.success(request, "They stay two, and are not proposed again.")
    else:
        messages.error(request, "One of the two is gone already. Nothing was changed.")
    return back_to(request, "desk-names")


@forms_only
@editors_only
def undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """Takes a merge or a split back."""
    change = get_object_or_404(IdentityChange, pk=change_id)
    try:
        publish.undo(change.edition_id, editor_of(request))
    except PublicationRefused as refused:
        for fault in refused.faults:
            messages.error(request, f"It cannot be undone: {fault.message}")
        return back_to(request, "desk-names")
    messages.success(request, f"“{change.kept_name}” and “{change.other_name}” are as they were before.")
    return redirect(f"desk-{change.noun}-names", change.kept_slug)


def _line(typed: str) -> str:
    return clean(typed).text.strip()


def _picked(noun: str, text: str, slug: str) -> Picked:
    return (picked_organization if noun == ORGANIZATION else picked_initiative)(text, slug)
