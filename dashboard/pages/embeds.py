"""Charts inside other people's pages: a bare page for a frame, live or of one edition, and what a program asks before it shows one (oEmbed)."""

from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from dashboard import charts
from dashboard.charts import AnyChart
from dashboard.charts.chart import SITE
from dashboard.filters import FilterError, Filters
from dashboard.pages import drawn, links
from dashboard.pages.charts import get_or_404
from dashboard.pages.snippets import height_of, snippet

MODES: Final = ("auto", "light", "dark")
WIDTH: Final = charts.WIDE + 32  # pixels: the wide drawing and its white edges
WIDEST: Final = 1148  # pixels of the drawing in a frame of 1180 and more
NARROWEST: Final = 200  # pixels, below which no chart can be read
KEPT_SECONDS: Final = 3600
FORMATS: Final = ("json",)
PAGES: Final = ("chart", "chart-embed")


@require_safe
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """One chart alone, to be framed by any page; `mode` chooses its colours. Says in words what cannot be used, in the frame."""
    chart, mode = get_or_404(slug), request.GET.get("mode", MODES[0])
    try:
        filters = Filters.from_query(request.GET)
    except FilterError as error:
        return render(request, "embed.html", {"problems": [problem.message for problem in error.problems], "mode": MODES[0]}, status=400)
    if mode not in MODES:
        words = f"mode: there is no such choice of colours. Use one of: {', '.join(MODES)}."
        return render(request, "embed.html", {"problems": [words], "mode": MODES[0]}, status=400)
    return render(request, "embed.html", {"mode": mode, **contents(chart, filters), "page": page_of(request, chart, filters)})


def contents(chart: AnyChart, filters: Filters) -> dict[str, Any]:
    """What the frame shows: question, answer, drawing and source."""
    rows, now = chart.rows(filters), charts.stamp(filters)
    return {
        "filters": filters, "kind": chart, "question": chart.question(filters), "answer": chart.answer(rows, filters), "now": now,
        "subtitle": chart.subtitle(filters, now), "summary": chart.summary(rows, filters), "drawn": drawn.whole(chart, rows, filters),
        "sources": chart.sources(filters), "site": SITE, "widest": drawn.at_width(chart, rows, filters, WIDEST),
    }  # fmt: skip


def page_of(request: HttpRequest, chart: AnyChart, filters: Filters) -> str:
    """The whole address of the page that the frame was taken from."""
    return request.build_absolute_uri(links.to("chart", filters, chart.slug, keep="all", view=None))


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """oEmbed 1.0 for chart pages of this site: 404 for any other address, 501 for another format, 400 for what cannot be read; each in words."""
    if request.GET.get("format", "json") not in FORMATS:
        return refused("format: only json is answered.", 501)
    if "url" not in request.GET:
        return refused("url: which page? Give the address of a chart of this site, such as /oembed?url=https://…/charts/funding-by-country/", 400)
    try:
        size = {name: limit(request.GET.get(name), name) for name in ("maxwidth", "maxheight")}
        chart, filters = asked(request, request.GET["url"])
    except Http404 as error:
        return refused(str(error), 404)
    except (FilterError, ValueError) as error:
        return refused(str(error), 400)
    return JsonResponse(answer(request, chart, filters, size["maxwidth"], size["maxheight"]))


def answer(request: HttpRequest, chart: AnyChart, filters: Filters, maxwidth: int | None, maxheight: int | None) -> dict[str, Any]:
    """The body of an oEmbed answer; no wider and no higher than asked."""
    width, height = min(WIDTH, maxwidth or WIDTH), min(height_of(chart), maxheight or height_of(chart))
    return {
        "version": "1.0",
        "type": "rich",
        "title": chart.question(filters),
        "provider_name": SITE,
        "provider_url": request.build_absolute_uri("/"),
        "cache_age": KEPT_SECONDS,
        "html": snippet(request, chart, filters, str(width), height).markup,
        "width": width,
        "height": height,
    }


def asked(request: HttpRequest, address: str) -> tuple[AnyChart, Filters]:
    """The chart and filters of a page's address. Raises Http404 where it is no chart of this site, FilterError where it cannot be used."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or parts.netloc not in (request.get_host(), urlsplit(settings.PUBLIC_ADDRESS).netloc):
        raise Http404("url: this is no address of this site.")
    try:
        found = resolve(parts.path)
    except Resolver404 as error:
        raise Http404("url: there is no such page on this site.") from error
    if found.url_name not in PAGES:
        raise Http404("url: only charts can be embedded; their addresses begin with /charts/.")
    return get_or_404(found.kwargs["slug"]), Filters.from_query(QueryDict(parts.query))


def limit(value: str | None, name: str) -> int | None:
    """A number of pixels, None where there is no limit. Raises ValueError in words."""
    if not value:
        return None
    if not (value.isascii() and value.isdigit()) or not int(value[:6]) >= NARROWEST:
        raise ValueError(f"{name}: a number of pixels, {NARROWEST} or more.")
    return int(value[:6])


def refused(words: str, status: int) -> HttpResponse:
    """An answer in words."""
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
