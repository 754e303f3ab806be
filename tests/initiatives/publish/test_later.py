"""Editions that a worker takes back: once only, whatever is rung how often and whoever dies."""

from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone

from initiatives.models import Edition, FundingEntry, TakingBack
from initiatives.models.taking_back import MOST_RINGS
from initiatives.publish import editing, later
from tests.at_once import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("fjord")]


def doubled() -> TakingBack:
    """An edition that doubled a sum, to be taken back."""
    row = FundingEntry.objects.get(key="fjord-computer#1")
    row.amount = Decimal(2_000_000)
    with editing(None, "Doubled") as session:
        session.save(row)
    return later.ask_for(Edition.objects.get(number=Edition.objects.current_number()), None, "A slip")


def quiet() -> None:
    """As if all had been rung for longer ago than a sweep waits."""
    TakingBack.objects.update(rung_at=timezone.now() - 2 * later.RING_AGAIN_AFTER)


def test_two_workers_at_once_take_an_edition_back_once() -> None:
    asked, before = doubled(), Edition.objects.current_number()
    assert at_once(*[lambda: later.carry_out(asked.pk)] * 2) == []
    asked.refresh_from_db()
    assert asked.made is not None
    assert (asked.made.number, Edition.objects.current_number()) == (before + 1, before + 1)


def test_a_worker_that_dies_leaves_it_open_and_a_sweep_rings_again() -> None:
    asked = doubled()
    with transaction.atomic():
        assert later.carry_out(asked.pk)
        transaction.set_rollback(True)
    assert later.ring_again() == []
    quiet()
    assert later.ring_again() == [asked.pk]
    assert later.ring_again() == []
    assert later.carry_out(asked.pk)
    assert FundingEntry.objects.get(key="fjord-computer#1").amount == 1_000_000


def test_one_that_stops_its_worker_each_time_ends_in_words() -> None:
    asked = doubled()
    for _ in range(MOST_RINGS):
        quiet()
        later.ring_again()
    asked.refresh_from_db()
    assert asked.finished_at is not None
    assert "nothing was changed" in asked.message
    assert FundingEntry.objects.get(key="fjord-computer#1").amount == 2_000_000


def test_one_at_work_is_left_alone_by_the_sweep() -> None:
    asked, found = doubled(), list[int]()
    quiet()
    with transaction.atomic():
        TakingBack.objects.select_for_update().get(pk=asked.pk)
        assert at_once(lambda: found.extend(later.ring_again())) == []
    assert found == []
