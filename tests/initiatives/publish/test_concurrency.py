"""Two people at once, on real connections."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction

from initiatives.exchange.load import load
from initiatives.models import Conversion, Edition, FundingCount, FundingEntry, Snapshot
from initiatives.publication import PublicationRefused
from initiatives.publish import editing, publish
from initiatives.recount import conversions_into, recount_all, snapshot_as_of
from tests.at_once import at_once
from tests.initiatives.exchange.files import entry, initiative, write
from tests.initiatives.publish.publications import ARTICLE, entry_to_publish, publication

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def record(tmp_path: Path, transactional_db: None) -> None:
    """One initiative with two entries."""
    load(write(tmp_path, initiative(funding=[entry("fjord-computer#1"), entry("fjord-computer#2", announced_on="2025-06-01")])))


def publishing(number: int) -> Callable[[], object]:
    article = replace(ARTICLE, url=f"https://news.example/{number}")
    part = entry_to_publish(relation="part-of", amount=Decimal(10_000 * (number + 1)))
    return lambda: publish(publication(article=article, entries=(part,), participations=(), quantities=()), None, f"Publication {number}")


def test_publications_of_one_family_follow_one_another(record: None) -> None:
    assert at_once(*(publishing(number) for number in range(4))) == []
    assert Edition.objects.current_number() == 5
    assert FundingEntry.objects.filter(relation="part-of").count() == 4
    assert FundingCount.objects.get(entry__key="fjord-computer#1").net == 1_000_000 - 100_000
    assert recount_all() == []


def test_of_two_edits_that_would_close_a_circle_one_is_refused(record: None) -> None:
    def points_at(key: str, target: str) -> Callable[[], object]:
        def work() -> None:
            with editing(None, f"{key} lies in {target}") as session:
                row = FundingEntry.objects.get(key=key)
                row.relation, row.related_to = "part-of", FundingEntry.objects.get(key=target)
                session.save(row)

        return work

    raised = at_once(points_at("fjord-computer#1", "fjord-computer#2"), points_at("fjord-computer#2", "fjord-computer#1"))
    assert [type(error) for error in raised] == [PublicationRefused]
    assert FundingEntry.objects.filter(relation="part-of").count() == 1
    assert recount_all() == []


def test_an_earlier_day_is_counted_once_however_many_ask(record: None) -> None:
    day = date(2025, 4, 1)
    assert at_once(*(lambda: snapshot_as_of(day) for _ in range(4))) == []
    assert Snapshot.objects.filter(day=day).count() == 1
    assert FundingCount.objects.filter(snapshot__day=day).count() == 1


def test_rates_into_a_currency_are_stored_once_however_many_ask(record: None) -> None:
    current = Snapshot.objects.get(day=None)
    assert at_once(*(lambda: conversions_into("JPY", current) for _ in range(4))) == []
    assert Conversion.objects.filter(display="JPY").count() == 2


def test_a_day_that_is_asked_for_while_somebody_publishes_is_of_the_new_edition(record: None) -> None:
    published = threading.Event()

    def publish_slowly() -> None:
        with transaction.atomic():
            publishing(0)()
            published.set()
            threading.Event().wait(0.5)

    def ask() -> None:
        published.wait(20)
        snapshot_as_of(date(2025, 4, 15))

    assert at_once(publish_slowly, ask) == []
    snapshot = Snapshot.objects.get(day=date(2025, 4, 15))
    assert snapshot.edition == Edition.objects.current_number() == 2
    assert FundingCount.objects.filter(snapshot=snapshot).count() == 2


def test_a_publication_that_fails_halfway_leaves_nothing(record: None) -> None:
    def break_off() -> None:
        with editing(None, "Broken off") as session:
            row = FundingEntry.objects.get(key="fjord-computer#1")
            row.note = "Half done."
            session.save(row)
            raise InterruptedError

    before = FundingEntry.objects.count()
    assert [type(error) for error in at_once(break_off)] == [InterruptedError]
    assert FundingEntry.objects.get(key="fjord-computer#1").note is None
    assert (FundingEntry.objects.count(), Edition.objects.current_number()) == (before, 1)
