"""Rebuilding everything derived."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection

from initiatives.ledger.count import count
from initiatives.ledger.series import load_rates
from initiatives.models import Comment, Edition, FundingCount, FundingEntry, Initiative, Organization
from initiatives.recount import recount_all
from initiatives.recount.recorded import all_recorded

pytestmark = pytest.mark.django_db


def derived() -> list[tuple[object, ...]]:
    """Every derived byte: the counts, and the columns that search reads."""
    found: list[tuple[object, ...]] = []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT c::text FROM {FundingCount._meta.db_table} c ORDER BY id")
        found += cursor.fetchall()
        for model in (Initiative, Organization, Comment):
            cursor.execute(f"SELECT id, search_name, search_body, search_vector::text FROM {model._meta.db_table} ORDER BY id")
            found += cursor.fetchall()
    return found


def test_recounting_gives_the_same_bytes_and_no_edition(curated: Path) -> None:
    before, edition = derived(), Edition.objects.current_number()
    assert recount_all() == []
    assert derived() == before
    assert Edition.objects.current_number() == edition


def test_whatever_was_lost_or_spoilt_comes_back_as_the_same_bytes(curated: Path) -> None:
    before = derived()
    some = list(FundingCount.objects.filter(usd_net__gt=0).order_by("pk").values_list("pk", flat=True)[:40])
    FundingCount.objects.filter(pk__in=some[:20]).delete()
    FundingCount.objects.filter(pk__in=some).update(net=1, usd_net=1)
    Initiative.objects.update(search_body="spoilt")
    Comment.objects.update(search_name="")
    moved = recount_all()
    assert derived() == before
    assert len(moved) == 40


def test_recounting_says_what_moved_and_makes_an_edition(curated: Path) -> None:
    right = FundingCount.objects.filter(usd_net__gt=0).select_related("entry")[0]
    FundingCount.objects.filter(pk=right.pk).update(net=7, usd_net=3)
    edition = Edition.objects.current_number()
    (moved,) = recount_all()
    assert (moved.key, moved.net_before, moved.net_after) == (right.entry.key, Decimal(7), right.net)
    assert (moved.usd_before, moved.usd_after) == (Decimal(3), right.usd_net)
    assert Edition.objects.current_number() == edition + 1
    assert right.snapshot.__class__.objects.get(day=None).edition == edition + 1


def test_every_entry_counts_what_the_ledger_says(curated: Path) -> None:
    counted = count(all_recorded().entries, load_rates())
    stored = {row.entry.key: row for row in FundingCount.objects.select_related("entry", "root", "envelope")}
    assert stored.keys() == counted.keys() == set(FundingEntry.objects.values_list("key", flat=True))
    for key, row in stored.items():
        found = counted[key]
        assert (row.net, row.gross, row.held, row.live) == (found.net, found.gross, found.held, found.live)
        assert (row.reason, row.family, row.root.key, row.country) == (found.reason.value, found.family, found.root, found.country)
        assert (row.envelope.key if row.envelope else None) == found.envelope


def test_the_totals_of_the_curated_record_are_those_of_the_method(curated: Path) -> None:
    announced = FundingCount.objects.exclude(stage="pledged")
    by_scope = {scope: sum(row.usd_net or 0 for row in announced.filter(scope=scope)) for scope in ("ai", "chips", "wider")}
    assert {scope: round(total / 10**9) for scope, total in by_scope.items()} == {"ai": 314, "chips": 179, "wider": 152}
    published = sum(row.usd_published or 0 for row in FundingCount.objects.all())
    assert round(published / 10**12, 1) == Decimal("5.4")
