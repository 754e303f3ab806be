"""What beat looks after: lost makings are rung for again, weekly ones are asked for, what is old goes; makes nothing itself."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dashboard.briefings import limits, store, work
from dashboard.briefings.models import OPEN, Briefing, Making
from dashboard.queries import editions


def to_ring() -> list[int]:
    """The makings that a worker is to go on with or to begin: lost ones, and those whose week is over."""
    return [*work.ring_again(), *asked(timezone.now())]


def asked(now: datetime) -> list[int]:
    """Asks for what is due; each briefing's next week begins now, whether it is made or its record has not moved."""
    found = []
    for briefing in store.due(now).order_by("due_at")[: limits.OPEN_AT_ONCE]:
        if not Briefing.objects.filter(pk=briefing.pk, due_at=briefing.due_at).update(due_at=now + limits.WEEK):
            continue
        if briefing.schedule == "weekly" or has_moved(briefing):
            found += _asked(briefing)
    return found


def _asked(briefing: Briefing) -> list[int]:
    """The making of a due briefing; where a limit is reached it is tried again in an hour."""
    try:
        return [store.ask(briefing).pk]
    except store.TooMuch:
        Briefing.objects.filter(pk=briefing.pk).update(due_at=timezone.now() + limits.LATER)
        return []


def has_moved(briefing: Briefing) -> bool:
    """Whether the record has an edition that the last finished making does not show."""
    last = briefing.makings.filter(state="done").order_by("-number").values_list("edition", flat=True).first()
    return last is None or last != editions.newest().number


def sweep() -> int:
    """Takes away briefings that nobody uses and makings beyond those that are kept; how many rows went."""
    now = timezone.now()
    unused = Q(used_at__lt=now - limits.UNUSED) | Q(used_at__lt=now - limits.NEVER_MADE, makings__isnull=True)
    old = list(Briefing.objects.filter(unused).exclude(makings__state__in=OPEN).values_list("pk", flat=True).distinct())
    with transaction.atomic():
        gone, _ = Briefing.objects.filter(pk__in=old).delete()
        for briefing in Briefing.objects.filter(makings__number__gt=limits.MAKINGS_KEPT).distinct().only("pk"):
            kept = briefing.makings.order_by("-number").values_list("pk", flat=True)[: limits.MAKINGS_KEPT]
            gone += Making.objects.filter(briefing=briefing).exclude(pk__in=list(kept)).exclude(state__in=OPEN).delete()[0]
    return gone
