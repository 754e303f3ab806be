"""How things are counted, what the record holds and how to cite it, and what robots may read."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from dashboard import charts
from dashboard.exports import columns, tables
from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.frame import public_page, show
from dashboard.queries import editions

LISTS: Final = (("initiatives", "Initiatives"), ("ledger", "Ledger"), ("organizations", "Organizations"), ("commentary", "Commentary"))
ROBOTS: Final = "User-agent: *\nDisallow: /desk/\nDisallow: /admin/\nDisallow: /briefings/\nDisallow: /*?\n"


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
        columns=columns_of_downloads(),
        address=request.build_absolute_uri(links.to("home", editions.pinned(filters))),
    )


def columns_of_downloads() -> list[tuple[str, list[str]]]:
    """The title of every download with the names of its columns; charts that have the same columns stand together."""
    titles = {**{name: listed.title for name, listed in tables.LISTS.items()}, **{slug: charts.get(slug).name for slug in columns.CHARTS}}
    found: dict[tuple[str, ...], list[str]] = {}
    for name, its in (*columns.LISTS.items(), *columns.CHARTS.items()):
        found.setdefault(tuple(column.name for column in its), []).append(titles[name])
    return [(" and ".join(of), list(names)) for names, of in found.items()]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Robots read every page, but not its filtered states."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
