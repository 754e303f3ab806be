"""Real workers on a real broker: killed between two slides, another goes on with the next one; the PDF is printed by a real browser."""

import io
import os
import signal

import pypdf
import pytest
from django.utils import timezone

from dashboard import tasks
from dashboard.briefings import limits, store
from dashboard.briefings.models import Making
from tests.dashboard.briefings.conftest import Saved
from tests.initiatives.ingest.run.test_workers import a_worker, until

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CHARTS = ("funding-by-country", "funding-ladder", "why-this-total", "funding-over-time", "participants-by-country")
PICTURES = ("funding-map", "composition", "dependence")  # the browser needs seconds for its first one, in which the worker is killed


def done(making: Making) -> int:
    return making.slides.count()


def state_of(making: Making) -> str:
    return Making.objects.values_list("state", flat=True).get(pk=making.pk)


def test_a_worker_killed_between_two_slides_costs_no_slide_and_makes_none_twice(saved: Saved, live_environment: dict[str, str]) -> None:
    making = store.ask(saved(charts=CHARTS + PICTURES))
    with a_worker(live_environment) as first:
        tasks.make_briefing.delay(making.pk)
        until(lambda: done(making) >= 5, "five slides were finished")
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    kept = dict(making.slides.values_list("place", "pk"))
    assert state_of(making) == "working"
    assert not making.files.exists()

    Making.objects.filter(pk=making.pk).update(claimed_at=timezone.now() - 2 * limits.RING_AGAIN_AFTER)
    with a_worker(live_environment):
        tasks.ring_for_briefings.delay()
        tasks.make_briefing.delay(making.pk)  # a second ring of the same work
        until(lambda: state_of(making) not in ("waiting", "working"), "another worker finished it")
    making.refresh_from_db()
    assert (making.state, making.message) == ("done", "")
    assert making.attempts == 2
    places = dict(making.slides.values_list("place", "pk"))
    assert {place: places[place] for place in kept} == kept
    assert sorted(places) == list(range(1, len(making.plan) + 1))
    assert {one.extension for one in making.files.all()} == {"pptx", "pdf", "xlsx"}
    pages = pypdf.PdfReader(io.BytesIO(bytes(making.files.get(extension="pdf").content))).pages
    assert len(pages) == len(making.plan)
    assert "Who pays? <b>Nordic</b>" in pages[0].extract_text()
    assert [float(side) for side in pages[0].mediabox[2:]] == pytest.approx([960, 540], abs=2)
