"""The builder: a new briefing, and one that is saved; every change is a form with a token, and what was typed always comes back."""

from dataclasses import replace
from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods, require_safe

from dashboard.briefings import store
from dashboard.briefings.models import Briefing
from dashboard.briefings.store import TooMuch
from dashboard.filters import Problem
from dashboard.pages.briefings import keeping, refusal, typed
from dashboard.pages.briefings.page import page
from dashboard.pages.briefings.private import back, with_secret
from dashboard.pages.briefings.typed import Typed
from dashboard.tasks import make_briefing

KEEPS: Final = ("save", "make", "add", "")  # buttons of a new briefing that save it; the others only change the form


@require_safe
def new(request: HttpRequest) -> HttpResponse:
    """A new briefing with the charts, initiatives and filters of the address, or the usual ones. Raises FilterError."""
    return page(request, typed.start(request.GET))


@require_http_methods(["GET", "HEAD", "POST"])
def briefings(request: HttpRequest) -> HttpResponse:
    """The builder, empty; by form a new briefing, which leads to its own address."""
    if request.method != "POST":
        return page(request, typed.start(QueryDict()))
    asked = asked_of(request)
    read = typed.after(typed.read(request.POST), asked)
    if read.problems or asked.partition(" ")[0] not in KEEPS:
        return page(request, read, status=400 if read.problems else 200)
    try:
        briefing, secret = store.create(read.selection)
    except TooMuch as error:
        return page(request, replace(read, problems=(Problem("", "", str(error)),)), status=429)
    return saved(request, secret, briefing, read, is_new=True)


@require_http_methods(["GET", "HEAD", "POST"])
@with_secret
def briefing(request: HttpRequest, secret: str, found: Briefing) -> HttpResponse:
    """One briefing: what goes in, what is being made, what is finished; by form its changes."""
    if request.method != "POST":
        kept = typed.stored(found)
        return page(request, replace(kept, problems=(*kept.problems, *refusal.told(request, found))), secret, found)
    read = keeping.kept(request, found, asked_of(request))
    if read.problems:
        return page(request, read, secret, found, status=400)
    return saved(request, secret, found, read)


def saved(request: HttpRequest, secret: str, found: Briefing, read: Typed, is_new: bool = False) -> HttpResponse:
    """The way on after everything was kept: the template, the making, and back to the page; what was refused stands on it."""
    asked = asked_of(request)
    if read.schedule != found.schedule:
        store.put(found, read.selection, read.schedule)
    problems = keeping.restyled(request, found)
    if asked == "make" and not problems:
        problems = made(found)
    if problems and is_new:
        return refusal.at_its_address(secret, found, problems)
    if problems:
        return page(request, replace(read, problems=problems), secret, found, status=429 if problems[0].field == "" else 400)
    if asked == "find":
        return page(request, read, secret, found)
    return back(secret)


def asked_of(request: HttpRequest) -> str:
    """The button that was pressed; Enter in the field of the search means to search."""
    asked = request.POST.get("do", "")
    return "find" if asked in ("", "save") and request.POST.get("find", "").strip() else asked


def made(found: Briefing) -> tuple[Problem, ...]:
    """Rings for a making; what speaks against it."""
    try:
        making = store.ask(found)
    except TooMuch as error:
        return (Problem("", "", str(error)),)
    make_briefing.delay_on_commit(making.pk)
    return ()
