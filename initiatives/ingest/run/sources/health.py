"""How each source does: its last answers, what came of its items, and when it is visited next; asks, and changes nothing."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from initiatives.models import Draft, Intake, Source, SourceItem, SourceVisit

ANSWERS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One source with its last visits, newest first, and how many items it showed, were taken in, became drafts and were accepted."""

    source: Source
    answers: tuple[SourceVisit, ...]
    items: int
    taken: int
    drafts: int
    accepted: int

    @property
    def yield_per_hundred(self) -> float | None:
        """Drafts accepted per hundred items that were taken in; None before any was."""
        return 100 * self.accepted / self.taken if self.taken else None

    @property
    def next_visit_at(self) -> datetime.datetime | None:
        """When it is visited next; None while it is off or gone."""
        return self.source.next_visit_at if self.source.watched and self.source.state != "gone" else None


def sources_health() -> list[SourceHealth]:
    """Every source, watched ones first, by name. Five statements, however many sources there are."""
    items = dict(SourceItem.objects.order_by().values_list("source").annotate(Count("pk")))
    taken = dict(Intake.objects.filter(source__isnull=False).order_by().values_list("source").annotate(Count("pk")))
    of_source = Draft.objects.filter(intake__source__isnull=False).order_by().values_list("intake__source")
    drafts = {
        source: (made, accepted) for source, made, accepted in of_source.annotate(made=Count("pk"), accepted=Count("pk", filter=Q(state="accepted")))
    }
    answers = last_answers()
    rows = Source.objects.select_related("country").order_by("-watched", "name", "address")
    return [SourceHealth(row, tuple(answers[row.pk]), items.get(row.pk, 0), taken.get(row.pk, 0), *drafts.get(row.pk, (0, 0))) for row in rows]


def last_answers() -> defaultdict[int, list[SourceVisit]]:
    """The last visits by source, newest first."""
    numbered = SourceVisit.objects.annotate(place=Window(RowNumber(), partition_by=[F("source")], order_by=[F("visited_at").desc(), F("pk").desc()]))
    found: defaultdict[int, list[SourceVisit]] = defaultdict(list)
    for visit in numbered.filter(place__lte=ANSWERS_SHOWN).order_by("-visited_at", "-pk"):
        found[visit.source_id].append(visit)
    return found
