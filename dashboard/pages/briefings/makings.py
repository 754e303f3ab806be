"""One making: how far it is, cancel, go on, its slides, its files, and what changed between two; each behind the briefing's secret."""

from dataclasses import replace
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from dashboard.briefings import laid, make, movement, store
from dashboard.briefings.models import Briefing, Making, MakingFile
from dashboard.briefings.shown import Shown
from dashboard.briefings.store import TooMuch
from dashboard.exports import answers, as_image, as_slides
from dashboard.filters import Filters, Problem
from dashboard.pages.briefings import progress
from dashboard.pages.briefings.keeping import kept_beside
from dashboard.pages.briefings.page import page, told
from dashboard.pages.briefings.private import back, with_secret
from dashboard.pages.frame import show
from dashboard.tasks import make_briefing

CONTENT_TYPES: Final = {"pptx": as_slides.CONTENT_TYPE, "pdf": as_image.CONTENT_TYPES["pdf"], "xlsx": answers.CONTENT_TYPES["xlsx"]}
WAY_OUT: Final = {"pdf": "“Make the PDF” on the briefing’s page makes it from the slides that are there."}
OTHER_VERSION: Final = "An earlier version of the site made these slides, and they can no longer be shown as a page. The files are whole."


@require_safe
@with_secret
def running(request: HttpRequest, secret: str, found: Briefing) -> HttpResponse:
    """The open making as a part of the page; once it has ended the page is told to load itself anew."""
    making = store.open_making(found)
    if making is None:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "parts/briefing_running.html", {"running": progress.shown(making), "secret": secret})


@require_POST
@with_secret
def cancel(request: HttpRequest, secret: str, found: Briefing, number: str) -> HttpResponse:
    """Stops a making that waits or runs, and keeps what was typed beside it."""
    store.cancel(making_of(found, number))
    read = kept_beside(request, found)
    return page(request, read, secret, found, status=400) if read.problems else back(secret)


@require_POST
@with_secret
def again(request: HttpRequest, secret: str, found: Briefing, number: str) -> HttpResponse:
    """Lets a stopped making go on from where it stopped; a finished one is made anew, with the record of today and what was typed beside it, or
    gets the PDF that it lacks."""
    making = making_of(found, number)
    read = kept_beside(request, found)
    if read.problems:
        return page(request, read, secret, found, status=400)
    go_on = store.resume if making.state == "failed" else store.complete if request.POST.get("part") == "pdf" else None
    try:
        making = go_on(making) if go_on else store.ask(found)
    except TooMuch as error:
        return page(request, replace(read, problems=(Problem("", "", str(error)),)), secret, found, status=429)
    if making.is_open:
        make_briefing.delay_on_commit(making.pk)
    return back(secret)


@require_safe
@with_secret
def slides(request: HttpRequest, secret: str, found: Briefing, number: str) -> HttpResponse:
    """The slides of a making as a page."""
    making = making_of(found, number)
    try:
        own = [Shown(made.slide) for made in laid.out(make.slides_of(making))]
    except ValueError as error:
        raise Http404(OTHER_VERSION) from error
    return show(
        request, "pages/briefing_slides.html", Filters(), section="briefings", with_bar=False, secret=secret, briefing=found, making=making,
        slides=own,
    )  # fmt: skip


@require_safe
@with_secret
def file(request: HttpRequest, secret: str, found: Briefing, number: str, extension: str) -> HttpResponse:
    """One file of a making. Raises Http404 in words where it was not made."""
    own = MakingFile.objects.filter(making__briefing=found, making__number=int(number), extension=extension).first()
    if own is None:
        raise Http404(f"Making {number} of this briefing has no {extension} file. {WAY_OUT.get(extension, 'Make the briefing again.')}")
    disposition = content_disposition_header(True, own.name) or "attachment"
    return HttpResponse(bytes(own.content), content_type=CONTENT_TYPES[extension], headers={"Content-Disposition": disposition})


@require_safe
@with_secret
def compare(request: HttpRequest, secret: str, found: Briefing) -> HttpResponse:
    """What changed between two makings; by default the last two."""
    done = list(found.makings.filter(state="done", figures__isnull=False).order_by("number"))
    if len(done) < 2:
        raise Http404("This briefing was finished less than twice, so there is nothing to compare. Make it again first.")
    first, second = chosen(request.GET.get("from"), done, done[-2]), chosen(request.GET.get("to"), done, done[-1])
    if first == second:
        raise Http404(f"Making {first.number} is compared with itself. Choose two of: {', '.join(str(making.number) for making in done)}.")
    moved = told(movement.between(first.figures or {}, second.figures or {}), first.edition or 0, second.edition or 0, currency_of(second))
    return show(
        request, "pages/briefing_compare.html", Filters(), section="briefings", with_bar=False, secret=secret, briefing=found, done=done, first=first,
        second=second, since=moved,
    )  # fmt: skip


def currency_of(making: Making) -> Filters:
    """Filters that say no more than in which currency a making counts."""
    return Filters(currency=(making.figures or {}).get("currency", "USD"))


def chosen(text: str | None, done: list[Making], usual: Making) -> Making:
    """A finished making by its number. Raises Http404 naming those that there are."""
    if not text:
        return usual
    for making in done:
        if str(making.number) == text:
            return making
    raise Http404(f"“{text[:20]}” is no finished making of this briefing. There are: {', '.join(str(making.number) for making in done)}.")


def making_of(found: Briefing, number: str) -> Making:
    """A making by its number. Raises Http404 in words."""
    making = found.makings.filter(number=int(number)).first()
    if making is None:
        raise Http404(f"This briefing has no making {number}.")
    return making
