"""How things are counted, what the record holds and how to cite it, and what robots may read."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.frame import public_page, show
from dashboard.queries import editions

LISTS: Final = (("initiatives", "Initiatives"), ("ledger", "Ledger"), ("organizations", "Organizations"), ("commentary", "Commentary"))
ROBOTS: Final = "User-agent: *\nDisallow: /desk/\nDisallow: /admin/\nDisallow: /*?\n"


@public_page
def method(request: HttpRequest, filters: Filters) -> HttpResponse:
    """The counting rules in words."""
    return show(request, "pages/method.html", filters, section="method", with_bar=False)


@public_page
def about_record(request: HttpRequest, filters: Filters) -> HttpResponse:
    """Coverage, columns, licence, citing."""
    return show(
        request,
        "pages/about_record.html",
        filters,
        section="about",
        with_bar=False,
        lists=LISTS,
        address=request.build_absolute_uri(links.to("home", editions.pinned(filters))),
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Robots read every page, but not its filtered states."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
