"""Counts the families anew that a change touched, in the transaction of that change."""

from collections.abc import Collection

from django.db import connection

from initiatives.ledger.series import load_rates
from initiatives.models import Edition, FundingCount, FundingEntry, Snapshot
from initiatives.recount.conflicts import write_families
from initiatives.recount.counts import write_counts
from initiatives.recount.recorded import connected, recorded


def recount_families(keys: Collection[str]) -> None:
    """Counts every family anew that one of these entries is in, or was in when it was last counted; keys of removed entries are welcome.

    Call under `Edition.objects.lock()`, after the change and after its edition was made. Counts of earlier days are forgotten."""
    snapshot = current_snapshot()
    found = dict(FundingEntry.objects.filter(key__in=keys).values_list("key", "pk"))
    families = _counted_families(snapshot, set(found.values()), with_removed=len(found) < len(set(keys)))
    members = FundingCount.objects.filter(snapshot=snapshot, family__in=families).values_list("entry_id", flat=True)
    touched = connected({*found.values(), *members})
    FundingCount.objects.filter(snapshot=snapshot, family__in=families)._raw_delete("default")
    FundingCount.objects.filter(snapshot=snapshot, entry__in=touched)._raw_delete("default")
    now = recorded(touched)
    rates = load_rates()
    counted = write_counts(snapshot, now, now.entries, rates)
    write_families(snapshot, now, counted, rates, families, keys)


def current_snapshot() -> Snapshot:
    """The count as of today, marked with the newest edition; counts of earlier days, which belong to older editions, are dropped."""
    number = Edition.objects.current_number()
    snapshot, _ = Snapshot.objects.get_or_create(day=None, defaults={"edition": number})
    if snapshot.edition != number:
        snapshot.edition = number
        snapshot.save(update_fields=["edition"])
    Snapshot.objects.exclude(day=None).delete()
    snapshot.conversions.all().delete()
    return snapshot


def _counted_families(snapshot: Snapshot, entries: Collection[int], with_removed: bool) -> list[str]:
    """The families in which these entries were last counted, and those of entries that exist no more."""
    families = set(FundingCount.objects.filter(snapshot=snapshot, entry__in=entries).values_list("family", flat=True))
    if with_removed:
        counts, stored = FundingCount._meta.db_table, FundingEntry._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT DISTINCT family FROM {counts} c WHERE snapshot_id = %s AND NOT EXISTS (SELECT 1 FROM {stored} e WHERE e.id = c.entry_id)",
                [snapshot.pk],
            )
            families |= {family for (family,) in cursor.fetchall()}
    return sorted(families)
