"""Weighs announcements against a large record as quick entry does, in a process that `manage.py shell` has set up; stores nothing."""

import json
import statistics
import time
from collections.abc import Callable
from typing import Any, Final

from initiatives.models import FundingEntry
from initiatives.review.announcing import Typed, answer_to
from initiatives.review.announcing.amounts import as_typed
from initiatives.review.announcing.reading import settle
from initiatives.review.announcing.twins import twins_of
from initiatives.review.announcing.typed import Payer

ASKED: Final = 40


def main() -> None:
    """Prints the milliseconds in the middle and of the slowest twentieth, of finding twins and of the whole answer, as JSON."""
    forms = [form_of(row) for row in some_entries()]
    for form in forms[:3]:
        answer_to(form)  # rates and names are there from now on
    twins = [milliseconds(twins_of, settle(form)) for form in forms]
    answers = [milliseconds(answer_to, form) for form in forms]
    print(json.dumps({"entries": FundingEntry.objects.count(), **told("twins", twins), **told("answer", answers)}))


def some_entries() -> list[FundingEntry]:
    """Entries from all over the record."""
    rows = FundingEntry.objects.select_related("initiative").prefetch_related("funders__organization").filter(amount__isnull=False)
    first, last = rows.order_by("pk").values_list("pk", flat=True).first() or 0, rows.order_by("-pk").values_list("pk", flat=True).first() or 0
    steps = range(first, last, max(1, (last - first) // ASKED))
    return [row for pk in steps if (row := rows.filter(pk__gte=pk).order_by("pk").first())]


def form_of(row: FundingEntry) -> Typed:
    """The form that an editor would type for an entry that the record has."""
    return Typed(
        initiative=row.initiative.name,
        slug=row.initiative.slug,
        amount=as_typed(row.amount, row.currency),
        stage=row.stage,
        origin=row.origin,
        announced_on=row.announced_on,
        period=row.period or "",
        payers=tuple(Payer(funder.organization.name, funder.organization.slug) for funder in row.funders.all() if funder.organization),
    )


def milliseconds(ask: Callable[[Any], object], about: object) -> float:
    """What one answer costs by the clock, the database included."""
    began = time.perf_counter()
    ask(about)
    return 1000 * (time.perf_counter() - began)


def told(what: str, found: list[float]) -> dict[str, float]:
    """The middle, and the slowest twentieth."""
    return {what: statistics.median(found), f"{what}_slow": statistics.quantiles(found, n=20)[-1]}
