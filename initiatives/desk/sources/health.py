"""How one source does: what came of its items, and the version of its row that a form was opened on."""

from dataclasses import dataclass

from django.db.models import Count, Q

from initiatives.models import Source, SourceItem

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Health:
    """What came of a source's items, counted; `yield_per_hundred` is None before the first was read."""

    items: int
    taken: int
    drafts: int
    accepted: int
    rejected: int

    @property
    def yield_per_hundred(self) -> float | None:
        """Accepted drafts among a hundred items that were read."""
        return HUNDRED * self.accepted / self.taken if self.taken else None


def health_of(row: Source) -> Health:
    """The counts of one source, in one question."""
    counted = SourceItem.objects.filter(source=row).aggregate(
        items=Count("pk", distinct=True),
        taken=Count("intake", distinct=True),
        drafts=Count("intake__drafts", distinct=True),
        accepted=Count("intake__drafts", filter=Q(intake__drafts__state="accepted"), distinct=True),
        rejected=Count("intake", filter=Q(intake__state="rejected"), distinct=True),
    )
    return Health(**counted)


def version_of(row: Source) -> str:
    """The newest line of the row's history: a form that was opened on an older one is refused."""
    newest = row.history.values_list("history_id", flat=True).first()
    return str(newest or 0)
