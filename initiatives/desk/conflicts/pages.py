"""The list of conflicts and the page of one."""

import re
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from initiatives.desk.access import editors_only
from initiatives.desk.conflicts import shown
from initiatives.desk.conflicts.around import around
from initiatives.desk.conflicts.asked import LISTS, Asked, asked_in, counts, number_in, rows
from initiatives.desk.conflicts.page import page_of
from initiatives.ledger.kinds import KINDS
from initiatives.ledger.values import JOINT
from initiatives.models import Conflict, Edition
from initiatives.names.countries import COUNTRIES

REFUSED = 400
ROWS_A_PAGE = 25
KEY: Final = re.compile(r"[0-9a-f]{64}")


@require_GET
@editors_only
def conflicts(request: HttpRequest) -> HttpResponse:
    """One page of the warnings that ask for an editor, what most dollars are at stake in first."""
    asked = asked_in(request.GET)
    counted = counts(asked)
    page = Paginator(rows(asked).select_related("entry", "initiative"), ROWS_A_PAGE).get_page(request.GET.get("page"))
    listed = list(page.object_list)
    told = shown.told([(row.entry.key, row.message) for row in listed])
    context = {
        "section": "conflicts",
        "asked": asked,
        "page": page,
        "rows": [(row, shown.title(row), words) for row, words in zip(listed, told, strict=True)],
        "kinds": [(code, words, counted[code], asked.query(kind=code)) for code, words in KINDS.items() if code in counted],
        "total": sum(counted.values()),
        "lists": [(name, words, asked.query(list=name, kind="")) for name, words in LISTS.items()],
        "countries": [*sorted(COUNTRIES.values(), key=lambda country: country.name)],
        "joint": JOINT,
        "done": done(request),
    }
    return render(request, "desk/conflicts/list.html", context, status=REFUSED if asked.faults else 200)


@require_GET
@editors_only
def conflict(request: HttpRequest, key: str) -> HttpResponse:
    """One conflict with the ways to settle it; one that is settled leads to the list."""
    asked = asked_in(request.GET)
    row = found(key)
    if row is None:
        return redirect(f"{address(asked)}")
    return render(request, "desk/conflicts/one.html", {**page_of(row, around(row), asked), "done": done(request)})


def found(key: str) -> Conflict | None:
    """The conflict of a key, with what its page asks for; None where there is none."""
    return Conflict.objects.select_related("entry", "initiative").filter(key=key).first() if KEY.fullmatch(key) else None


def done(request: HttpRequest) -> Edition | None:
    """The edition that the editor has just made, while it can be undone from here."""
    number = number_in(request.GET.get("done", ""))
    edition = Edition.objects.filter(number=number, by=request.user.pk).first() if number else None
    return None if edition is None or edition.undone_by.exists() else edition


def address(asked: Asked, key: str | None = None, **more: str) -> str:
    """The page of a conflict, or the list, with the list's filters kept."""
    query = asked.query(**more)
    return f"/desk/conflicts/{f'{key}/' if key else ''}{f'?{query}' if query else ''}"
