"""A picture that a person asked for: from the cache, else ordered from the worker and waited for, never longer than a limit; draws nothing itself."""

import time
from collections.abc import Callable
from typing import Final

import redis
from django.conf import settings

from dashboard.charts import AnyChart
from dashboard.exports import as_image, as_slides, browser, picture_cache
from dashboard.exports.browser import PictureFailed
from dashboard.exports.looks import USUAL, Look
from dashboard.exports.picture_cache import PictureKey
from dashboard.filters import Filters
from dashboard.tasks import draw_picture

DECK: Final = "pptx"
WAIT_SECONDS: Final = 25  # the browser's own limit and its start
STEP_SECONDS: Final = 0.02
NO_WORKER: Final = (
    "PNG and PDF are made by a worker, and none is running. Start one (script/run starts it with the site) and ask again. "
    "SVG, CSV, Excel and JSON are made at once."
)
BUSY: Final = "The picture is not ready yet: the worker is busy. Ask again in a minute."


def picture(chart: AnyChart, filters: Filters, extension: str, site: str, look: Look = USUAL) -> bytes:
    """The file's bytes. `site`: scheme and host that stand in the picture. Raises PictureFailed in words, at once where nothing could ever come."""
    address = as_image.address_of(chart, filters, site)
    if extension == as_image.DRAWN_HERE:
        return as_image.svg(chart, filters, address, look)
    key = as_image.key_of(chart, filters, extension, address, look)
    return picture_cache.get(key) or _ordered(key, chart, filters, address, look)


def deck(chart: AnyChart, filters: Filters, site: str) -> bytes:
    """The chart as slides, made here unless it is kept; two who ask at once have it made once. A chart that an office program cannot draw needs its
    picture from the worker. Raises PictureFailed in words."""
    address = as_image.address_of(chart, filters, site)
    key = as_image.key_of(chart, filters, DECK, address)
    if kept := picture_cache.get(key):
        return kept
    if not picture_cache.claim(key, WAIT_SECONDS):
        return waited_for(lambda: picture_cache.get(key), lambda: picture_cache.failure(key))
    try:
        made = as_slides.make(chart, filters, address, None if as_slides.is_native(chart) else _for_a_slide(chart, filters, site))
        picture_cache.put(key, made)
    except PictureFailed as error:
        picture_cache.put_failure(key, str(error))
        raise
    finally:
        picture_cache.release(key)
    return made


def _for_a_slide(chart: AnyChart, filters: Filters, site: str) -> bytes:
    """The picture that stands on a slide. Raises PictureFailed in words."""
    try:
        return picture(chart, filters, "png", site, as_slides.ON_A_SLIDE)
    except PictureFailed as error:
        raise PictureFailed(f"This chart stands on its slide as a picture. {error}") from error


def _ordered(key: PictureKey, chart: AnyChart, filters: Filters, address: str, look: Look) -> bytes:
    browser.found(settings.CHROMIUM_PATH)
    if not worker_is_there():
        raise PictureFailed(NO_WORKER)
    if picture_cache.claim(key, WAIT_SECONDS):
        draw_picture.delay(chart.slug, filters.as_query(view=None, page=None), key.extension, address, look.shape, look.scale, key.code)
    made = waited_for(lambda: picture_cache.get(key), lambda: picture_cache.failure(key))
    picture_cache.release(key)
    return made


def waited_for(look: Callable[[], bytes | None], failed: Callable[[], str | None], seconds: float = WAIT_SECONDS) -> bytes:
    """What `look` finds, asked again and again. Raises PictureFailed with the words of `failed`, or when the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if made := look():
            return made
        if words := failed():
            raise PictureFailed(words)
        time.sleep(STEP_SECONDS)
    raise PictureFailed(BUSY)


def worker_is_there() -> bool:
    """Whether a worker has left its sign of life within the last seconds."""
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        return bool(client.exists(settings.WORKER_SIGN_KEYS["export"]))
