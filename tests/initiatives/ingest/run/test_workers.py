"""Real workers on a real broker: killed in mid article, the article is done again once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from initiatives import tasks
from initiatives.ingest import run
from initiatives.ingest.run import work
from initiatives.models import Draft, Intake

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ARTICLE = Path(__file__).parent.parent / "articles" / "japan-ai-sovereignty.txt"
PATIENCE_SECONDS = 120.0


@contextmanager
def a_worker(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A Celery worker of the product in its own process group."""
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", "-Q", ",".join(settings.QUEUES), "--concurrency=1", "--loglevel=WARNING"]
    with subprocess.Popen(command, env=environment, start_new_session=True, cwd=settings.BASE_DIR) as worker:
        try:
            yield worker
        finally:
            if worker.poll() is None:
                os.killpg(worker.pid, signal.SIGKILL)


def until(holds: Callable[[], bool], words: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, f"not within {PATIENCE_SECONDS:.0f} s: {words}"
        time.sleep(0.05)


def state_of(row: Intake) -> str:
    return Intake.objects.values_list("state", flat=True).get(pk=row.pk)


def test_a_worker_killed_in_mid_article_costs_neither_the_article_nor_a_second_draft(live_environment: dict[str, str]) -> None:
    row = run.hand_in_file(ARTICLE.name, ARTICLE.read_bytes(), "https://news.example.org/story", "2025-12-23")
    with a_worker(live_environment) as first:
        tasks.understand_article.delay(row.pk)
        until(lambda: state_of(row) == "working", "the worker began")
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    assert not Draft.objects.exists()

    Intake.objects.filter(pk=row.pk).update(claimed_at=timezone.now() - 2 * work.RING_AGAIN_AFTER)
    with a_worker(live_environment):
        tasks.sweep.delay()
        until(lambda: state_of(row) == "done", "the second worker finished")
    tasks.understand_article.apply((row.pk,))
    assert Draft.objects.count() == 1
    assert Intake.objects.get(pk=row.pk).attempts == 2
