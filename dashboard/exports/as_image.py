"""A chart as a picture file: SVG drawn here at once, PNG and PDF by the warm browser; knows no request."""

from functools import cache
from typing import Final

from django.conf import settings
from django.http import QueryDict

from dashboard import charts
from dashboard.charts import AnyChart
from dashboard.exports import picture_cache
from dashboard.exports.browser import WarmBrowser
from dashboard.exports.picture_cache import PictureKey
from dashboard.figures import drawing
from dashboard.figures.hatched import hatched
from dashboard.figures.theme import Figure
from dashboard.filters import Filters
from dashboard.queries import editions
from dashboard.queries.readiness import state_of

DRAWN_HERE: Final = "svg"
BY_BROWSER: Final = ("png", "pdf")
CONTENT_TYPES: Final = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}


def address_of(chart: AnyChart, filters: Filters, site: str = "") -> str:
    """The short address that stands inside a picture, with its edition; `site` is scheme and host without a slash, else the one in PUBLIC_ADDRESS."""
    query = editions.pinned(filters).as_query(view=None, page=None)
    path = f"/charts/{chart.slug}/"
    return f"{site or settings.PUBLIC_ADDRESS}{path}{'?' + query if query else ''}"


def key_of(chart: AnyChart, filters: Filters, extension: str, address: str, width: int = charts.PICTURE) -> PictureKey:
    """What the picture of this chart is kept under; at most one statement."""
    return PictureKey(editions.current().stamp, chart.slug, filters.cache_key(), extension, width, address)


def figure_of(chart: AnyChart, filters: Filters, address: str, width: int = charts.PICTURE) -> Figure:
    """The figure with all its words, as it leaves the site."""
    return chart.picture(chart.rows(filters), filters, charts.stamp(filters), address, width)


def svg(chart: AnyChart, filters: Filters, address: str, width: int = charts.PICTURE) -> bytes:
    """The SVG file; needs no browser. `width` in pixels, without the white edges."""
    rows = chart.rows(filters)
    figure = chart.picture(rows, filters, charts.stamp(filters), address, width)
    return drawing.for_file(figure, chart.slug, chart.question(filters), chart.brief(rows, filters)).encode()


def drawn(figure: Figure, extension: str) -> bytes:
    """The figure as a picture, made in this process. Raises BrowserMissing or PictureFailed, in words."""
    return browser().picture(hatched(figure) if extension == "pdf" else figure, extension)


def make_and_keep(slug: str, query: str, extension: str, address: str, width: int = charts.PICTURE) -> PictureKey:
    """Makes a picture unless it is kept already; the record is read in one state, before the browser is asked.

    Raises BrowserMissing or PictureFailed, in words."""
    chart = charts.get(slug)
    with state_of(QueryDict(query)) as filters:
        key = key_of(chart, filters, extension, address, width)
        figure = figure_of(chart, filters, address, width) if picture_cache.get(key) is None else None
    if figure is not None:
        picture_cache.put(key, drawn(figure, extension))
    return key


@cache
def browser() -> WarmBrowser:
    """The one browser of this process."""
    return WarmBrowser(settings.CHROMIUM_PATH)
