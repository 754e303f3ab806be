"""Which entries are new in the record or changed last, and when; must not know how they are told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import F, OuterRef, Subquery

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.entries import EntryRow, entry_rows
from initiatives.models import FundingEntry

MOST: Final = 60


@dataclass(frozen=True, slots=True)
class News:
    """One entry with the moments at which it entered the record and changed last; the same where it never changed."""

    entry: EntryRow
    entered: datetime
    changed: datetime

    @property
    def is_changed(self) -> bool:
        return self.changed > self.entered


def newest_news(filters: Filters, slug: str | None = None, most: int = MOST) -> list[News]:
    """The entries of the selection, or of one initiative in it, that came or changed last, the newest first; two statements."""
    lines = FundingEntry.history.filter(id=OuterRef("entry_id")).values("history_date")
    found = selection.entries(filters) if slug is None else selection.entries(filters).filter(initiative__slug=slug)
    found = found.annotate(entered=Subquery(lines.order_by("history_date")[:1]), changed=Subquery(lines.order_by("-history_date")[:1]))
    newest = found.filter(changed__isnull=False).order_by("-changed", "-announced_first", F("entry__key").asc())
    moments: list[tuple[int, str, Any, Any]] = list(newest.values_list("entry_id", "entry__key", "entered", "changed")[:most])
    chosen = selection.entries(filters).filter(entry_id__in=[entry for entry, *_ in moments])
    rows = {row.key: row for row in entry_rows(chosen, filters, payers=False)} if moments else {}
    return [News(rows[key], entered, changed) for _, key, entered, changed in moments]
