"""Pictures and interactive figures as HTTP answers; must not know what is in them."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from dashboard import charts
from dashboard.charts import AnyChart
from dashboard.exports import as_figure, as_image, as_slides, looks, picture_order
from dashboard.exports.browser import PictureFailed
from dashboard.exports.names import file_name
from dashboard.exports.tables import chart_table
from dashboard.filters import Filters

RETRY_SECONDS: Final = 30


@require_safe
def picture(request: HttpRequest, slug: str, extension: str) -> HttpResponse:
    """One chart as `svg`, `png` or `pdf`, cut as the address says; where it cannot be made, 503 with the reason and the way out."""
    chart = found(slug)
    try:
        look, query = looks.read(request.GET, extension)
    except looks.LookRefused as error:
        return HttpResponse(str(error), status=400, content_type="text/plain; charset=utf-8")
    filters = Filters.from_query(query)
    site = f"{request.scheme}://{request.get_host()}"
    try:
        made = picture_order.picture(chart, filters, extension, site, look)
    except PictureFailed as error:
        return _not_made(error)
    return _file(made, as_image.CONTENT_TYPES[extension], file_name(chart_table(slug, filters).heading, extension, look.suffix))


@require_safe
def deck(request: HttpRequest, slug: str, extension: str) -> HttpResponse:
    """One chart as slides; where its picture cannot be made, 503 with the reason and the way out. Raises FilterError."""
    chart, filters = found(slug), Filters.from_query(request.GET)
    try:
        made = picture_order.deck(chart, filters, f"{request.scheme}://{request.get_host()}")
    except PictureFailed as error:
        return _not_made(error)
    return _file(made, as_slides.CONTENT_TYPE, file_name(chart_table(slug, filters).heading, extension))


@require_safe
def figure(request: HttpRequest, slug: str) -> HttpResponse:
    """Both drawings of one chart as JSON for plotly.js; asked for when a reader points at the chart."""
    return HttpResponse(as_figure.figure_json(found(slug), Filters.from_query(request.GET)), content_type="application/json")


def found(slug: str) -> AnyChart:
    """The chart of a slug. Raises Http404, naming the charts that there are."""
    try:
        return charts.get(slug)
    except charts.UnknownChart as error:
        raise Http404(str(error)) from error


def _not_made(error: PictureFailed) -> HttpResponse:
    return HttpResponse(str(error), status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": str(RETRY_SECONDS)})


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": content_disposition_header(True, name) or ""})
