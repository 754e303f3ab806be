"""Drops and rebuilds everything derived, and says what moved."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection, transaction

from initiatives import archive
from initiatives.ledger.series import load_rates
from initiatives.models import Edition, FundingEntry, Snapshot
from initiatives.recount.conflicts import write_all
from initiatives.recount.counts import TABLE, write_counts
from initiatives.recount.families import current_snapshot
from initiatives.recount.recorded import all_recorded
from initiatives.recount.search import recount_search

COUNTED_ANEW = f"CREATE TEMPORARY TABLE counted_anew (LIKE {TABLE}) ON COMMIT DROP"
MOVED = f"""
SELECT entry.key, before.net, after.net, before.usd_net, after.usd_net
FROM (SELECT * FROM {TABLE} WHERE snapshot_id = %s) before FULL JOIN counted_anew after ON after.id = before.id
JOIN {FundingEntry._meta.db_table} entry ON entry.id = coalesce(after.entry_id, before.entry_id)
WHERE (before.net, before.reason, before.rate_day, before.usd_net) IS DISTINCT FROM (after.net, after.reason, after.rate_day, after.usd_net)
ORDER BY entry.key
"""
DROP_WHAT_DIFFERS = f"""
DELETE FROM {TABLE} before
WHERE snapshot_id = %s
AND NOT EXISTS (SELECT 1 FROM counted_anew after WHERE after.id = before.id AND ROW(after.*) IS NOT DISTINCT FROM ROW(before.*))
"""
PUT_IN_WHAT_IS_ABSENT = (
    f"INSERT INTO {TABLE} SELECT * FROM counted_anew after WHERE NOT EXISTS (SELECT 1 FROM {TABLE} before WHERE before.id = after.id)"
)
SEARCH_INDEXES = ("initiative_search", "organization_search", "comment_search", "known_name_words", "known_name_pieces")


@dataclass(frozen=True, slots=True)
class Moved:
    """One entry whose count or dollars differ from before; None where it was or is not counted at all."""

    key: str
    net_before: Decimal | None
    net_after: Decimal | None
    usd_before: Decimal | None
    usd_after: Decimal | None


@transaction.atomic
def recount_all() -> list[Moved]:
    """Everything derived is rebuilt from the recorded side; the same record and rates give the same bytes. Answers with what moved, by key.

    Where something moved the record has a new edition."""
    Edition.objects.lock_patiently()
    moved = rebuild()
    if moved and Edition.objects.current_number():
        edition = Edition.objects.next(f"Recounted; entries that moved: {len(moved)}")
        current_snapshot()
        archive.keep(edition.number)
    return moved


def rebuild() -> list[Moved]:
    """The same without the lock and the edition, for a caller that has both. Rows that are right already are not written again."""
    snapshot = current_snapshot()
    with without_collecting():
        moved = _rebuild_counts(snapshot)
        recount_search()
    _merge_pending_searches()
    return moved


def _merge_pending_searches() -> None:
    """Puts what was written in bulk into the search indexes now; else each search reads it row by row until the next vacuum."""
    with connection.cursor() as cursor:
        for index in SEARCH_INDEXES:
            cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [index])


def _rebuild_counts(snapshot: Snapshot) -> list[Moved]:
    everything, rates = all_recorded(), load_rates()
    with connection.cursor() as cursor:
        cursor.execute(COUNTED_ANEW)
        counted = write_counts(snapshot, everything, everything.entries, rates, "counted_anew")
        cursor.execute(MOVED, [snapshot.pk])
        moved = [Moved(*row) for row in cursor.fetchall()]
        cursor.execute(DROP_WHAT_DIFFERS, [snapshot.pk])
        cursor.execute(PUT_IN_WHAT_IS_ABSENT)
        cursor.execute("DROP TABLE counted_anew")
        cursor.execute(f"ANALYZE {TABLE}")
    write_all(snapshot, everything, counted, rates)
    return moved


@contextmanager
def without_collecting() -> Iterator[None]:
    """No search for circular garbage inside: millions of values are made, none in circles, and looking for them takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
