"""The warm browser: pictures in both formats and in every script, and what happens when it is missing, hangs or dies."""

import os
import signal
import time
from collections.abc import Iterator

import pytest
from django.conf import settings

from dashboard.exports.browser import BrowserMissing, PictureFailed, WarmBrowser, found
from dashboard.figures import country_bars
from dashboard.figures.hatched import hatched
from dashboard.figures.labels import Labels
from dashboard.figures.theme import Figure
from tests.dashboard.figures.rows import HOSTILE, MINISTRY, country, small_world

PNG, PDF = b"\x89PNG\r\n\x1a\n", b"%PDF-"


@pytest.fixture(scope="module")
def warm() -> Iterator[WarmBrowser]:
    browser = WarmBrowser(settings.CHROMIUM_PATH, timeout_seconds=30)
    yield browser
    browser.close()


def bars() -> Figure:
    return country_bars.figure(small_world(), Labels("USD"), 789)


def test_a_missing_browser_is_refused_at_once_with_what_to_install() -> None:
    began = time.monotonic()
    with pytest.raises(BrowserMissing, match=r"No Chromium at /nonexistent.*apt-get install chromium"):
        WarmBrowser("/nonexistent").picture(bars(), "png")
    assert time.monotonic() - began < 2
    with pytest.raises(BrowserMissing):
        found("/nonexistent")


@pytest.mark.browser
@pytest.mark.slow
def test_pictures_come_as_png_and_pdf_from_one_browser(warm: WarmBrowser) -> None:
    assert warm.picture(bars(), "png").startswith(PNG)
    started = warm.process
    printed = warm.picture(hatched(bars()), "pdf")
    assert printed.startswith(PDF)
    assert len(printed) < 200_000
    assert warm.process == started


@pytest.mark.browser
@pytest.mark.slow
def test_names_in_every_script_and_hostile_ones_make_a_picture(warm: WarmBrowser) -> None:
    figure = country_bars.figure([country("A", MINISTRY, 3), country("B", HOSTILE, 2)], Labels("USD"), 1200)
    assert warm.picture(figure, "png").startswith(PNG)


@pytest.mark.browser
@pytest.mark.slow
def test_a_browser_that_hangs_is_killed_and_the_next_picture_gets_a_new_one() -> None:
    browser = WarmBrowser(settings.CHROMIUM_PATH, timeout_seconds=30)
    browser.picture(bars(), "png")
    hanging = browser.process
    assert hanging is not None
    browser.timeout_seconds = 3
    os.killpg(hanging, signal.SIGSTOP)
    with pytest.raises(PictureFailed, match="did not answer within 3 s and was stopped"):
        browser.picture(bars(), "png")
    assert browser.process is None
    browser.timeout_seconds = 30
    assert browser.picture(bars(), "png").startswith(PNG)
    assert browser.process != hanging
    browser.close()


@pytest.mark.browser
@pytest.mark.slow
def test_a_browser_that_died_is_replaced() -> None:
    browser = WarmBrowser(settings.CHROMIUM_PATH, timeout_seconds=30)
    browser.picture(bars(), "png")
    dead = browser.process
    assert dead is not None
    os.killpg(dead, signal.SIGKILL)
    with pytest.raises(PictureFailed, match="Ask again"):
        browser.picture(bars(), "png")
    assert browser.picture(bars(), "png").startswith(PNG)
    browser.close()
