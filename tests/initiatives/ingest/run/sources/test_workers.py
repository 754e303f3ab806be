"""Several workers and one source: nothing is asked twice or doubled, and what a dead worker left is done by the next one."""

import os
import signal
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from initiatives import tasks
from initiatives.ingest import run
from initiatives.models import Intake, Source, SourceItem, SourceVisit
from tests.initiatives.ingest.hostile_server import HostileServer, Request
from tests.initiatives.ingest.run.sources.conftest import feed_of
from tests.initiatives.ingest.run.test_workers import a_worker, until

pytestmark = pytest.mark.django_db(transaction=True)


def in_a_worker(source_id: int) -> run.Visited:
    """A visit on a database session of its own, as in another process."""
    try:
        return run.visit_source(source_id)
    finally:
        connection.close()


def held_back(server: HostileServer, path: str, body: str, go_on: threading.Event) -> None:
    """The path answers when it is told to."""

    def behave(opened: socket.socket, request: Request) -> None:
        go_on.wait(60)
        opened.sendall(
            f"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode()
        )

    server.behaves(path, behave)


def test_a_source_rung_for_twice_is_visited_by_one_worker(a_hostile_server: HostileServer) -> None:
    go_on = threading.Event()
    held_back(a_hostile_server, "/feed", feed_of(range(3), a_hostile_server), go_on)
    source = run.add_source(a_hostile_server.address("/feed"))
    with ThreadPoolExecutor(max_workers=2) as workers:
        first = workers.submit(in_a_worker, source.pk)
        until(lambda: "/feed" in a_hostile_server.paths(), "the first worker asked")
        assert workers.submit(in_a_worker, source.pk).result() == run.Visited()
        go_on.set()
        assert len(first.result().to_fetch) == 3
    assert in_a_worker(source.pk) == run.Visited()
    assert a_hostile_server.paths().count("/feed") == 1
    assert (Intake.objects.count(), SourceItem.objects.count(), SourceVisit.objects.count()) == (3, 3, 1)


def test_two_sources_that_show_the_same_at_once_make_one_intake_each_address(a_hostile_server: HostileServer) -> None:
    go_on = threading.Event()
    for path in ("/one", "/two"):
        held_back(a_hostile_server, path, feed_of(range(20), a_hostile_server, guid=path.strip("/")), go_on)
    one = run.add_source(a_hostile_server.address("/one"))
    two = run.add_source(a_hostile_server.address("/two").replace("127.0.0.1", "localhost"))
    with ThreadPoolExecutor(max_workers=2) as workers:
        visits = [workers.submit(in_a_worker, source.pk) for source in (one, two)]
        until(lambda: {"/one", "/two"} <= set(a_hostile_server.paths()), "both workers asked")
        go_on.set()
        assert sum(len(visit.result().to_fetch) for visit in visits) == 20
    assert (Intake.objects.count(), SourceItem.objects.count()) == (20, 40)


@pytest.mark.slow
def test_a_worker_killed_in_mid_visit_costs_neither_an_item_nor_a_second_one(
    live_environment: dict[str, str], a_hostile_server: HostileServer
) -> None:
    go_on, environment = threading.Event(), {**live_environment, "FETCH_ALLOW_LOOPBACK": "1"}
    held_back(a_hostile_server, "/feed", feed_of(range(3), a_hostile_server), go_on)
    source = run.add_source(a_hostile_server.address("/feed"))
    with a_worker(environment) as first:
        tasks.visit_source.delay(source.pk)
        until(lambda: "/feed" in a_hostile_server.paths(), "the worker asked")
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    go_on.set()
    assert not SourceItem.objects.exists()

    Source.objects.filter(pk=source.pk).update(next_visit_at=timezone.now())
    with a_worker(environment):
        tasks.ring_due_sources.delay()
        until(lambda: SourceVisit.objects.filter(source=source, outcome="new").exists(), "the second worker concluded")
    assert run.visit_source(source.pk) == run.Visited()
    assert (Intake.objects.count(), SourceItem.objects.count(), SourceVisit.objects.count()) == (3, 3, 1)
