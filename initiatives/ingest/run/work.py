"""Claims a piece of work so that it is done by one worker at a time, keeps its progress, and finds what a dead worker left."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from initiatives.ingest.run import watch
from initiatives.ingest.steps.discover.identity import MARK
from initiatives.models import Intake

INTAKE_LOCKS = 5_310_001  # first key of the advisory locks that intakes are worked under; the second is the row's id
MOST_ATTEMPTS = 3
RING_AGAIN_AFTER = datetime.timedelta(seconds=60)
LONGEST_WAIT = datetime.timedelta(days=1)
MOST_RUNG_AT_ONCE = 200
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
    open_rows = Intake.objects.filter(may_be_asked(), pk=intake_id, state__in=("waiting", "working"))
    right_step = Q(body__isnull=True) if step == "fetch" else Q(body__isnull=False)
    begun = open_rows.filter(right_step).update(state="working", step=step, claimed_at=timezone.now(), attempts=F("attempts") + 1)
    if not begun:
        return None
    row = Intake.objects.get(pk=intake_id)
    watch.begin(row, step)
    if row.attempts > MOST_ATTEMPTS:
        fail(row, f"Tried {MOST_ATTEMPTS} times, and the worker stopped each time. Hand the article in again, or enter it by hand.")
        return None
    return row


def may_be_asked() -> Q:
    """Rows whose server has not asked to be left alone until later; a moment further ahead than any wait is left from a wrong clock."""
    now = timezone.now()
    return Q(not_before__isnull=True) | ~Q(not_before__range=(now, now + LONGEST_WAIT))


def reached(row: Intake, step: str) -> None:
    """Keeps how far the row has come, for whoever watches, and how long the step before took."""
    watch.begin(row, step)
    Intake.objects.filter(pk=row.pk).update(step=step, claimed_at=timezone.now(), timings=row.timings)


def finish(row: Intake, state: str, message: str, article_id: int | None = None) -> None:
    """Ends the work on the row. The bytes of a file that failed or was put aside are kept, since nobody can fetch them again; no others are needed.

    The article that an editor set apart stays with the row, so that it can be read again.
    """
    watch.end(row, outcome=state)
    kept, article = row.body if state in ("failed", "rejected") and row.file_name else None, article_id or row.article_id
    Intake.objects.filter(pk=row.pk).update(
        state=state, message=message, article_id=article, body=kept, finished_at=timezone.now(), not_before=None, timings=row.timings
    )


def fail(row: Intake, message: str) -> None:
    """Ends the work with what went wrong, in words, on the desk."""
    finish(row, "failed", message)


def lost() -> QuerySet[Intake]:
    """Rows that nobody has touched for a minute though they are not finished: their ring, or their worker, was lost.

    A moment that lies ahead was written before the clock was put back; it counts as long ago.
    """
    quiet_since = timezone.now() - RING_AGAIN_AFTER
    never_claimed = Q(claimed_at__isnull=True) & ~Q(handed_in_at__range=(quiet_since, timezone.now() + RING_AGAIN_AFTER))
    quiet = never_claimed | (Q(claimed_at__isnull=False) & ~Q(claimed_at__range=(quiet_since, timezone.now() + RING_AGAIN_AFTER)))
    return Intake.objects.filter(quiet & (Q(state="working") | (Q(state="waiting") & may_be_asked())))


def ring_again() -> list[tuple[int, bool]]:
    """Lost rows as (id, is to be fetched), each marked as rung now so that the next sweep leaves it alone for a minute.

    A first look at many sources leaves thousands that only wait their turn; the broker is not filled with their bells.
    """
    with transaction.atomic():
        longest_left = lost().order_by(F("claimed_at").asc(nulls_first=True), "pk").annotate(has_body=Q(body__isnull=False))
        rows = list(longest_left.select_for_update(skip_locked=True).only("pk")[:MOST_RUNG_AT_ONCE])
        Intake.objects.filter(pk__in=[row.pk for row in rows]).update(claimed_at=timezone.now())
    return [(row.pk, not row.has_body) for row in rows]


def can_be_tried(row: Intake) -> bool:
    """Whether the article can be had again: by its address, or as the bytes of its file."""
    return not row.file_name or Intake.objects.filter(pk=row.pk, body__isnull=False).exists()


def wait_again(row: Intake) -> None:
    """Puts a failure back into the queue with its attempts forgotten; an address is fetched anew, and what never had a page is read as it came."""
    fresh: dict[str, object] = {"step": "extract"} if row.file_name else to_begin_with(row)
    Intake.objects.filter(pk=row.pk, state="failed").update(
        state="waiting", message="", attempts=0, claimed_at=timezone.now(), finished_at=None, not_before=None, **fresh
    )


def to_begin_with(row: Intake) -> dict[str, object]:
    """Step and bytes with which the reading of a row begins again: a stored article, an item without a page of its own and a file whose bytes are
    kept need no fetching."""
    if row.article is not None and row.article.text:
        return {"step": "extract", "body": row.article.text.encode("utf-8", "replace")}
    if MARK in row.address and row.claimed_summary:
        return {"step": "extract", "body": f"{row.claimed_title}\n\n{row.claimed_summary}".encode("utf-8", "replace")}
    return {"step": "extract"} if row.file_name and row.body is not None else {"step": "fetch", "body": None}


def has_bytes(intake_id: int) -> bool:
    """Whether the row waits with bytes that only have to be read."""
    return Intake.objects.filter(pk=intake_id, state="waiting", body__isnull=False).exists()


def wait_until_asked(row: Intake, words: str, seconds: int) -> None:
    """Lets the row rest until a busy server may be asked again; the sweeper rings for it then."""
    watch.end(row, outcome="put off")
    until = timezone.now() + datetime.timedelta(seconds=seconds)
    message = f"{words} It is tried again at {timezone.localtime(until):%H:%M on %-d %b}."
    Intake.objects.filter(pk=row.pk).update(state="waiting", message=message, not_before=until, claimed_at=timezone.now(), timings=row.timings)


def put_away(row: Intake) -> bool:
    """Takes a failure off the desk's list; False when it is no failure any more. The row stays."""
    return bool(Intake.objects.filter(pk=row.pk, state="failed").update(state="dismissed", body=None))


def keep(row: Intake, body: bytes, address: str, content_type: str, charset: str | None) -> None:
    """Stores what was fetched, and lets the row wait for its reading."""
    watch.end(row, outcome="fetched")
    Intake.objects.filter(pk=row.pk).update(
        body=body,
        address=address[:2000],
        content_type=content_type[:100],
        charset=(charset or "")[:40],
        state="waiting",
        step="extract",
        message="",
        attempts=0,
        not_before=None,
        timings=row.timings,
    )
