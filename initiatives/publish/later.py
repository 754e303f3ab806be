"""Takes large editions back in a worker: the row `TakingBack` says what is to be done, and its lock who is doing it."""

import datetime
from typing import Final

from celery.exceptions import SoftTimeLimitExceeded
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from initiatives.models import Edition, TakingBack
from initiatives.models.taking_back import MOST_RINGS
from initiatives.publication import PublicationRefused
from initiatives.publish.undoing import undo

RING_AGAIN_AFTER: Final = datetime.timedelta(seconds=60)
REASONS_TOLD: Final = 5
TOO_LONG = "It took longer than a worker may, so nothing was changed. Take back or put back smaller parts of it."


def ask_for(edition: Edition, by: User | None, reason: str) -> TakingBack:
    """What a worker is to take back, a new row, or the one that somebody asked for and that is still open."""
    asked, _ = TakingBack.objects.get_or_create(edition=edition, finished_at=None, defaults={"by": by, "reason": reason, "rung_at": timezone.now()})
    return asked


def carry_out(taking_back_id: int) -> bool:
    """Takes the edition back, or says on the row what stands in the way; whether it was taken back. Safe to call twice.

    The row is locked until all is stored, so that a second worker finds it taken, and one that dies leaves it open with nothing changed."""
    try:
        with transaction.atomic():
            row = TakingBack.objects.select_for_update(skip_locked=True, of=("self",)).filter(pk=taking_back_id, finished_at=None).first()
            if row is not None:
                made = undo(row.edition_id, row.by, row.reason)
                _finish(taking_back_id, made=made)
            return row is not None
    except PublicationRefused as refused:
        _finish(taking_back_id, message=in_words(refused))
    except SoftTimeLimitExceeded:
        _finish(taking_back_id, message=TOO_LONG)
    return False


def ring_again() -> list[int]:
    """Open rows that nobody is at work on and that were rung for a minute ago or longer, each marked as rung now; those rung for too often end."""
    now = timezone.now()
    with transaction.atomic():
        lost = TakingBack.objects.select_for_update(skip_locked=True).filter(finished_at=None, rung_at__lt=now - RING_AGAIN_AFTER)
        keys = list(lost.values_list("pk", flat=True))
        found = TakingBack.objects.filter(pk__in=keys)
        found.filter(rings__gte=MOST_RINGS).update(finished_at=now, message=f"Tried {MOST_RINGS} times, and the worker stopped each time. {TOO_LONG}")
        found.filter(finished_at=None).update(rung_at=now, rings=F("rings") + 1)
        return list(found.filter(finished_at=None).values_list("pk", flat=True))


def _finish(taking_back_id: int, message: str = "", made: Edition | None = None) -> None:
    TakingBack.objects.filter(pk=taking_back_id, finished_at=None).update(finished_at=timezone.now(), message=message, made=made)


def in_words(refused: PublicationRefused) -> str:
    """What stands in the way, the first reasons of it."""
    told = list(dict.fromkeys(fault.message for fault in refused.faults))
    more = f" And {len(told) - REASONS_TOLD} more reasons." if len(told) > REASONS_TOLD else ""
    return " ".join(f"{words[:1].upper()}{words[1:]}" for words in told[:REASONS_TOLD]) + more
