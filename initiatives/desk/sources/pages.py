"""The list of sources and the page of one, to read."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from initiatives import vocabulary
from initiatives.desk.access import editors_only
from initiatives.desk.sources.asked import asked_in
from initiatives.desk.sources.versions import version_of
from initiatives.ingest import run
from initiatives.models import Country, Source, SourceItem
from initiatives.models.source import SOURCE_STATES

SOURCES_A_PAGE = 50
ITEMS_A_PAGE = 50
VISITS_SHOWN = 12
REFUSED = 400
REFRESH = "HX-Refresh"  # tells htmx to load the whole page again


@require_GET
@editors_only
def sources(request: HttpRequest) -> HttpResponse:
    """Every source with its state, its last answer, what came of it and when it is visited next."""
    asked = asked_in(request.GET)
    every = run.sources_health()
    wanted = [each for each in every if asked.wants(each.source.state, each.source.country_id, each.source.watched)]
    shown = {
        "asked": asked,
        "page": Paginator(wanted, SOURCES_A_PAGE).get_page(request.GET.get("page")),
        "total": len(every),
        "on": sum(each.source.watched for each in every),
        "in_trouble": sum(each.source.watched and each.source.state in ("failing", "blocked", "gone") for each in every),
        "countries": sorted({each.source.country for each in every if each.source.country}, key=str),
        "states": SOURCE_STATES,
        "section": "sources",
    }
    return render(request, "desk/sources.html", shown, status=REFUSED if asked.faults else 200)


@require_GET
@editors_only
def source(request: HttpRequest, source_id: int) -> HttpResponse:
    """One source: its health, its last visits, its items and what became of them, and what may be changed."""
    return page_of(request, get_object_or_404(Source.objects.select_related("country"), pk=source_id))


@require_GET
@editors_only
def looking(request: HttpRequest, source_id: int) -> HttpResponse:
    """The wait for a visit, asked for again and again; when the visit is done, the browser is told to load the page."""
    row = get_object_or_404(Source, pk=source_id)
    answer = render(request, "desk/sources/looking.html", {"source": row})
    if not is_looked_at(row):
        answer.headers[REFRESH] = "true"
    return answer


def page_of(request: HttpRequest, row: Source, status: int = 200, typed: dict[str, str] | None = None) -> HttpResponse:
    """The page of one source; `typed` are fields as they were sent, where they could not be kept."""
    shown = {
        "source": row,
        "health": run.source_health(row),
        "looking": is_looked_at(row),
        "visits": row.visits.all()[:VISITS_SHOWN],
        "page": items_of(row, request.GET.get("page")),
        "typed": typed or {"name": row.name, "klass": row.klass, "country": row.country_id or "", "language": row.language},
        "version": version_of(row),
        "classes": vocabulary.ARTICLE_CLASSES,
        "countries": Country.objects.only("code", "name"),
        "section": "sources",
    }
    return render(request, "desk/source.html", shown, status=status)


def items_of(row: Source, page: str | None) -> Page[Any]:
    """One page of what the source showed, the newest first, with the drafts that came of it."""
    items = SourceItem.objects.filter(source=row).select_related("intake", "intake__article__draft")
    return Paginator(items.defer("intake__body", "intake__embedding", "intake__claimed_summary", *DRAFT_TEXTS), ITEMS_A_PAGE).get_page(page)


DRAFT_TEXTS = ("intake__article__text", "intake__article__draft__proposal", "intake__article__draft__decided")


def is_looked_at(row: Source) -> bool:
    """Whether a visit is due now or under way: a worker is about to look."""
    never = row.last_visit_at is None and row.state == "new"
    due = row.next_visit_at is None or row.next_visit_at <= timezone.now()
    return row.watched and row.state != "gone" and (never or due)
