"""How things are counted, what the record holds and how to cite it, and what robots may read."""

from collections.abc import Callable, Mapping
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from dashboard.exports import answers, dictionary
from dashboard.filters import Filters
from dashboard.pages import links
from dashboard.pages.frame import public_page, show
from dashboard.queries import editions

LISTS: Final = (("initiatives", "Initiatives"), ("ledger", "Ledger"), ("organizations", "Organizations"), ("commentary", "Commentary"))
COLUMN_FILES: Final[Mapping[str, Callable[[], bytes]]] = {"csv": dictionary.csv_file, "json": dictionary.json_file}
ROBOTS: Final = "User-agent: *\nDisallow: /desk/\nDisallow: /admin/\nDisallow: /briefings/\nDisallow: /corrections/new/\nDisallow: /*?\n"


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
        downloads=columns_of_downloads(),
        address=request.build_absolute_uri(links.to("home", editions.pinned(filters))),
    )


def columns_of_downloads() -> list[tuple[list[tuple[str, str]], list[dictionary.Line]]]:
    """The columns of every download in words, below its names in addresses and in titles; charts that have the same columns stand together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, its in dictionary.downloads().items():
        found.setdefault(tuple(column.name for column in its), []).append(name)
    every = dictionary.downloads()
    return [
        ([(name, dictionary.title_of(name)) for name in names], [dictionary.line(names[0], column) for column in every[names[0]]])
        for names in found.values()
    ]


@require_safe
def columns_file(request: HttpRequest, extension: str) -> HttpResponse:
    """What the columns of all downloads mean, as `csv` or `json`."""
    name = f"national-ai-initiatives_columns.{extension}"
    headers = {"Content-Disposition": content_disposition_header(extension != "json", name) or ""}
    return HttpResponse(COLUMN_FILES[extension](), content_type=answers.CONTENT_TYPES[extension], headers=headers)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Robots read every page, but not its filtered states."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
