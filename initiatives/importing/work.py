"""Claims an import so that one worker at a time goes on with it, keeps its progress, hears of a cancelling, and finds what a dead worker left."""

import datetime
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from initiatives.models import BulkImport

IMPORT_LOCKS: Final = 5_310_007  # first key of the advisory locks that imports are worked under; the second is the row's id
LOCK_RANGE: Final = 2**31
OPEN: Final = ("waiting", "checking", "storing")
RING_AGAIN_AFTER: Final = datetime.timedelta(seconds=60)
MOST_ATTEMPTS: Final = 3
TAKING_BACK: Final = "taking_back"  # of what is kept of the reading: the id of the person who asked to take a stored file back
TELL_EVERY_SECONDS: Final = 0.4  # of the progress that is kept
LOOK_EVERY_ROWS: Final = 50  # at the clock


class Stopped(Exception):
    """Somebody cancelled the import, or it is no longer this worker's: nothing of it is stored."""


@contextmanager
def claimed(import_id: int) -> Iterator[BulkImport | None]:
    """The row, claimed for this worker until the block ends; None when another worker has it, or nothing is left to do.

    The lock lives in the database session, so it ends with the worker however that dies, and a second ring of a running job finds it taken."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [IMPORT_LOCKS, import_id % LOCK_RANGE])
        taken = cursor.fetchone()[0]
    try:
        yield _started(import_id) if taken else None
    finally:
        if taken:
            _release(import_id)


def _release(import_id: int) -> None:
    """Gives the row's lock back; a connection that broke has given it back already."""
    if connection.connection is None or connection.connection.closed:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [IMPORT_LOCKS, import_id % LOCK_RANGE])


def _started(import_id: int) -> BulkImport | None:
    """The row marked as being worked on by one conditional update, None when it is finished, cancelled, or was tried too often."""
    now = timezone.now()
    begun = BulkImport.objects.filter(pk=import_id, state__in=("waiting", "checking")).update(state="checking", claimed_at=now)
    begun = begun or BulkImport.objects.filter(pk=import_id, state="storing").update(claimed_at=now)
    if not begun:
        return None
    row = BulkImport.objects.get(pk=import_id)
    if row.cancel_asked:
        stop(row)
        return None
    attempts = int(row.reading.get("attempts", 0)) + 1
    row.reading = {**row.reading, "attempts": attempts}
    BulkImport.objects.filter(pk=row.pk).update(reading=row.reading)
    if attempts > MOST_ATTEMPTS:
        fail(row, f"Tried {MOST_ATTEMPTS} times, and the worker stopped each time. Nothing was stored. Split the file, or try again later.")
        return None
    return row


class Progress:
    """Tells how many rows are done, now and then, so that a page can show it and a sweeper sees that somebody is at work.

    Raises Stopped where the import was cancelled meanwhile."""

    def __init__(self, row: BulkImport) -> None:
        self.row, self.told_at = row, time.monotonic()

    def __call__(self, done: int) -> None:
        if done % LOOK_EVERY_ROWS == 0 and time.monotonic() - self.told_at >= TELL_EVERY_SECONDS:
            self.tell(rows_done=done)

    def tell(self, **columns: Any) -> None:
        """Keeps columns of the row now, where it is still this worker's."""
        self.told_at = time.monotonic()
        mine = BulkImport.objects.filter(pk=self.row.pk, state=self.row.state, cancel_asked=False)
        if not mine.update(claimed_at=timezone.now(), **columns):
            raise Stopped


def finish(row: BulkImport, state: str, **columns: Any) -> None:
    """Ends the work on the row. Raises Stopped where it was cancelled meanwhile."""
    reading = {**row.reading, "attempts": 0}
    mine = BulkImport.objects.filter(pk=row.pk, state=row.state, cancel_asked=False)
    if not mine.update(state=state, reading=reading, finished_at=timezone.now(), **columns):
        raise Stopped


def fail(row: BulkImport, message: str) -> None:
    """Ends the work with what went wrong, in words; nothing of the file is stored. One that was to be taken back stays stored."""
    reading = {**row.reading, "attempts": 0, TAKING_BACK: None}
    state = "failed" if row.edition_id is None else "done"
    BulkImport.objects.filter(pk=row.pk, state__in=OPEN).update(state=state, message=message, reading=reading, finished_at=timezone.now())


def stop(row: BulkImport) -> None:
    """Ends the work because somebody cancelled it."""
    BulkImport.objects.filter(pk=row.pk, state__in=OPEN, cancel_asked=True).update(
        state="cancelled", message="Cancelled. Nothing was stored.", cancel_asked=False, finished_at=timezone.now()
    )


def lost() -> QuerySet[BulkImport]:
    """Open imports that nobody has touched for a minute: their ring, or their worker, was lost. A moment that lies ahead counts as long ago."""
    now = timezone.now()
    touched = Q(claimed_at__range=(now - RING_AGAIN_AFTER, now + RING_AGAIN_AFTER))
    return BulkImport.objects.filter(state__in=OPEN).exclude(touched)


def ring_again() -> list[int]:
    """Lost rows, each marked as rung now so that the next sweep leaves it alone for a minute."""
    with transaction.atomic():
        found = list(lost().select_for_update(skip_locked=True).values_list("pk", flat=True))
        BulkImport.objects.filter(pk__in=found).update(claimed_at=timezone.now())
    return found


def drop_old_files() -> int:
    """Forgets the bytes of files that were imported, or left lying, longer ago than the setting says; how many. What they did stays known."""
    until = timezone.now() - datetime.timedelta(days=settings.IMPORT_FILES_KEPT_DAYS)
    return BulkImport.objects.filter(made_at__lt=until).exclude(state__in=OPEN).exclude(body=b"").update(body=b"", problems=[])
