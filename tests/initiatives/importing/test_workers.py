"""Real workers on a real broker: killed while a file is checked or stored, it is done once more, and once only."""

import os
import signal

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from initiatives import publish, tasks
from initiatives.importing import upload, work
from initiatives.models import Article, BulkImport, Edition, FundingEntry, Initiative
from tests.initiatives.importing.conftest import FOR_ALL_ROWS
from tests.initiatives.ingest.run.test_workers import a_worker, until

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ROWS = 4_000


def the_hub() -> None:
    with publish.editing(None, "Set up") as session:
        session.save(Article(url="https://news.example/hub", title="A hub"))
        row = Initiative(slug="hub", name="Hub", countries=["FRA"], kind="compute", status="announced", announced="2026", summary="A hub.")
        session.save(row)


def a_large_file() -> BulkImport:
    lines = [f"hub,{1000 + number},EUR,2026-04,Ministry {number}" for number in range(ROWS)]
    content = "\n".join(["initiative,amount,currency,announced_on,funders", *lines]).encode()
    row = upload.take("funding", "large.csv", content, User.objects.create_user("ada"))
    assert upload.ask_for_check(row, row.mapping, {**row.reading, "defaults": FOR_ALL_ROWS}, row.version)
    return row


def state_of(row: BulkImport) -> str:
    return BulkImport.objects.values_list("state", flat=True).get(pk=row.pk)


def test_a_worker_killed_while_it_checks_and_while_it_stores_loses_and_doubles_nothing(live_environment: dict[str, str]) -> None:
    the_hub()
    row = a_large_file()
    with a_worker(live_environment) as first:
        tasks.work_on_import.delay(row.pk)
        until(lambda: state_of(row) == "checking", "the worker began to check")
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    assert not FundingEntry.objects.exists()

    quiet(row)
    with a_worker(live_environment) as second:
        tasks.ring_for_imports.delay()
        until(lambda: state_of(row) == "checked", "the second worker checked it")
        row.refresh_from_db()
        assert upload.ask_for_storing(row, row.version)
        tasks.work_on_import.delay(row.pk)
        until(lambda: BulkImport.objects.filter(pk=row.pk, state="storing", rows_done__gt=0).exists() or state_of(row) == "done", "it began to store")
        os.killpg(second.pid, signal.SIGKILL)
        second.wait()
    assert FundingEntry.objects.count() in (0, ROWS)

    quiet(row)
    with a_worker(live_environment):
        tasks.ring_for_imports.delay()
        until(lambda: state_of(row) == "done", "the third worker stored it")
    tasks.work_on_import.apply((row.pk,))
    assert FundingEntry.objects.count() == ROWS
    assert FundingEntry.history.count() == ROWS
    assert Edition.objects.current_number() == 2


def quiet(row: BulkImport) -> None:
    """As if nobody had touched it for longer than a sweep waits."""
    BulkImport.objects.filter(pk=row.pk).update(claimed_at=timezone.now() - 2 * work.RING_AGAIN_AFTER)
