"""A chart as a picture file: SVG drawn here at once, PNG and PDF by the warm browser; knows no request."""

from functools import cache
from typing import Final

from django.conf import settings
from django.http import QueryDict

from dashboard import charts, short
from dashboard.charts import AnyChart
from dashboard.charts.chart import SITE
from dashboard.exports import pdf_words, picture_cache
from dashboard.exports.browser import WarmBrowser
from dashboard.exports.looks import BARE, USUAL, Look
from dashboard.exports.picture_cache import PictureKey
from dashboard.figures import drawing
from dashboard.figures.hatched import hatched
from dashboard.figures.stamped import EDGE, Frame, stamped
from dashboard.figures.theme import TEXT_SIZE, Figure
from dashboard.filters import Filters
from dashboard.queries import editions
from dashboard.queries.deployment import version
from dashboard.queries.readiness import state_of

PLOTLY: Final = "plotly-basic.min.js"  # fetched by the set-up for the pages
DRAWN_HERE: Final = "svg"
SLIDE_WIDTHS: Final = (620, 577, 540, 498, 395)  # pixels; a chart shows fewer rows where it is narrow
PLACE_INCHES: Final = (8.022, 4.82)  # of a picture on a slide
READABLE_POINTS: Final = 12
NOTHING_SAID: Final = {"title": SITE, "source": SITE}
CONTENT_TYPES: Final = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}


def address_of(chart: AnyChart, filters: Filters, site: str = "") -> str:
    """The short address that stands inside a picture, with its edition; `site` is scheme and host without a slash, else the one in PUBLIC_ADDRESS."""
    query = editions.pinned(filters).as_query(view=None, page=None)
    path = f"/charts/{chart.slug}/{'?' + query if query else ''}"
    return f"{site or settings.PUBLIC_ADDRESS}{short.shortened(path)}"


def key_of(chart: AnyChart, filters: Filters, extension: str, address: str, look: Look = USUAL, code: str = "") -> PictureKey:
    """What the picture of this chart is kept under; `code` is the version of who asks, else our own. At most one statement."""
    return PictureKey(editions.current().stamp, chart.slug, filters.cache_key(), extension, str(look), address, code or version())


def figure_of(chart: AnyChart, filters: Filters, address: str, look: Look = USUAL) -> Figure:
    """The figure with all its words, as it leaves the site."""
    cut = look.cut
    if look.shape == BARE:
        return bare(chart, filters)
    now = charts.stamp(filters)
    figure = chart.picture(chart.rows(filters), filters, now, address, cut.width - 2 * EDGE, cut.ratio)
    said = {"title": chart.question(filters), "source": f"{chart.name}. {chart.subtitle(filters, now)}. {chart.source_line(filters, now, address)}"}
    return {**figure, "layout": {**figure["layout"], "meta": said}}


def bare(chart: AnyChart, filters: Filters) -> Figure:
    """The figure with its key and no other words, for a slide that has its own: the widest drawing that can be read there, else the clearest."""
    rows = chart.rows(filters)
    frame = Frame("", "", "", items=chart.key(rows, filters))
    drawings = [stamped(chart.on_slide(rows, filters, width), frame, edge=0) for width in SLIDE_WIDTHS]
    return next((one for one in drawings if points_on_slide(one) >= READABLE_POINTS), max(drawings, key=points_on_slide))


def points_on_slide(figure: Figure) -> float:
    """How large the words of a figure are when it fills its place on a slide."""
    layout, (width, height) = figure["layout"], PLACE_INCHES
    return float(min(width / layout["width"], height / layout["height"]) * TEXT_SIZE * 72)


def svg(chart: AnyChart, filters: Filters, address: str, look: Look = USUAL) -> bytes:
    """The SVG file; needs no browser."""
    rows = chart.rows(filters)
    cut = look.cut
    figure = chart.picture(rows, filters, charts.stamp(filters), address, cut.width - 2 * EDGE, cut.ratio)
    return drawing.for_file(figure, chart.slug, chart.question(filters), chart.brief(rows, filters)).encode()


def drawn(figure: Figure, extension: str, look: Look = USUAL) -> bytes:
    """The figure as a picture, made in this process. Raises BrowserMissing or PictureFailed, in words."""
    if extension != "pdf":
        return browser().picture(figure, extension, look.scale)
    said = figure["layout"].get("meta", NOTHING_SAID)
    return pdf_words.named(browser().picture(hatched(figure), extension), said["title"], said["source"])


def make_and_keep(slug: str, query: str, extension: str, address: str, look: Look = USUAL, code: str = "") -> PictureKey:
    """Makes a picture unless it is kept already; the record is read in one state, before the browser is asked.

    Raises BrowserMissing or PictureFailed, in words."""
    chart = charts.get(slug)
    with state_of(QueryDict(query)) as filters:
        key = key_of(chart, filters, extension, address, look, code)
        figure = figure_of(chart, filters, address, look) if picture_cache.get(key) is None else None
    if figure is not None:
        picture_cache.put(key, drawn(figure, extension, look))
    return key


def browser() -> WarmBrowser:
    """The one browser of this process."""
    return _browser(settings.CHROMIUM_PATH)


@cache
def _browser(path: str) -> WarmBrowser:
    plotly = settings.ASSETS_DIR / PLOTLY
    return WarmBrowser(path, plotly=plotly if plotly.is_file() else None)
