"""Drops and rebuilds everything derived, and says what moved."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import connection, transaction

from initiatives.ledger.series import load_rates
from initiatives.models import Edition, FundingCount
from initiatives.recount.counts import write_counts
from initiatives.recount.families import current_snapshot
from initiatives.recount.recorded import all_recorded
from initiatives.recount.search import recount_search

Line = tuple[Decimal | None, str, str | None, Decimal | None]  # net, reason, day of the rate, dollars
NOT_COUNTED: Line = (None, "", None, None)


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
    before = _lines()
    rebuild()
    moved = _moved(before, _lines())
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


def _lines() -> dict[str, Line]:
    rows = FundingCount.objects.filter(snapshot__day=None).values_list("entry__key", "net", "reason", "rate_day", "usd_net")
    return {key: (net, reason, rate_day, usd) for key, net, reason, rate_day, usd in rows.iterator(10_000)}


def _moved(before: dict[str, Line], after: dict[str, Line]) -> list[Moved]:
    changed = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    return [_one_moved(key, before.get(key, NOT_COUNTED), after.get(key, NOT_COUNTED)) for key in changed]


def _one_moved(key: str, before: Line, after: Line) -> Moved:
    return Moved(key, before[0], after[0], before[3], after[3])


def _refresh_statistics() -> None:
    """So that the first questions after a large change are planned with the new sizes."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")

