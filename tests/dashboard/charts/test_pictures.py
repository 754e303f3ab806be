"""Every chart drawn from one small record looks as when it was last looked at; docs/how-to/renew-pictures.md says how to renew what is kept."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image, ImageChops, ImageStat

from dashboard import charts
from dashboard.exports.browser import WarmBrowser
from dashboard.figures.stamped import EDGE
from tests.dashboard.charts import drawn
from tests.dashboard.conftest import Ask

KEPT = Path(__file__).parent / "pictures"
DAY = "as_of=2026-07-01"
TOLERANCE_PIXELS = 1.5  # rounding differs from one version of Python or PostgreSQL to the next
TOLERANCE_SHARE = 0.02  # of full contrast, on average over a picture reduced to a tenth: typefaces differ from machine to machine
REDUCED = 10
RENEW = "RENEW_PICTURES" in os.environ
BY_CHROMIUM = ("funding-by-country", "funding-over-time", "composition", "commentary-stance")
EVERY = [chart.slug for chart in charts.ALL]


@pytest.mark.parametrize("slug", EVERY)
def test_a_chart_is_drawn_as_it_was_when_it_was_looked_at(two_countries: Path, ask: Ask, slug: str) -> None:
    filters = ask(DAY)
    chart = charts.get(slug)
    made = chart.drawings(chart.rows(filters), filters)
    for width, svg in (("wide", made.wide), ("narrow", made.narrow)):
        if svg:
            path = KEPT / f"{slug}-{width}.svg"
            if RENEW:
                path.write_text(drawn.small(svg), encoding="utf-8")
            kept = path.read_text(encoding="utf-8")
            assert drawn.difference(drawn.marks(kept), drawn.marks(drawn.small(svg)), TOLERANCE_PIXELS) == "", path.name


def test_another_number_another_word_and_another_colour_are_seen() -> None:
    kept = (KEPT / "funding-by-country-wide.svg").read_text(encoding="utf-8")
    marks = drawn.marks(kept)
    for old, new in (("Norway", "Norwegen"), ("var(--public, #1f5fa8)", "var(--private, #d9822b)"), ('width="', 'width="9')):
        assert old in kept
        assert drawn.difference(marks, drawn.marks(kept.replace(old, new)), TOLERANCE_PIXELS)


@pytest.mark.browser
@pytest.mark.slow
def test_chromium_draws_what_was_looked_at(two_countries: Path, ask: Ask) -> None:
    browser = WarmBrowser(settings.CHROMIUM_PATH, timeout_seconds=40)
    filters = ask(DAY)
    try:
        for slug in BY_CHROMIUM:
            chart = charts.get(slug)
            figure = chart.picture(chart.rows(filters), filters, charts.Stamp(1, "2026-07-01"), "https://example.org/", 600 - 2 * EDGE)
            made = browser.picture(figure, "png", 1)
            path = KEPT / f"{slug}.png"
            if RENEW:
                Image.open(BytesIO(made)).convert("RGB").quantize(64).save(path, optimize=True)
            assert apart(Image.open(path), Image.open(BytesIO(made))) < TOLERANCE_SHARE, slug
    finally:
        browser.close()


def apart(one: Image.Image, two: Image.Image) -> float:
    """How far two pictures are apart on average, as a share of full contrast."""
    size = (max(one.width // REDUCED, 1), max(one.height // REDUCED, 1))
    reduced = [picture.convert("RGB").resize(size, Image.Resampling.BOX) for picture in (one, two)]
    return sum(ImageStat.Stat(ImageChops.difference(*reduced)).mean) / 3 / 255
