"""Claims a making so that one worker at a time goes on with it, keeps its progress, and finds what a dead worker left; makes nothing itself."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from dashboard.briefings import limits
from dashboard.briefings.models import OPEN, STEP_CHARACTERS, Making, MakingFile, MakingSlide

MAKING_LOCKS: Final = 5_310_002  # first key of the advisory locks that makings are worked under; the second is the row's id
LOCK_RANGE: Final = 2**31
GIVEN_UP: Final = (
    "Tried {attempts} times, and the worker stopped each time, the last time at “{step}”. {kept} Ask for it again, or leave that slide out."
)


class Stopped(Exception):
    """Somebody cancelled the making, or another worker has it: nothing more is to be done."""


@contextmanager
def claimed(making_id: int) -> Iterator[Making | None]:
    """The row, claimed for this worker until the block ends; None when another worker has it, or nothing is left to do.

    The lock lives in the database session, so it ends with the worker however that dies, and a second ring of a running job finds it taken.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [MAKING_LOCKS, making_id % LOCK_RANGE])
        taken = cursor.fetchone()[0]
    try:
        yield started(making_id) if taken else None
    finally:
        if taken:
            release(making_id)


def release(making_id: int) -> None:
    """Gives the row's lock back; a connection that broke has given it back already."""
    if connection.connection is None or connection.connection.closed:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [MAKING_LOCKS, making_id % LOCK_RANGE])


def started(making_id: int) -> Making | None:
    """The row marked as being worked on by one conditional update, None when it is finished, cancelled or was tried too often."""
    now = timezone.now()
    open_rows = Making.objects.filter(pk=making_id, state__in=OPEN)
    if not open_rows.update(state="working", claimed_at=now, attempts=F("attempts") + 1):
        return None
    Making.objects.filter(pk=making_id, started_at__isnull=True).update(started_at=now)
    making = Making.objects.select_related("briefing").get(pk=making_id)
    if making.attempts > limits.MOST_ATTEMPTS:
        fail(making, GIVEN_UP.format(attempts=limits.MOST_ATTEMPTS, step=making.step, kept=kept_in_words(making)))
        return None
    return making


def keep(making: Making, **values: Any) -> None:
    """Writes columns of a row that is still this worker's. Raises Stopped where it is not."""
    if "step" in values:
        values["step"] = values["step"][:STEP_CHARACTERS]
    if not Making.objects.filter(pk=making.pk, state="working").update(claimed_at=timezone.now(), **values):
        raise Stopped
    for name, value in values.items():
        setattr(making, name, value)


def keep_slide(making: Making, place: int, key: str, content: Any, picture: bytes | None) -> None:
    """A finished slide and the progress it makes, both or neither. Raises Stopped."""
    with transaction.atomic():
        keep(making, done=place)
        MakingSlide.objects.update_or_create(making=making, place=place, defaults={"key": key, "content": content, "picture": picture})


def keep_file(making: Making, extension: str, name: str, content: bytes) -> None:
    """A finished file, whole. Raises Stopped."""
    with transaction.atomic():
        keep(making, done=making.done + 1)
        MakingFile.objects.update_or_create(making=making, extension=extension, defaults={"name": name, "content": content, "size": len(content)})


def finish(making: Making, remarks: Sequence[str]) -> None:
    """Ends the work: what there is, is there. Raises Stopped."""
    keep(making, state="done", step="", done=making.steps, remarks=list(remarks), finished_at=timezone.now())


def fail(making: Making, message: str) -> None:
    """Ends the work with what went wrong, in words; what is finished stays."""
    Making.objects.filter(pk=making.pk, state="working").update(state="failed", message=message, finished_at=timezone.now())


def kept_in_words(making: Making) -> str:
    """`Slides 1 to 16 are kept.`"""
    number = making.slides.count()
    if number == 0:
        return "Nothing was finished yet."
    return "Slide 1 is kept." if number == 1 else f"Slides 1 to {number} are kept."


def lost() -> QuerySet[Making]:
    """Open makings that nobody has touched for a while: their ring, or their worker, was lost."""
    quiet_since = timezone.now() - limits.RING_AGAIN_AFTER
    waiting = Q(state="waiting", asked_at__lt=quiet_since) & (Q(claimed_at__isnull=True) | Q(claimed_at__lt=quiet_since))
    return Making.objects.filter(waiting | Q(state="working", claimed_at__lt=quiet_since))


def ring_again() -> list[int]:
    """Lost rows, each marked as rung now so that the next sweep leaves it alone for a while."""
    with transaction.atomic():
        found = list(lost().select_for_update(skip_locked=True).values_list("pk", flat=True))
        Making.objects.filter(pk__in=found).update(claimed_at=timezone.now())
    return found
