"""Says which sources are due, and gives a visit to one worker at a time; must not know what a visit does."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from initiatives.ingest.run.work import LOCK_RANGE
from initiatives.models import Source

SOURCE_LOCKS = 5_310_003  # first key of the advisory locks that sources are visited under; the second is the row's id
RING_AGAIN_AFTER = datetime.timedelta(minutes=10)  # a visit whose ring or worker was lost
FURTHEST_AHEAD = datetime.timedelta(days=8)  # no wait is longer: a visit planned later was planned by a clock that was wrong
MOST_AT_ONCE = 500


def due_sources() -> list[int]:
    """Sources to ring for, one a host, each marked as rung; those that wait behind another of their host come the next minute."""
    with transaction.atomic():
        due = Source.objects.filter(is_due(), watched=True).exclude(state="gone").order_by(F("next_visit_at").asc(nulls_first=True))
        rows = list(due.select_for_update(skip_locked=True).only("pk", "address")[:MOST_AT_ONCE])
        chosen = list({urlsplit(row.address).netloc: row.pk for row in reversed(rows)}.values())
        now = timezone.now()
        Source.objects.filter(pk__in=chosen).update(claimed_at=now, next_visit_at=now + RING_AGAIN_AFTER)
    return chosen


def is_due() -> Q:
    """Whether the time of the next visit has come, was never set, or lies so far ahead that a wrong clock set it."""
    now = timezone.now()
    return Q(next_visit_at__isnull=True) | Q(next_visit_at__lte=now) | Q(next_visit_at__gt=now + FURTHEST_AHEAD)


@contextmanager
def claimed(source_id: int) -> Iterator[Source | None]:
    """The source for this worker until the block ends; None when another worker visits it, or it is not due.

    The lock lives in the database session, so that it ends with the worker however that dies; `claimed_at` stays until the visit is concluded, so
    that a message that is delivered again does the visit once more, and one that comes after it does nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [SOURCE_LOCKS, source_id % LOCK_RANGE])
        taken = cursor.fetchone()[0]
    try:
        yield begun(source_id) if taken else None
    finally:
        if taken:
            release(source_id)


def begun(source_id: int) -> Source | None:
    """The row marked as being visited; None when nothing is to be done."""
    rung = Q(claimed_at__isnull=False) | is_due()
    now = timezone.now()
    open_rows = Source.objects.filter(rung, pk=source_id, watched=True).exclude(state="gone")
    if not open_rows.update(claimed_at=now, next_visit_at=now + RING_AGAIN_AFTER):
        return None
    return Source.objects.get(pk=source_id)


def release(source_id: int) -> None:
    """Gives the lock back; a connection that broke has given it back already."""
    if connection.connection is None or connection.connection.closed:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [SOURCE_LOCKS, source_id % LOCK_RANGE])
