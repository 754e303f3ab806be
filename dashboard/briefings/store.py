"""Makes, finds and changes briefings and asks for makings; refuses in words what would be too much; must not know requests."""

import hashlib
import secrets
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F, Max, QuerySet
from django.utils import timezone

from dashboard.briefings import limits, plan, selection
from dashboard.briefings.models import OPEN, Briefing, Making
from dashboard.briefings.selection import Selection

USED_AT_MOST_EVERY: Final = timedelta(hours=12)


class TooMuch(Exception):
    """A limit is reached; the message says which, and when to come again."""


def create(wanted: Selection) -> tuple[Briefing, str]:
    """A new briefing and its secret, which is kept nowhere. Raises TooMuch in words."""
    since = timezone.now() - timedelta(hours=1)
    if Briefing.objects.filter(created_at__gte=since).count() >= limits.NEW_AN_HOUR:
        raise TooMuch(f"{limits.NEW_AN_HOUR} briefings were begun in the last hour, and no more are taken. Save this one later.")
    secret = secrets.token_urlsafe(limits.SECRET_BYTES)
    briefing = Briefing(secret_hash=hashed(secret))
    put(briefing, wanted)
    return briefing, secret


def hashed(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def find(secret: str) -> Briefing | None:
    """The briefing that a secret opens, without its template; None for a wrong one."""
    return Briefing.objects.defer("template").filter(secret_hash=hashed(secret)).first()


def used(briefing: Briefing) -> None:
    """Keeps that somebody looked, at most twice a day."""
    if timezone.now() - briefing.used_at > USED_AT_MOST_EVERY:
        Briefing.objects.filter(pk=briefing.pk).update(used_at=timezone.now())


def put(briefing: Briefing, wanted: Selection, schedule: str = "") -> None:
    """Keeps what was chosen; the template stays as it is."""
    briefing.title, briefing.query, briefing.note = wanted.title, wanted.query, wanted.note
    briefing.charts = [one.text for one in wanted.charts]
    briefing.picks = [asdict(one) for one in wanted.picks]
    if schedule != briefing.schedule or (schedule and not briefing.due_at):
        briefing.schedule, briefing.due_at = schedule, timezone.now() + limits.WEEK if schedule else None
    briefing.used_at = timezone.now()
    briefing.save(update_fields=None if briefing.pk is None else [*COLUMNS])


COLUMNS: Final = ("title", "query", "note", "charts", "picks", "schedule", "due_at", "used_at")


def restyle(briefing: Briefing, name: str, template: bytes | None) -> None:
    """Keeps a template that was taken in, or forgets it."""
    Briefing.objects.filter(pk=briefing.pk).update(template=template, template_name=name[: limits.TEMPLATE_NAME_CHARACTERS])
    briefing.template, briefing.template_name = template, name


def ask(briefing: Briefing) -> Making:
    """A making that waits for a worker, or the one that is open already: the same is never made twice at once. Raises TooMuch in words."""
    running = open_making(briefing)
    if running:
        return running
    refuse_too_many(briefing)
    try:
        with transaction.atomic():
            last = briefing.makings.aggregate(last=Max("number"))["last"] or 0
            return Making.objects.create(briefing=briefing, number=last + 1, selection=selection.of(briefing).kept())
    except IntegrityError:
        return briefing.makings.latest("number")


def open_making(briefing: Briefing) -> Making | None:
    """The making that waits or runs, None where there is none."""
    return briefing.makings.filter(state__in=OPEN).first()


def refuse_too_many(briefing: Briefing) -> None:
    """Raises TooMuch in words where the queue is full, or this briefing was made too often."""
    waiting = Making.objects.filter(state__in=OPEN).count()
    if waiting >= limits.OPEN_AT_ONCE:
        raise TooMuch(f"{waiting} briefings are waiting to be made already. The choice is saved; ask again in a few minutes.")
    today = briefing.makings.filter(asked_at__gte=timezone.now() - timedelta(days=1)).count()
    if today >= limits.MAKINGS_A_DAY:
        raise TooMuch(f"This briefing was made {today} times within a day. The choice is saved; make it again tomorrow.")


def cancel(making: Making) -> bool:
    """Stops a making that waits or runs, and forgets its slides, unless only its PDF is left; the worker notices before its next step."""
    open_rows = Making.objects.filter(pk=making.pk, state__in=OPEN)
    if set(making.files.values_list("extension", flat=True)) >= {"pptx", "xlsx"}:
        return bool(open_rows.update(state="done", step="", done=F("steps"), finished_at=timezone.now()))
    with transaction.atomic():
        found = open_rows.update(
            state="cancelled", step="", message="Cancelled. The choice is kept; the slides are gone.", finished_at=timezone.now()
        )
        if found:
            making.slides.all().delete()
    return bool(found)


def resume(making: Making) -> Making:
    """Lets a stopped making go on from its first unfinished slide; another that is open already is the answer instead. Raises TooMuch in words."""
    refuse_too_many(making.briefing)
    try:
        with transaction.atomic():
            Making.objects.filter(pk=making.pk, state="failed").update(state="waiting", message="", attempts=0, claimed_at=None, finished_at=None)
    except IntegrityError:
        return open_making(making.briefing) or making
    making.refresh_from_db()
    return making


def complete(making: Making) -> Making:
    """Lets a finished making wait again for the files that it lacks, which are written from its own slides. Raises TooMuch in words."""
    refuse_too_many(making.briefing)
    lacks = plan.FILES.keys() - set(making.files.values_list("extension", flat=True))
    if not lacks or not making.slides.exists():
        return making
    try:
        with transaction.atomic():
            Making.objects.filter(pk=making.pk, state="done").update(
                state="waiting", attempts=0, claimed_at=None, finished_at=None, done=F("steps") - len(lacks)
            )
    except IntegrityError:
        return open_making(making.briefing) or making
    making.refresh_from_db()
    return making


def makings(briefing: Briefing) -> QuerySet[Making]:
    """The makings of a briefing, the newest first, without their figures."""
    return briefing.makings.defer("figures", "plan")


def due(now: datetime) -> QuerySet[Briefing]:
    """Briefings whose week is over."""
    return Briefing.objects.filter(due_at__lte=now).exclude(schedule="")
