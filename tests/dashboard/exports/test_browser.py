"""The warm browser: pictures in both formats and in every script, and what happens when it is missing, hangs or dies."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from io import BytesIO

import pytest
from django.conf import settings
from PIL import Image, ImageChops

from dashboard.exports.as_image import PLOTLY
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


@pytest.fixture
def own() -> Iterator[WarmBrowser]:
    """A browser of one test alone, started, that may be hurt."""
    browser = WarmBrowser(settings.CHROMIUM_PATH, timeout_seconds=30)
    browser.picture(bars(), "png")
    yield browser
    browser.close()


def process_of(browser: WarmBrowser) -> int:
    assert browser.process is not None
    return browser.process


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
def test_one_page_draws_every_picture_and_none_leaves_a_trace_in_the_next(warm: WarmBrowser) -> None:
    other = country_bars.figure([country("A", HOSTILE, 3)], Labels("USD"), 1200)
    first = warm.picture(bars(), "png")
    assert warm.picture(hatched(other), "pdf").startswith(PDF)
    assert warm.picture(other, "png") != first
    assert warm.picture(bars(), "png") == first


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.skipif(not (settings.ASSETS_DIR / PLOTLY).is_file(), reason="plotly.js of the pages has not been fetched")
def test_plotly_of_the_pages_draws_what_that_of_the_package_draws(warm: WarmBrowser) -> None:
    browser = WarmBrowser(settings.CHROMIUM_PATH, timeout_seconds=30, plotly=settings.ASSETS_DIR / PLOTLY)
    drawn, usual = (Image.open(BytesIO(one.picture(bars(), "png"))).convert("RGB") for one in (browser, warm))
    browser.close()
    assert drawn.size == usual.size
    assert ImageChops.difference(drawn, usual).getbbox() is None


@pytest.mark.browser
@pytest.mark.slow
def test_names_in_every_script_and_hostile_ones_make_a_picture(warm: WarmBrowser) -> None:
    figure = country_bars.figure([country("A", MINISTRY, 3), country("B", HOSTILE, 2)], Labels("USD"), 1200)
    assert warm.picture(figure, "png").startswith(PNG)


@pytest.mark.browser
@pytest.mark.slow
def test_a_browser_that_hangs_is_killed_and_the_next_picture_gets_a_new_one(own: WarmBrowser) -> None:
    hanging = process_of(own)
    own.timeout_seconds = 3
    os.killpg(hanging, signal.SIGSTOP)
    with pytest.raises(PictureFailed, match="did not answer within 3 s and was stopped"):
        own.picture(bars(), "png")
    assert own.process is None
    own.timeout_seconds = 30
    assert own.picture(bars(), "png").startswith(PNG)
    assert own.process != hanging


@pytest.mark.browser
@pytest.mark.slow
def test_a_browser_that_died_is_replaced(own: WarmBrowser) -> None:
    dead = process_of(own)
    os.killpg(dead, signal.SIGKILL)
    time.sleep(0.5)
    assert own.picture(bars(), "png").startswith(PNG)
    assert own.process != dead


@pytest.mark.browser
@pytest.mark.slow
def test_a_browser_that_dies_while_it_draws_is_said_in_words_and_replaced(own: WarmBrowser) -> None:
    drawing = process_of(own)
    os.killpg(drawing, signal.SIGSTOP)  # so that it is at work when it ends
    threading.Timer(1, os.killpg, (drawing, signal.SIGKILL)).start()
    own.timeout_seconds = 8
    with pytest.raises(PictureFailed, match="Ask again"):
        own.picture(bars(), "png")
    own.timeout_seconds = 30
    assert own.picture(bars(), "png").startswith(PNG)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_picture_is_as_sharp_as_it_is_asked_for(warm: WarmBrowser, scale: int) -> None:
    figure = bars()
    made = Image.open(BytesIO(warm.picture(figure, "png", scale)))
    assert made.size == (figure["layout"]["width"] * scale, figure["layout"]["height"] * scale)


@pytest.mark.browser
@pytest.mark.slow
def test_no_name_becomes_an_empty_box(warm: WarmBrowser) -> None:
    """A character without a typeface is drawn as a box, the same box for every one of them; a name in a script that is installed is not."""
    scripts = {"Japanese": "経済産業省", "Korean": "네이버", "Arabic": "سدايا", "accents": "Côte d’Ivoire Türkiye", "Chinese": "国家人工智能"}
    boxes = "\U0010fffd\U0010fffc\U0010fffb\U0010fffa"
    box = painted(warm, boxes[:1])
    assert painted(warm, boxes[1:2]) == box, "characters that no typeface has look alike"
    for script, words in scripts.items():
        shapes = [painted(warm, letter) for letter in words if not letter.isspace()]
        assert box not in shapes, script
        assert len(set(shapes)) > 2, script


def painted(browser: WarmBrowser, letter: str) -> bytes:
    """What stands at the name of a bar, as the bytes of its pixels."""
    figure = country_bars.figure([country("A", letter, 3)], Labels("USD"), 400)
    picture = Image.open(BytesIO(browser.picture(figure, "png", 1))).convert("L")
    return picture.crop((0, 28, figure["layout"]["margin"]["l"] - 4, 54)).tobytes()
