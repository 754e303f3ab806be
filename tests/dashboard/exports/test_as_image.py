"""Picture files: what stands in them, what they are kept under, and what a reader hears when one cannot be made."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
import redis
from django.conf import settings as configured
from django.core.cache import cache
from django.http import Http404
from django.test import RequestFactory
from pytest_django import Settings

from dashboard import charts, tasks
from dashboard.exports import as_figure, as_image, picture_cache, picture_order, pictures
from dashboard.exports.browser import PictureFailed
from dashboard.queries import editions
from dashboard.queries.deployment import version
from tests.dashboard.conftest import Ask

pytestmark = pytest.mark.django_db
SITE = "https://example.org"


def test_a_picture_of_other_code_is_another_picture(ask: Ask) -> None:
    chart, filters = charts.get("funding-by-country"), ask()
    ours, theirs = (as_image.key_of(chart, filters, "png", SITE, code=code) for code in ("", "of another deployment"))
    assert ours.code == version()
    picture_cache.put(theirs, b"drawn by a worker that was not started again yet")
    assert picture_cache.get(ours) is None
    assert picture_cache.get(theirs) == b"drawn by a worker that was not started again yet"


def test_an_svg_file_stands_alone_and_says_where_it_comes_from(two_countries: Path, ask: Ask) -> None:
    filters = ask("basis=committed")
    for chart in charts.ALL:
        made = as_image.svg(chart, filters, as_image.address_of(chart, filters, SITE)).decode()
        text = " ".join("".join(element.itertext()) for element in ElementTree.fromstring(made.encode()).iter() if element.tag.endswith("text"))
        for part in (chart.question(filters)[:15], "National AI initiatives", "edition", f"{SITE}/charts/{chart.slug}/?basis=committed"):
            assert part in text
        for forbidden in ("@import", "<script", "url(http", "var(--"):
            assert forbidden not in made
        assert made.index("<rect") < made.index("<title")


def test_the_same_view_is_kept_under_the_same_key_and_a_new_edition_under_another(two_countries: Path, ask: Ask) -> None:
    chart = charts.get("funding-map")
    keys = [as_image.key_of(chart, ask(query), "png", SITE) for query in ("country=NOR&country=SWE", "country=SWE&country=NOR", "country=NOR")]
    assert str(keys[0]) == str(keys[1]) != str(keys[2])
    picture_cache.put(keys[0], b"picture")
    assert picture_cache.get(keys[1]) == b"picture"
    assert picture_cache.get(keys[2]) is None


def test_without_a_browser_a_png_is_refused_in_words_within_two_seconds_and_an_svg_is_not(
    two_countries: Path, settings: Settings, rf: RequestFactory
) -> None:
    settings.CHROMIUM_PATH = "/nonexistent"
    began = time.monotonic()
    answer = pictures.picture(rf.get("/charts/funding-map.png"), "funding-map", "png")
    assert time.monotonic() - began < 2
    assert answer.status_code == 503
    assert "apt-get install chromium" in answer.content.decode()
    assert answer["Retry-After"]
    drawn = pictures.picture(rf.get("/charts/funding-map.svg"), "funding-map", "svg")
    assert drawn.status_code == 200
    assert drawn["Content-Type"] == "image/svg+xml"
    assert drawn["Content-Disposition"].startswith('attachment; filename="funding-map')


def test_without_a_worker_a_png_is_refused_in_words_at_once(two_countries: Path, settings: Settings, rf: RequestFactory, tmp_path: Path) -> None:
    settings.CHROMIUM_PATH = _executable(tmp_path)
    answer = pictures.picture(rf.get("/charts/funding-map.png"), "funding-map", "png")
    assert answer.status_code == 503
    assert "none is running" in answer.content.decode()


def test_a_picture_that_is_kept_is_answered_without_browser_or_worker(two_countries: Path, settings: Settings, rf: RequestFactory, ask: Ask) -> None:
    settings.CHROMIUM_PATH = "/nonexistent"
    chart, filters = charts.get("funding-map"), ask()
    picture_cache.put(as_image.key_of(chart, filters, "png", as_image.address_of(chart, filters, "http://testserver")), b"kept")
    assert pictures.picture(rf.get("/charts/funding-map.png"), "funding-map", "png").content == b"kept"


def test_a_reader_who_waits_hears_why_the_worker_failed(two_countries: Path, settings: Settings, ask: Ask) -> None:
    settings.CHROMIUM_PATH = "/nonexistent"
    chart, filters = charts.get("funding-map"), ask()
    tasks.draw_picture(chart.slug, "", "png", SITE)
    key = as_image.key_of(chart, filters, "png", SITE)
    with pytest.raises(PictureFailed, match="No Chromium"):
        picture_order.waited_for(lambda: picture_cache.get(key), lambda: picture_cache.failure(key))


def test_waiting_ends_with_words_when_nothing_comes() -> None:
    with pytest.raises(PictureFailed, match="not ready yet"):
        picture_order.waited_for(lambda: None, lambda: None, seconds=0.1)


def test_a_worker_is_there_while_its_sign_of_life_is_fresh() -> None:
    with redis.Redis.from_url(configured.REDIS_URL) as client:
        client.delete(configured.WORKER_SIGN_KEYS["export"])
        assert not picture_order.worker_is_there()
        client.set(configured.WORKER_SIGN_KEYS["export"], 1, ex=5)
        assert picture_order.worker_is_there()
        client.delete(configured.WORKER_SIGN_KEYS["export"])


def test_pictures_are_prepared_once_an_edition(two_countries: Path) -> None:
    now = f"{editions.newest().stamp}-{version()}"
    cache.set(tasks.PREPARED, now)
    tasks.prepare_pictures()
    assert cache.get(f"{tasks.PREPARED}-{now}") is None


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_makes_the_picture_that_a_reader_waits_for(two_countries: Path, ask: Ask, live_environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", "-Q", "export", "-P", "solo", "-l", "WARNING"]
    environment = {**live_environment, "DJANGO_SETTINGS_MODULE": "config.settings"}
    with subprocess.Popen(command, env=environment, cwd=configured.BASE_DIR) as worker:
        try:
            _until(picture_order.worker_is_there, seconds=40)
            chart, filters = charts.get("why-this-total"), ask()
            assert picture_order.picture(chart, filters, "png", SITE).startswith(b"\x89PNG")
            began = time.monotonic()
            assert picture_order.picture(chart, filters, "png", SITE).startswith(b"\x89PNG")
            assert time.monotonic() - began < 1
        finally:
            worker.terminate()
            worker.wait(20)


def _until(happens: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, "the worker did not start"
        time.sleep(0.2)


def test_the_figure_for_the_browser_names_tokens_and_carries_no_format(two_countries: Path, ask: Ask, rf: RequestFactory) -> None:
    answer = pictures.figure(rf.get("/charts/funding-by-country.figure.json"), "funding-by-country")
    assert answer["Content-Type"] == "application/json"
    text = answer.content.decode()
    assert '"#1f5fa8":"public"' in text
    assert "~s" not in text
    assert as_figure.figure_json(charts.get("funding-map"), ask()).count('"narrow":null') == 1


def test_a_chart_that_does_not_exist_is_not_found_in_words(rf: RequestFactory) -> None:
    with pytest.raises(Http404, match="There are: funding-by-country"):
        pictures.picture(rf.get("/charts/x.svg"), "x", "svg")


def _executable(folder: Path) -> str:
    browser = folder / "chromium"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)
    return str(browser)
