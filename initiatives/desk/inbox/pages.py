"""The page of the inbox: one list at a time, each with its count, its filters in the address and its pages."""

from typing import Any

from django.core.paginator import Page
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from initiatives.desk.access import contributors_too, is_editor
from initiatives.desk.inbox.arriving import arrived
from initiatives.desk.inbox.asked import LISTS, Asked, asked_in
from initiatives.desk.inbox.put_aside import counts, page_of
from initiatives.desk.inbox.waiting import drafts_decided, drafts_waiting, of_country
from initiatives.desk.reviewing.deciding import last_decisions
from initiatives.desk.sources.naming import told_apart
from initiatives.models import Draft, Intake, Source
from initiatives.names.countries import COUNTRIES

REFUSED = 400


@require_GET
@contributors_too
def inbox(request: HttpRequest) -> HttpResponse:
    """Drafts that wait, by story and the most consequential first; the other lists are one link away."""
    asked = asked_in(request.GET)
    counted = counts(of_country(Draft.objects.all(), asked.country, asked.source), asked.source)
    shown = {
        "asked": asked,
        "tabs": [(name, words, counted[name], asked.query(list=name)) for name, words in LISTS.items()],
        "counted": counted,
        "page": rows_of(asked, request.GET.get("page")),
        "countries": sorted(COUNTRIES.values(), key=lambda country: country.name),
        "sources": told_apart(Source.objects.filter(Exists(Intake.objects.filter(source=OuterRef("pk")))).only("id", "name", "address")),
        "handing_in": request.GET.get("hand-in") == "open",
        **arrived(None, counted["reading"]),
        "template": f"desk/inbox/{asked.list}.html",
        "decisions": last_decisions() if is_editor(request.user) else (),
        "section": "inbox",
    }
    return render(request, "desk/inbox.html", shown, status=REFUSED if asked.faults else 200)


def rows_of(asked: Asked, page: str | None) -> Page[Any]:
    """The page of the list that is asked for."""
    if asked.list in ("drafts", "maybe"):
        return drafts_waiting(doubtful=asked.list == "maybe", country=asked.country, source=asked.source, page=page)
    if asked.list == "decided":
        return drafts_decided(asked.country, asked.source, page)
    return page_of(asked.list, asked.source, page)
