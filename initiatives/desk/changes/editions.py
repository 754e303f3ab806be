"""The list of editions with what each changed, and the page of one with every change, a page at a time."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from initiatives import history as room
from initiatives.desk.access import contributors_too
from initiatives.desk.changes import asked
from initiatives.desk.changes.paging import of_so_many
from initiatives.history.fields import plural
from initiatives.history.tables import tables
from initiatives.models import Edition, TakingBack

REFUSED = 422
EDITIONS_A_PAGE = 20
CHANGES_A_PAGE = 50


@require_GET
@contributors_too
def history(request: HttpRequest) -> HttpResponse:
    """The newest editions: who, when, why, and how many rows of what each changed."""
    wanted = asked.read(request.GET)
    page = Paginator(asked.editions(wanted), EDITIONS_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "section": "history",
        "asked": wanted,
        "page": page,
        "summaries": room.newest_editions(list(page.object_list)),
        "subject": asked.record_of(wanted.record) if wanted.record else None,
        "people": asked.people(),
        "nouns": asked.nouns(),
        "commands": asked.COMMANDS,
    }
    return render(request, "desk/history/list.html", shown, status=REFUSED if wanted.faults else 200)


@require_GET
@contributors_too
def edition(request: HttpRequest, number: int) -> HttpResponse:
    """Every change of one edition."""
    row = get_object_or_404(Edition.objects.select_related("by", "undoes"), pk=number)
    counts = room.kinds_of_changes(row)
    table = request.GET.get("noun", "")
    table = table if table in tables() else ""
    of_table = {name: sum(rows for (one, _), rows in counts.items() if one == name) for name in dict.fromkeys(name for name, _ in counts)}
    page: Page[int] = Paginator(of_so_many(of_table.get(table, 0) if table else sum(of_table.values())), CHANGES_A_PAGE).get_page(
        request.GET.get("page")
    )
    start = (page.number - 1) * CHANGES_A_PAGE
    shown = {
        "section": "history",
        "edition": row,
        "summary": room.EditionSummary(row, counts),
        "tables": [(name, plural(name), rows) for name, rows in of_table.items()],
        "table": table,
        "page": page,
        "changes": room.tell(room.changes_in(row, start, CHANGES_A_PAGE, table or None)),
        "undone_by": row.undone_by.order_by("number").first(),
        "taking_back": TakingBack.objects.filter(edition=row).select_related("by", "made").first(),
        "before": number - 1,
    }
    return render(request, "desk/history/edition.html", shown)
