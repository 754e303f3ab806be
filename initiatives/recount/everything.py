"""Drops and rebuilds everything derived, and says what moved."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import connection, transaction

from initiatives.ledger.series import load_rates
from initiatives.models import Edition, FundingCount, Snapshot
from initiatives.recount.counts import write_counts
from initiatives.recount.families import current_snapshot
from initiatives.recount.recorded import all_recorded
from initiatives.recount.search import recount_search

Line = tuple[Decimal, str, str | None, Decimal | None]


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

    Where something moved the record has a new edition, unless the caller's transaction made one already."""
    Edition.objects.lock()
    before = _lines(None)
    rebuild()
    moved = _moved(before, _lines(None))
    if moved and before:
        Edition.objects.next(f"Recounted: {len(moved)} entries moved")
        current_snapshot()
    return moved


def rebuild() -> None:
    """The same without the comparison, for a caller that holds the lock."""
    snapshot = current_snapshot()
    FundingCount.objects.filter(snapshot=snapshot)._raw_delete("default")
    everything = all_recorded()
    write_counts(snapshot, everything, everything.entries, load_rates())
    recount_search()
    _refresh_statistics()


def _lines(snapshot_day: None) -> dict[str, Line]:
    rows = FundingCount.objects.filter(snapshot__day=snapshot_day).values_list("entry__key", "net", "reason", "rate_day", "usd_net")
    return {key: (net, reason, rate_day, usd) for key, net, reason, rate_day, usd in rows.iterator(10_000)}


def _moved(before: dict[str, Line], after: dict[str, Line]) -> list[Moved]:
    changed = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    return [Moved(key, *(line[at] if line else None for at in (0, 3) for line in (before.get(key), after.get(key)))) for key in changed]


def _refresh_statistics() -> None:
    """So that the first questions after a large change are planned with the new sizes."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


__all__ = ["Moved", "Snapshot", "rebuild", "recount_all"]
