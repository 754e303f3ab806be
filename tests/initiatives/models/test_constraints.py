"""What the database itself refuses, whoever writes."""

from pathlib import Path
from typing import Any

import pytest
from django.db import DataError, IntegrityError, transaction
from django.db.models import Model

from initiatives.exchange.load import load
from initiatives.models import Comment, Funder, FundingEntry, Initiative, Participation, Point, Quantity, Snapshot
from tests.initiatives.exchange.files import initiative, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> None:
    load(write(tmp_path, initiative()))


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (FundingEntry, {"amount": 0}),
        (FundingEntry, {"amount": -1}),
        (FundingEntry, {"amount_low": 2_000_000}),
        (FundingEntry, {"amount_high": 10}),
        (FundingEntry, {"amount": None, "amount_low": 10, "amount_high": 5}),
        (FundingEntry, {"relation": "restates"}),
        (FundingEntry, {"stage": "comitted"}),
        (FundingEntry, {"origin": "state"}),
        (FundingEntry, {"scope": "all"}),
        (FundingEntry, {"tier": 5}),
        (FundingEntry, {"currency": "kr."}),
        (FundingEntry, {"period": "2026"}),
        (Initiative, {"countries": []}),
        (Initiative, {"kind": "computer"}),
        (Funder, {"share": 0}),
        (Funder, {"described": "and words"}),
        (Participation, {"organization": None}),
        (Participation, {"status": "maybe"}),
        (Point, {"kind": "model"}),
        (Quantity, {"value": 0}),
        (Quantity, {"relation": "part-of"}),
        (Comment, {"stance": "warm"}),
    ],
)
def test_an_impossible_value_is_refused(model: type[Model], values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        model._default_manager.update(**values)


@pytest.mark.parametrize("day", ["2025-13", "2025-02-30", "soon"])
def test_a_day_that_does_not_exist_is_refused(day: str) -> None:
    with pytest.raises(DataError), transaction.atomic():
        FundingEntry.objects.update(announced_on=day)


@pytest.mark.parametrize(
    ("day", "first", "last"), [("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"), ("2024-02-03",) * 3]
)
def test_the_days_that_a_partial_date_covers_are_computed(day: str, first: str, last: str) -> None:
    FundingEntry.objects.update(announced_on=day)
    entry = FundingEntry.objects.get()
    assert (str(entry.announced_first), str(entry.announced_last)) == (first, last)


def test_the_same_organization_takes_a_role_once() -> None:
    row = Participation.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_there_is_one_current_snapshot() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Snapshot.objects.create(day=None, edition=1)
