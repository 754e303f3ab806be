"""The list of names to look at, and the page of one organization's or initiative's names."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from initiatives import vocabulary
from initiatives.desk.access import editors_only
from initiatives.desk.identity.comparing import shown as value_shown
from initiatives.desk.identity.finding import record_or_lead
from initiatives.desk.identity.suggesting import suggestions
from initiatives.desk.picking.finding import find
from initiatives.models import IdentityChange
from initiatives.models.known_name import INITIATIVE, ORGANIZATION
from initiatives.publish.identity.subjects import mark_of

CHANGES_SHOWN = 12
NOUNS = {"organizations": ORGANIZATION, "initiatives": INITIATIVE}


@require_GET
@editors_only
def overview(request: HttpRequest) -> HttpResponse:
    """Search, names alike that may be one, and the last merges and splits with the way back."""
    noun = NOUNS.get(request.GET.get("list", ""), ORGANIZATION)
    typed = request.GET.get("q", "").strip()
    shown = {
        "noun": noun,
        "typed": typed,
        "found": find(noun, typed) if typed else [],
        "suggestions": [] if typed else suggestions(noun),
        "changes": IdentityChange.objects.select_related("by", "edition", "undone_with")[:CHANGES_SHOWN],
        "section": "names",
    }
    return render(request, "desk/identity/overview.html", shown)


@require_GET
@editors_only
def record(request: HttpRequest, noun: str, slug: str) -> HttpResponse:
    """The names of one record, and what may be done with them; an old address leads on."""
    row = record_or_lead(noun, slug)
    if row.slug != slug:
        return redirect(f"desk-{noun}-names", row.slug)
    return page_of(request, noun, row)


def page_of(request: HttpRequest, noun: str, row: Any, status: int = 200, **more: Any) -> HttpResponse:
    """The page of one record; `more` has what was typed and what is wrong with it."""
    shown = {
        "noun": noun,
        "row": row,
        "kind": (vocabulary.ORGANIZATION_KINDS if noun == ORGANIZATION else vocabulary.INITIATIVE_KINDS).get(row.kind or "", ""),
        "home": value_shown(*(("country_id", row.country_id) if noun == ORGANIZATION else ("countries", row.countries))),
        "names": row.names.order_by("until", "order", "pk"),
        "alike": [one for one in find(noun, row.name) if one.id != row.pk],
        "mark": mark_of(noun, row),
        "changes": IdentityChange.objects.filter(noun=noun, kept_id=row.pk).select_related("by", "edition", "undone_with"),
        "section": "names",
        "typed": {},
        "faults": {},
        **more,
    }
    return render(request, "desk/identity/record.html", shown, status=status)
