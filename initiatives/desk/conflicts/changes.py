"""The forms of conflicts: settle one, take back a decision, undo an edition. Each goes on to the next of the list."""

from collections.abc import Sequence

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from initiatives import formats, publish
from initiatives.desk.access import editor_of, editors_only, forms_only
from initiatives.desk.conflicts.around import around, changes_since
from initiatives.desk.conflicts.asked import Asked, asked_in, neighbours, number_in
from initiatives.desk.conflicts.options import options_of
from initiatives.desk.conflicts.outlook import outlook
from initiatives.desk.conflicts.page import effect_of, page_of
from initiatives.desk.conflicts.pages import KEY, address, found
from initiatives.desk.conflicts.settling import REASON_LENGTH, Settlement, settlement
from initiatives.ledger.kinds import RIVAL_FIGURES
from initiatives.models import Conflict, ConflictDecision, Edition, Funder, FundingEntry
from initiatives.publication import Fault, PublicationRefused
from initiatives.publish.parts import following
from initiatives.text import clean

CONFLICT = 409
REFUSED = 422
STALE = "Nothing was saved: what it says has changed since you opened it. What you typed is kept; look again, then press once more."
SETTLING = "Conflict settled: "
SETTLED = "This conflict is settled already, or what it was about has changed. Nothing was saved."


class Stale(Exception):
    """What a form was filled in for has changed meanwhile; `changes` say how."""

    def __init__(self, changes: Sequence[str]) -> None:
        self.changes = changes
        super().__init__(STALE)


@forms_only
@editors_only
def settle(request: HttpRequest, key: str) -> HttpResponse:
    """Does what was chosen and goes on to the next; what is refused comes back with everything typed."""
    asked, row = asked_in(request.GET), found(key)
    if row is None:
        return gone(request, asked)
    names = {option.name for option in options_of(row.code, has_suggestion=True)}
    if request.POST.get("choice") not in names:
        return again(request, row, asked, [Fault("choice", "", "choose one of the ways below.")], REFUSED)
    if "show" in request.POST:
        return effect(request, row) if request.headers.get("HX-Request") else again(request, row, asked, [], 200)
    if request.POST["choice"] == "keep":
        return kept(request, row, asked)
    following = neighbours(asked, key)["next"]
    try:
        words = settled(request, row)
    except Stale as stale:
        return outdated(request, row, asked, stale)
    except PublicationRefused as refused:
        return again(request, row, asked, refused.faults, REFUSED)
    messages.success(request, words)
    return redirect(onward(asked, following, done=str(Edition.objects.current_number())))


def settled(request: HttpRequest, row: Conflict) -> str:
    """Saves one edition with what was chosen, counted as it is now under the lock. Raises Stale or PublicationRefused, and then saves nothing."""
    typed = {name: clean(str(value)).text for name, value in request.POST.items()}
    with transaction.atomic():
        Edition.objects.lock()
        near = around(row)
        changes = changes_since(typed.get("seen", ""), near.rows)
        if changes or found(row.key) is None:
            raise Stale(changes)
        chosen = settlement(typed["choice"], near, typed)
        effect = outlook(chosen, near)
        save(request, chosen)
        if typed["choice"] == "prefer":
            put_away(request, typed["prefer"], chosen.reason)
    return f"Settled: {formats.ended(chosen.reason)} It {effect.short}."


def save(request: HttpRequest, chosen: Settlement) -> None:
    """The rows of a settlement in their order, as one edition; a new figure has the payers of the one that it replaces."""
    with publish.editing(editor_of(request), f"{SETTLING}{chosen.reason}"[:REASON_LENGTH]) as session:
        for row in chosen.rows:
            is_new = row.pk is None
            if is_new:
                row.order = following(row.initiative.funding.all())
            session.save(row)
            for paying in payers_like(row) if is_new else ():
                session.save(paying)


def put_away(request: HttpRequest, preferred: str, reason: str) -> None:
    """The figures that are left beside the preferred one were looked at with it: they ask again when another one comes."""
    for left in Conflict.objects.filter(code=RIVAL_FIGURES, entry__key=preferred):
        ConflictDecision.objects.get_or_create(conflict=left.key, defaults={"code": left.code, "reason": reason, "by": editor_of(request)})


