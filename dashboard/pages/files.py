"""Downloads of lists and of the figures behind charts; knows no rows and no format."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from dashboard.exports import answers, tables
from dashboard.pages.charts import get_or_404
from dashboard.queries.readiness import itself


@require_safe
def list_file(request: HttpRequest, name: str, extension: str) -> HttpResponseBase:
    """A whole list as `csv`, `xlsx` or `json`: every row that matches, in the order of the screen. Raises FilterError."""
    return answers.file_of(request.GET, extension, lambda filters: tables.list_table(name, filters, site_of(request)), tables.NEEDS.get(name, itself))


@require_safe
def chart_file(request: HttpRequest, slug: str, extension: str) -> HttpResponseBase:
    """The figures of a chart as `csv`, `xlsx` or `json`. Raises FilterError, and Http404 naming the charts that there are."""
    get_or_404(slug)
    return answers.file_of(request.GET, extension, lambda filters: tables.chart_table(slug, filters, site_of(request)))


def site_of(request: HttpRequest) -> str:
    """Scheme and host of an address, as they stand in what a reader takes along."""
    return f"{request.scheme}://{request.get_host()}"
