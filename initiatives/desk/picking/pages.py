"""What pickers ask: names that fit, and the little form that makes a new organization or initiative in place."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from initiatives import vocabulary
from initiatives.desk.access import contributors_too, editor_of, editors_only, is_editor
from initiatives.desk.picking.creating import Wanted, created, wanted_from
from initiatives.desk.picking.finding import find
from initiatives.models.known_name import ORGANIZATION
from initiatives.publication import PublicationRefused

CREATED, REFUSED = 201, 422
IN_PLACE = "place"  # of the form: in the dialog of a picker


@require_GET
@contributors_too
def pick(request: HttpRequest, noun: str) -> HttpResponse:
    """The organizations or initiatives that fit what was typed, as options of a list box, or as JSON."""
    typed = request.GET.get("q", "")
    found = find(noun, typed, request.GET.get("owner", ""))
    if request.GET.get("format") == "json":
        options = [{key: value for key, value in asdict(one).items() if key not in ("id", "fits", "noun")} for one in found]
        return JsonResponse({"query": typed, "options": options})
    create = request.GET.get("create", "")
    create = "later" if create == "now" and not is_editor(request.user) else create
    return render(request, "desk/picking/options.html", {"options": found, "typed": typed.strip(), "create": create, "noun": noun})


@require_http_methods(["GET", "POST"])
@editors_only
def new(request: HttpRequest, noun: str) -> HttpResponse:
    """The form of a new one; a post stores it and answers with what the picker is to choose."""
    if request.method == "GET":
        return _form(request, noun, Wanted(name=request.GET.get("name", "").strip(), owners=request.GET.get("owner", "")))
    wanted = wanted_from(request.POST)
    try:
        row = created(noun, wanted, editor_of(request))
    except PublicationRefused as refused:
        return _form(request, noun, wanted, refused, REFUSED)
    return render(request, "desk/picking/created.html", {"row": row, "noun": noun, "place": _place(request)}, status=CREATED)


def _form(request: HttpRequest, noun: str, wanted: Wanted, refused: PublicationRefused | None = None, status: int = 200) -> HttpResponse:
    shown: dict[str, Any] = {
        "noun": noun,
        "wanted": wanted,
        "faults": {fault.field: fault.message for fault in refused.faults} if refused else {},
        "alike": find(noun, wanted.name) if wanted.name else [],
        "kinds": vocabulary.ORGANIZATION_KINDS if noun == ORGANIZATION else vocabulary.INITIATIVE_KINDS,
        "statuses": vocabulary.INITIATIVE_STATUSES,
        "action": reverse("desk-new-organization" if noun == ORGANIZATION else "desk-new-initiative"),
        "place": _place(request),
        "section": "names",
    }
    return render(request, "desk/picking/form.html" if shown["place"] else "desk/picking/new.html", shown, status=status)


def _place(request: HttpRequest) -> str:
    """Whether the form stands in the dialog of a picker."""
    return (request.POST if request.method == "POST" else request.GET).get(IN_PLACE, "")
