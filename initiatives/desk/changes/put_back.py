"""Asks before rows are put back to what they were, with the effect on the totals, and does it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from initiatives import history, publish
from initiatives.desk.access import editor_of, editors_only, forms_only
from initiatives.desk.changes.effects import totals_in_words
from initiatives.desk.changes.records import tell_events
from initiatives.desk.changes.wishes import Plan, UnknownWish, Wish, meanwhile, plan_of
from initiatives.history import Event
from initiatives.history.fields import field_of
from initiatives.publication import PublicationRefused
from initiatives.text import clean

CONFLICT = 409
REFUSED = 422
LONGEST_REASON_CHARACTERS = 100  # of a line of history
ROWS_SHOWN = 60


class Stale(ValueError):
    """The rows were changed after the page was opened."""

    def __init__(self, events: list[Event]) -> None:
        self.events = events
        super().__init__("Somebody changed this after you opened the page. Nothing was put back; look at what it would do now, then decide again.")


@require_GET
@editors_only
def page(request: HttpRequest) -> HttpResponse:
    """What would be put back, and what the totals would be."""
    wish = Wish.read(request.GET)
    return _show(request, wish, _plan(wish))


@forms_only
@editors_only
def now(request: HttpRequest) -> HttpResponse:
    """Puts it back as one edition; what was changed meanwhile, and what the record refuses, is said with the reason kept."""
    wish, reason = Wish.read(request.POST), clean(request.POST.get("reason", "")).text.strip()
    plan = _plan(wish)
    fault = "" if len(reason) <= LONGEST_REASON_CHARACTERS else f"The reason has {len(reason)} characters. Use at most {LONGEST_REASON_CHARACTERS}."
    if fault:
        return _show(request, wish, plan, reason, fault, status=REFUSED)

    def check() -> None:
        if plan_of(wish).version != request.POST.get("version", ""):
            raise Stale(meanwhile(plan, request.POST.get("version", "")))

    try:
        made = publish.put_back(plan.wanted, editor_of(request), reason or _reason(wish, plan), check)
    except Stale as error:
        messages.error(request, str(error))
        return _show(request, wish, _plan(wish), reason, events=error.events, status=CONFLICT)
    except PublicationRefused as refused:
        return _show(request, wish, plan, reason, _in_words(plan, refused), status=REFUSED)
    messages.success(request, f"Put back with edition {made.number}." if made else "The record says so already; nothing was changed.")
    return redirect("desk-history-record", plan.subject.noun, plan.subject.address)


def _plan(wish: Wish) -> Plan:
    try:
        return plan_of(wish)
    except (UnknownWish, ValueError) as error:
        raise Http404(str(error)) from error


def _show(
    request: HttpRequest, wish: Wish, plan: Plan, reason: str = "", fault: str = "", events: list[Event] | None = None, status: int = 200
) -> HttpResponse:
    shown = {
        "section": "history",
        "wish": wish,
        "plan": plan,
        "changes": history.tell(plan.changes[:ROWS_SHOWN]),
        "changes_more": max(0, len(plan.changes) - ROWS_SHOWN),
        "totals": totals_in_words(publish.foreseen(plan.wanted)),
        "reason": reason,
        "reason_given": _reason(wish, plan),
        "longest_reason": LONGEST_REASON_CHARACTERS,
        "fault": fault,
        "meanwhile": tell_events(events or []),
    }
    return render(request, "desk/history/put_back.html", shown, status=status)


def _reason(wish: Wish, plan: Plan) -> str:
    """What the history says where nobody says why."""
    if wish.moment:
        return f"Put back as on {history.Moment.read(wish.moment).words}"[:LONGEST_REASON_CHARACTERS]
    if wish.to == "nothing":
        return "Taken out again"
    labels = [field_of(wish.table, name).label for name in wish.fields]
    return f"Put back: {', '.join(labels) or 'the whole row'}"[:LONGEST_REASON_CHARACTERS]


def _in_words(plan: Plan, refused: PublicationRefused) -> str:
    """What stands in the way, each value by its name."""
    table = str(plan.wanted[0].model._meta.model_name)
    return " ".join(f"{field_of(table, fault.field).label.capitalize()}: {fault.message}" for fault in refused.faults)
