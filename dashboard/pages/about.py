"""How things are counted, what the record holds and how to cite it, and what robots may read."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from dashboard.filters import Filters
from dashboard.pages.frame import show

LISTS: Final = (("initiatives", "Initiatives"), ("ledger", "Ledger"), ("organizations", "Organizations"), ("commentary", "Commentary"))
ROBOTS: Final = "User-agent: *\nDisallow: /desk/\nDisallow: /admin/\nDisallow: /*?\n"


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """The counting rules in words."""
    return show(request, "pages/method.html", Filters.from_query(request.GET), section="method", with_bar=False)


@require_safe
def about_record(request: HttpRequest) -> HttpResponse:
    """Coverage, columns, licence, citing."""
    filters = Filters.from_query(request.GET)
    return show(request, "pages/about_record.html", filters, section="about", with_bar=False, lists=LISTS, address=request.build_absolute_uri("/"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Robots read every page, but not its filtered states."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
