"""Weighs announcements against a large record as quick entry does, in a process that `manage.py shell` has set up; stores nothing."""

import json
from typing import Final

from initiatives.models import FundingEntry
from initiatives.review.amounts import as_typed
from initiatives.review.announcing import Typed, answer_to
from initiatives.review.announcing.reading import settle
from initiatives.review.announcing.twins import twins_of
from initiatives.review.announcing.typed import Payer
from tests.bench.timing import time_each

ASKED: Final = 200


def main() -> None:
    """Prints the milliseconds of finding twins and of the whole answer, in the middle and of 95 of 100, with their processor time, as JSON."""
    forms = [form_of(row) for row in some_entries()]
    for form in forms[:3]:
        answer_to(form)  # rates and names are there from now on
    twins = time_each(twins_of, [settle(form) for form in forms])
    answers = time_each(answer_to, forms)
    print(json.dumps({"entries": FundingEntry.objects.count(), **twins.told("twins"), **answers.told("answer")}))


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
