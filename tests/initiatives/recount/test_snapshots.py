"""The record as of earlier days, and in other currencies."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db.models import Sum

from initiatives.exchange.load import load
from initiatives.ledger.count import as_of, count
from initiatives.ledger.series import load_rates
from initiatives.models import Conversion, FundingCount, Snapshot
from initiatives.recount import conversions_into, recount_families, snapshot_as_of, snapshots
from initiatives.recount.recorded import all_recorded
from tests.initiatives.exchange.files import entry, initiative, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def restated(tmp_path: Path) -> None:
    """A million of March that only in May turned out to lie in five millions of May."""
    part = entry("fjord-computer#1", relation="part-of", related_to="fjord-computer#2")
    whole = entry("fjord-computer#2", amount=5_000_000, announced_on="2025-05-01")
    load(write(tmp_path, initiative(funding=[part, whole])))


def test_entries_and_links_that_came_later_do_not_exist(restated: None) -> None:
    snapshot = snapshot_as_of(date(2025, 4, 30))
    (row,) = FundingCount.objects.filter(snapshot=snapshot).select_related("entry")
    assert (row.entry.key, row.net, row.reason) == ("fjord-computer#1", Decimal(1_000_000), "counted")
    assert row.envelope is None


def test_no_day_and_days_after_the_newest_entry_are_the_current_count(restated: None) -> None:
    current = Snapshot.objects.get(day=None)
    assert snapshot_as_of(None) == snapshot_as_of(date(2025, 5, 1)) == current


def test_a_day_before_everything_counts_nothing(restated: None) -> None:
    assert not FundingCount.objects.filter(snapshot=snapshot_as_of(date(2001, 1, 1))).exists()


def test_the_same_day_is_counted_once_until_the_record_changes(restated: None) -> None:
    day = date(2025, 4, 30)
    first = snapshot_as_of(day)
    assert snapshot_as_of(day) == first
    recount_families(["fjord-computer#1"])
    assert not Snapshot.objects.filter(pk=first.pk).exists()
    assert FundingCount.objects.filter(snapshot=snapshot_as_of(day)).count() == 1


def test_only_some_earlier_days_are_kept(restated: None) -> None:
    days = [date(2025, 3, number) for number in range(1, snapshots.SNAPSHOTS_KEPT + 4)]
    for day in days:
        snapshot_as_of(day)
    kept = Snapshot.objects.exclude(day=None)
    assert kept.count() == snapshots.SNAPSHOTS_KEPT
    assert set(days[-3:]) <= set(kept.values_list("day", flat=True))


def test_a_day_of_the_curated_record_counts_what_the_ledger_says(curated: Path) -> None:
    day = date(2025, 6, 30)
    snapshot = snapshot_as_of(day)
    counted = count(as_of(all_recorded().entries, day), load_rates())
    assert dict(snapshot.counts.values_list("entry__key", "net")) == {key: found.net for key, found in counted.items()}


def test_every_entry_of_a_snapshot_has_its_rate_into_the_display_currency(curated: Path) -> None:
    snapshot = snapshot_as_of(None)
    conversions_into("JPY", snapshot)
    rates = load_rates()
    pairs = set(FundingCount.objects.filter(snapshot=snapshot).values_list("currency", "announced_on"))
    stored = {(row.currency, row.announced_on): row for row in Conversion.objects.filter(snapshot=snapshot, display="JPY")}
    assert stored.keys() == pairs
    for (currency, announced_on), row in stored.items():
        rate = rates.rate(currency, "JPY", announced_on)
        assert rate is not None
        assert row.rate is not None
        assert abs(row.rate / rate.value - 1) < 1e-12
        assert (row.rate_day, row.rate_provider, row.rate_mark) == (rate.day, rate.provider, rate.mark)


def test_the_dollar_needs_no_conversions(restated: None) -> None:
    conversions_into("USD", snapshot_as_of(None))
    assert not Conversion.objects.exists()


def test_a_publication_forgets_the_conversions(restated: None) -> None:
    conversions_into("EUR", snapshot_as_of(None))
    recount_families(["fjord-computer#1"])
    assert not Conversion.objects.exists()
    assert FundingCount.objects.aggregate(total=Sum("net"))["total"] == 5_000_000
