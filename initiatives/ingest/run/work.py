"""Claims a piece of work so that it is done by one worker at a time, keeps its progress, and finds what a dead worker left."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from initiatives.models import Intake

INTAKE_LOCKS = 5_310_001  # first key of the advisory locks that intakes are worked under; the second is the row's id
MOST_ATTEMPTS = 3
RING_AGAIN_AFTER = datetime.timedelta(seconds=60)
LOCK_RANGE = 2**31


@contextmanager
def claimed(intake_id: int, step: str) -> Iterator[Intake | None]:
    """The row, claimed for this worker until the block ends; None when another worker has it, or nothing is left to do.

    The lock lives in the database session, so it ends with the worker however that dies, and a second ring of a running job finds it taken.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [INTAKE_LOCKS, intake_id % LOCK_RANGE])
        taken = cursor.fetchone()[0]
    try:
        yield started(intake_id, step) if taken else None
    finally:
        if taken:
            release(intake_id)


def release(intake_id: int) -> None:
    """Gives the row's lock back; a connection that broke has given it back already."""
    if connection.connection is None or connection.connection.closed:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [INTAKE_LOCKS, intake_id % LOCK_RANGE])


def started(intake_id: int, step: str) -> Intake | None:
    """The row marked as being worked on, None when it is finished or waits for another step."""
    open_rows = Intake.objects.filter(pk=intake_id, state__in=("waiting", "working"))
    right_step = Q(body__isnull=True) if step == "fetch" else Q(body__isnull=False)
    begun = open_rows.filter(right_step).update(state="working", step=step, claimed_at=timezone.now(), attempts=F("attempts") + 1)
    if not begun:
        return None
    row = Intake.objects.get(pk=intake_id)
    if row.attempts > MOST_ATTEMPTS:
        fail(row, f"Tried {MOST_ATTEMPTS} times, and the worker stopped each time. Hand the article in again, or enter it by hand.")
        return None
    return row


def reached(row: Intake, step: str) -> None:
    """Keeps how far the row has come, for whoever watches."""
    Intake.objects.filter(pk=row.pk).update(step=step, claimed_at=timezone.now())


def finish(row: Intake, state: str, message: str, article_id: int | None = None) -> None:
    """Ends the work on the row; the bytes handed in are no longer needed."""
    Intake.objects.filter(pk=row.pk).update(state=state, message=message, article_id=article_id, body=None, finished_at=timezone.now())


def fail(row: Intake, message: str) -> None:
    """Ends the work with what went wrong, in words, on the desk."""
    finish(row, "failed", message)


def lost() -> QuerySet[Intake]:
    """Rows that nobody has touched for a minute though they are not finished: their ring, or their worker, was lost."""
    quiet_since = timezone.now() - RING_AGAIN_AFTER
    waiting = Q(state="waiting", handed_in_at__lt=quiet_since) & (Q(claimed_at__isnull=True) | Q(claimed_at__lt=quiet_since))
    return Intake.objects.filter(waiting | Q(state="working", claimed_at__lt=quiet_since))


def ring_again() -> list[tuple[int, bool]]:
    """Lost rows as (id, is to be fetched), each marked as rung now so that the next sweep leaves it alone for a minute."""
    with transaction.atomic():
        rows = list(lost().select_for_update(skip_locked=True).defer("body").annotate(has_body=Q(body__isnull=False)))
        Intake.objects.filter(pk__in=[row.pk for row in rows]).update(claimed_at=timezone.now())
    return [(row.pk, not row.has_body) for row in rows]


def can_be_fetched(row: Intake) -> bool:
    """Whether the article can be fetched again: files are not kept."""
    return not row.file_name


def wait_again(row: Intake) -> None:
    """Puts a failed address back into the queue with its attempts forgotten."""
    Intake.objects.filter(pk=row.pk, state="failed").update(
        state="waiting", step="fetch", message="", attempts=0, claimed_at=timezone.now(), finished_at=None
    )


def keep(row: Intake, body: bytes, address: str, content_type: str, charset: str | None) -> None:
    """Stores what was fetched, and lets the row wait for its reading."""
    Intake.objects.filter(pk=row.pk).update(
        body=body, address=address[:2000], content_type=content_type[:100], charset=charset or "", state="waiting", step="extract", attempts=0
    )