def payers_like(row: FundingEntry) -> list[Funder]:
    """Those who pay the figure that a new one replaces, for the new one."""
    payers = Funder.objects.filter(entry=row.related_to).order_by("order", "pk")
    copied = ("organization_id", "described", "country_id", "share")
    return [Funder(entry=row, order=at, **{name: getattr(paying, name) for name in copied}) for at, paying in enumerate(payers)]


def kept(request: HttpRequest, row: Conflict, asked: Asked) -> HttpResponse:
    """Puts the warning away with its reason; the record stays as it is."""
    reason = clean(request.POST.get("reason", "")).text.strip()[:REASON_LENGTH]
    if not reason:
        return again(request, row, asked, [Fault("reason", "", "say in a few words why it is right as it stands.")], REFUSED)
    following = neighbours(asked, row.key)["next"]
    ConflictDecision.objects.get_or_create(conflict=row.key, defaults={"code": row.code, "reason": reason, "by": editor_of(request)})
    messages.success(request, "Put away as right. It is in the list “Right as they stand”, where it can be taken back.")
    return redirect(onward(asked, following))


@forms_only
@editors_only
def take_back(request: HttpRequest, key: str) -> HttpResponse:
    """A warning that was put away asks again."""
    if not KEY.fullmatch(key):
        return redirect(address(Asked()))
    ConflictDecision.objects.filter(conflict=key).delete()
    messages.success(request, "It is to be settled again.")
    return redirect(address(Asked(), key))


@forms_only
@editors_only
def undo(request: HttpRequest) -> HttpResponse:
    """Takes back the edition of one settlement that this editor made."""
    asked, number = asked_in(request.GET), number_in(request.POST.get("edition", ""))
    edition = Edition.objects.filter(number=number, by=editor_of(request)).first() if number else None
    if edition is None:
        messages.error(request, "Only an edition that you made can be undone here. The others are on the page of the history.")
        return redirect(address(asked))
    try:
        publish.undo(edition.number, editor_of(request))
    except PublicationRefused as refused:
        messages.error(request, f"Not undone: {' '.join(fault.message for fault in refused.faults)}")
        return redirect(address(asked))
    put_away_with_it = {"reason": edition.reason.removeprefix(SETTLING), "made_at__gte": edition.made_at}
    ConflictDecision.objects.filter(by=editor_of(request), **put_away_with_it).delete()
    messages.success(request, f"Undone: {formats.ended(edition.reason)}")
    return redirect(address(asked))


def outdated(request: HttpRequest, row: Conflict, asked: Asked, stale: Stale) -> HttpResponse:
    """What changed meanwhile, and the form as it was filled in; where the conflict is no more, the list with what was typed."""
    if found(row.key) is None:
        return gone(request, asked, stale.changes)
    for message in (str(stale), *stale.changes):
        messages.error(request, message)
    return again(request, row, asked, [], CONFLICT)


def gone(request: HttpRequest, asked: Asked, changes: Sequence[str] = ()) -> HttpResponse:
    """Somebody else settled it: the list says so, with how, and gives back the words that were typed."""
    typed = clean(request.POST.get("rank_reason") or request.POST.get("reason", "")).text.strip()[:REASON_LENGTH]
    for message in (SETTLED, *changes, *([f"You had written: “{typed}”"] if typed else [])):
        messages.error(request, message)
    return redirect(address(asked))


def effect(request: HttpRequest, row: Conflict) -> HttpResponse:
    """What the way that a form has chosen would do, for the place below it."""
    typed = {name: str(value) for name, value in request.POST.items()}
    return render(request, "desk/conflicts/effect.html", {"offer": effect_of(row, around(row), typed)})


def again(request: HttpRequest, row: Conflict, asked: Asked, faults: Sequence[Fault], status: int) -> HttpResponse:
    """The page as it is now, with what was typed and what stood in the way."""
    current = found(row.key)
    if current is None:
        return redirect(address(asked))
    typed = {name: str(value) for name, value in request.POST.items()}
    return render(request, "desk/conflicts/one.html", page_of(current, around(current), asked, typed, faults), status=status)


def onward(asked: Asked, key: str | None, **more: str) -> str:
    """The next conflict that still is one, else the list."""
    there = key if key and Conflict.objects.filter(key=key).exists() else None
    return address(asked, there, **more)
