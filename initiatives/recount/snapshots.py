"""Makes what readers ask for on demand: the record counted as of an earlier day, and rates into another display currency.

Both are derived, belong to one edition, and are made once however many readers ask at the same time."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import connection, transaction
from django.utils import timezone

from initiatives.ledger.count import as_of
from initiatives.ledger.rates import Rates
from initiatives.ledger.series import load_rates
from initiatives.models import Conversion, Edition, FundingCount, Snapshot
from initiatives.models.writing import copy_lines, line_of
from initiatives.recount.counts import DOLLAR, write_counts
from initiatives.recount.families import current_snapshot
from initiatives.recount.recorded import all_recorded

SNAPSHOTS_KEPT = 12  # of earlier days; the least recently used one gives way
USE_IS_NOTED_EVERY = timedelta(minutes=10)
CONVERSION_COLUMNS = ("snapshot_id", "currency", "announced_on", "display", "rate", "rate_day", "rate_provider", "rate_mark")


@transaction.atomic
def snapshot_as_of(day: date | None) -> Snapshot:
    """The record counted as of the end of a day, made when nobody asked before; None and days after the newest entry give the current count.

    Waits for a publication in progress. Call it before, not within, a read-only transaction."""
    snapshot = _made(day)
    if snapshot is None:
        Edition.objects.lock_shared()
        _alone(f"snapshot {day}")
        snapshot = _made(day) or _make(day)
    if snapshot.day is not None and snapshot.used_at < timezone.now() - USE_IS_NOTED_EVERY:
        snapshot.save(update_fields=["used_at"])
    return snapshot


@transaction.atomic
def conversions_into(currency: str, snapshot: Snapshot) -> None:
    """Rates from every entry's currency and day to `currency` are stored for this snapshot afterwards; the dollar needs none."""
    if currency == DOLLAR or _are_made(currency, snapshot):
        return
    Edition.objects.lock_shared()
    _alone(f"conversions {currency} {snapshot.pk}")
    if not _are_made(currency, snapshot):
        found = list(_conversions(currency, snapshot, load_rates()))
        copy_lines(f"{Conversion._meta.db_table} ({', '.join(CONVERSION_COLUMNS)})", map(line_of, found))


def _made(day: date | None) -> Snapshot | None:
    if day is None or not FundingCount.objects.filter(snapshot__day=None, announced_first__gt=day).exists():
        return Snapshot.objects.filter(day=None).first()
    return Snapshot.objects.filter(day=day, edition=Edition.objects.current_number()).first()


def _make(day: date | None) -> Snapshot:
    """Under the locks. Entries and links that came later do not exist."""
    if day is None:
        return current_snapshot()
    Snapshot.objects.filter(day=day).delete()
    snapshot = Snapshot.objects.create(day=day, edition=Edition.objects.current_number())
    recorded = all_recorded()
    write_counts(snapshot, recorded, as_of(recorded.entries, day), load_rates())
    surplus = Snapshot.objects.exclude(day=None).order_by("-used_at", "-pk").values_list("pk", flat=True)[SNAPSHOTS_KEPT:]
    Snapshot.objects.filter(pk__in=list(surplus)).delete()
    return snapshot


def _are_made(currency: str, snapshot: Snapshot) -> bool:
    return Conversion.objects.filter(snapshot=snapshot, display=currency).exists()


def _conversions(display: str, snapshot: Snapshot, rates: Rates) -> Iterator[tuple[object, ...]]:
    asked = FundingCount.objects.filter(snapshot=snapshot).order_by("currency", "announced_on").values_list("currency", "announced_on").distinct()
    for currency, announced_on in asked:
        rate = rates.rate(currency, display, announced_on)
        found = (rate.value, rate.day, rate.provider, rate.mark) if rate else (None, None, None, None)
        yield (snapshot.pk, currency, announced_on, display, *found)


def _alone(what: str) -> None:
    """Waits until no other transaction makes the same thing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [what])
