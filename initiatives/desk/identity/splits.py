"""Splitting: what belongs to another one is chosen row by row, and goes to a new or an existing record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from initiatives import formats, vocabulary
from initiatives.desk.access import editor_of, editors_only
from initiatives.desk.identity.comparing import PARTS
from initiatives.desk.identity.finding import record_or_lead
from initiatives.desk.picking import Picked, picked_initiative, picked_organization
from initiatives.models import Funder, FundingEntry, Initiative, Organization, Participation
from initiatives.models.known_name import ORGANIZATION
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish import identity
from initiatives.publish.identity.renaming import no_name
from initiatives.publish.identity.subjects import mark_of, parts_of
from initiatives.publish.words import entries_in_words
from initiatives.text import clean

REFUSED, CONFLICT = 422, 409
COPIED = ("countries", "kind", "status", "announced", "summary")  # what a new initiative has of the one that it is split off


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table: (id, words, whether it is chosen)."""

    table: str
    heading: str
    rows: list[tuple[int, str, bool]]


@require_http_methods(["GET", "POST"])
@editors_only
def split(request: HttpRequest, noun: str, slug: str) -> HttpResponse:
    """What may be chosen; by form, moved."""
    row, posted = record_or_lead(noun, slug), request.POST
    if request.method == "GET":
        return _form(request, noun, row)
    picked = _picked(noun, posted.get("target", ""), posted.get("target-slug", ""))
    try:
        target = picked.row if posted.get("new") != "yes" else _new(noun, row, posted)
        if target is None:
            raise PublicationRefused((Fault("target", picked.text, picked.fault or "type the name of the other one."),))
        reason = clean(posted.get("reason", "")).text.strip()
        change = identity.split(noun, row.slug, target, _chosen(noun, row, posted), editor_of(request), reason, posted.get("mark", ""))
    except PublicationRefused as refused:
        faults = {fault.field: fault.message for fault in refused.faults}
        return _form(request, noun, row, CONFLICT if "mark" in faults else REFUSED, faults, picked)
    messages.success(request, f"What you chose belongs to “{change.other_name}” now. It can be undone under Names.")
    return redirect(f"desk-{noun}-names", change.other_slug)


def _form(
    request: HttpRequest, noun: str, row: Any, status: int = 200, faults: dict[str, str] | None = None, picked: Picked | None = None
) -> HttpResponse:
    shown = {
        "noun": noun,
        "row": row,
        "parts": list(_parts(noun, row, request.POST)),
        "typed": request.POST,
        "faults": faults or {},
        "picked": picked,
        "mark": mark_of(noun, row),
        "section": "names",
    }
    return render(request, "desk/identity/split.html", shown, status=status)


def _parts(noun: str, row: Any, posted: QueryDict) -> Iterator[Part]:
    for model, rows in parts_of(noun, row):
        table = model._meta.model_name
        chosen = set(posted.getlist(table))
        stored = list(_with_names(model, rows))
        named = entries_in_words([key for part in stored if (key := _key_of(part))])
        listed = [(part.pk, _words(noun, part, named), str(part.pk) in chosen) for part in stored]
        if listed:
            yield Part(table, PARTS[table][1].capitalize(), listed)


def _with_names(model: Any, rows: Any) -> Any:
    if model is Funder:
        return rows.select_related("entry__initiative")
    return rows.select_related("initiative", "organization") if model is Participation else rows


def _key_of(part: Any) -> str:
    entry = part.entry if isinstance(part, Funder) else part
    return str(entry.key) if isinstance(entry, FundingEntry) else ""


def _words(noun: str, part: Any, named: Mapping[str, str]) -> str:
    """A row as a person would know it."""
    if isinstance(part, Funder):
        return f"pays {named[part.entry.key]}, {_sum(part.entry)}, of “{part.entry.initiative.name}”"
    if isinstance(part, Participation):
        beside = part.initiative if noun == ORGANIZATION else part.organization or part.described
        return f"{beside}: {vocabulary.PARTICIPATION_ROLES[part.role]}, {part.status}"
    if isinstance(part, FundingEntry):
        return f"{named[part.key]}: {_sum(part)}"
    return str(part)


def _sum(entry: FundingEntry) -> str:
    return "amount undisclosed" if entry.amount is None else formats.published(entry.amount, entry.currency)


def _chosen(noun: str, row: Any, posted: QueryDict) -> dict[str, list[int]]:
    return {
        model._meta.model_name: [int(pk) for pk in posted.getlist(model._meta.model_name) if pk.isdecimal() and len(pk) < 19]
        for model, _ in parts_of(noun, row)
    }


def _new(noun: str, row: Any, posted: QueryDict) -> Any:
    name = clean(posted.get("target", "")).text.strip()
    if fault := no_name("target", name, "type the name of the new one."):
        raise PublicationRefused((fault,))
    if noun == ORGANIZATION:
        return Organization(name=name, kind=row.kind, country_id=row.country_id)
    return Initiative(name=name, **{column: getattr(row, column) for column in COPIED})


def _picked(noun: str, text: str, slug: str) -> Picked:
    return (picked_organization if noun == ORGANIZATION else picked_initiative)(text, slug)
