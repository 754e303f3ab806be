"""Counting anew only what a change touched."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.exchange.load import load
from initiatives.models import FundingCount, FundingEntry, Snapshot
from initiatives.recount import recount_all, recount_families
from tests.initiatives.exchange.files import entry, initiative, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_families(tmp_path: Path) -> None:
    part = entry("one#2", relation="part-of", related_to="one#1", amount=400_000)
    load(write(tmp_path, initiative("one", funding=[entry("one#1"), part]), initiative("two", funding=[entry("two#1")])))


def nets() -> dict[str, int]:
    return {key: int(net) for key, net in FundingCount.objects.filter(snapshot__day=None).values_list("entry__key", "net")}


def test_only_the_family_that_was_touched_is_written(two_families: None) -> None:
    FundingEntry.objects.filter(key="one#2").update(amount=100_000)
    FundingCount.objects.filter(entry__key="two#1").update(net=5)
    recount_families(["one#2"])
    assert nets() == {"one#1": 900_000, "one#2": 100_000, "two#1": 5}


def test_an_entry_that_leaves_its_family_leaves_none_of_its_count_behind(two_families: None) -> None:
    FundingEntry.objects.filter(key="one#2").update(relation="new", related_to=None)
    recount_families(["one#2"])
    assert nets() == {"one#1": 1_000_000, "one#2": 400_000, "two#1": 1_000_000}
    assert FundingCount.objects.get(entry__key="one#2").family == "one#2"


def test_an_entry_that_joins_a_family_is_counted_within_it(two_families: None) -> None:
    FundingEntry.objects.filter(key="two#1").update(relation="restates", related_to=FundingEntry.objects.get(key="one#2"))
    recount_families(["two#1"])
    assert nets() == {"one#1": 600_000, "one#2": 400_000, "two#1": 0}
    assert set(FundingCount.objects.values_list("family", flat=True)) == {"one#1"}


def test_a_recount_of_everything_afterwards_moves_nothing(two_families: None) -> None:
    FundingEntry.objects.filter(key="one#2").update(amount=100_000)
    recount_families(["one#2"])
    assert recount_all() == []


def test_counts_of_earlier_days_are_forgotten(two_families: None) -> None:
    Snapshot.objects.create(day="2025-01-01", edition=1)
    recount_families(["one#1"])
    assert list(Snapshot.objects.values_list("day", flat=True)) == [None]


def test_the_number_of_questions_does_not_grow_with_the_record(curated: Path) -> None:
    with CaptureQueriesContext(connection) as asked:
        recount_families(["japan-domestic-foundation-model#1"])
    assert len(asked) <= 20
