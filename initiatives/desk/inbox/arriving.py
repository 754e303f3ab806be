"""What came of the articles that people handed in, told by the inbox itself while they are read."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from initiatives.desk.access import contributors_too
from initiatives.desk.inbox.asked import LISTS, asked_in
from initiatives.desk.inbox.put_aside import LONG, counts
from initiatives.desk.inbox.waiting import of_country
from initiatives.models import Draft, Intake

FRESH = datetime.timedelta(minutes=2)  # what ended before is told by its list alone
MOST_TOLD = 5
ENDED = ("done", "failed", "duplicate", "rejected")
LONGEST_MOMENT_CHARACTERS = 12
LATEST_SECONDS = 253_402_300_799  # the year 9999


@require_GET
@contributors_too
def arriving(request: HttpRequest) -> HttpResponse:
    """What was read since the page was opened and how many rows each list has now, as the part of the page that asks for itself again."""
    asked = asked_in(request.GET)
    counted = counts(of_country(Draft.objects.all(), asked.country, asked.source), asked.source)
    tabs = [(name, counted[name]) for name in LISTS]
    return render(request, "desk/inbox/arriving.html", {"asked": asked, "numbers": tabs, **arrived(since_in(request), counted["reading"])})


def arrived(since: datetime.datetime | None, reading: int) -> dict[str, object]:
    """The articles handed in that ended lately or since the page was opened, and the drafts that the sources brought since."""
    opened = since or timezone.now()
    handed_in = Intake.objects.filter(source=None, state__in=ENDED, finished_at__gte=opened - FRESH).exclude(handed_in_at__lt=opened - 30 * FRESH)
    brought = Draft.objects.filter(state="open", made_at__gt=opened).exclude(intake__source=None)
    return {
        "ended": handed_in.select_related("article__draft").defer(*LONG, *TEXTS).order_by("-finished_at", "-pk")[:MOST_TOLD],
        "brought": brought.count() if since else 0,
        "reading": reading,
        "since": int(opened.timestamp()),
    }


TEXTS = ("article__text", "article__draft__proposal", "article__draft__decided")


def since_in(request: HttpRequest) -> datetime.datetime | None:
    """When the page was opened, in seconds since 1970; None where the address does not say so."""
    text = request.GET.get("since", "")
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_MOMENT_CHARACTERS and int(text) <= LATEST_SECONDS):
        return None
    return datetime.datetime.fromtimestamp(int(text), tz=datetime.UTC)
