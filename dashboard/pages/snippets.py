"""What an author copies to show a chart in another page: the markup of a frame, live or of one edition; knows no rows."""

from dataclasses import dataclass
from html import escape
from typing import Final

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from dashboard.charts import AnyChart
from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.queries import editions

WORDS_HEIGHT: Final = 230  # pixels that title, answer, key and source take at most beside the drawing
MAP_HEIGHT: Final = 420
TALLEST: Final = 640  # pixels of a drawing with as many rows as are ever drawn


@dataclass(frozen=True, slots=True)
class Snippet:
    """What an author copies: the address of the frame and the markup around it."""

    address: str
    markup: str


def snippets(request: HttpRequest, chart: AnyChart, filters: Filters) -> dict[str, Snippet]:
    """The markup for a frame that follows the record, and for one that stays at the edition shown."""
    return {"live": snippet(request, chart, filters), "frozen": snippet(request, chart, editions.pinned(filters))}


def snippet(request: HttpRequest, chart: AnyChart, filters: Filters, width: str = "100%", height: int | None = None) -> Snippet:
    """A frame around a chart; the markup is escaped where it is shown."""
    address = request.build_absolute_uri(links.to("chart-embed", filters, chart.slug, keep="all", view=None, page=None))
    size = f'width="{width}" height="{height or height_of(chart)}"'
    markup = f'<iframe src="{escape(address)}" title="{escape(chart.question(filters))}" {size} loading="lazy" frameborder="0"></iframe>'
    return Snippet(address, markup)


def height_of(chart: AnyChart) -> int:
    """Pixels that hold the chart with its words without a bar to scroll."""
    return WORDS_HEIGHT + (MAP_HEIGHT if chart.height_follows_width else TALLEST)


def announced(request: HttpRequest, discovery: str) -> str:
    """The same as a header, whole, for programs that do not know the page's own address."""
    return f'<{request.build_absolute_uri(discovery)}>; rel="alternate"; type="application/json+oembed"'


def discovery(address: str) -> str:
    """Where a program asks how to show the page at an absolute address, relative to the site."""
    query = QueryDict(mutable=True)
    query["url"], query["format"] = address, "json"
    return f"{reverse('oembed')}?{query.urlencode()}"
