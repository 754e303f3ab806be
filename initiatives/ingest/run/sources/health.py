"""How each source does: its last answers, what came of its items, and when it is visited next; asks, and changes nothing."""

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from initiatives.models import Draft, Intake, Source, SourceItem, SourceVisit

ANSWERS_SHOWN = 5
NOTHING_YET = (0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One source with its last visits, newest first, and how many items it showed, were taken in, put aside, became drafts and were accepted.

    An item that was known from elsewhere counts where it was taken in.
    """

    source: Source
    answers: tuple[SourceVisit, ...]
    items: int
    taken: int
    rejected: int
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


def source_health(source: Source) -> SourceHealth:
    """How one source does, in three statements; without its answers, which its own page lists whole."""
    return SourceHealth(source, (), *counts([source.pk]).get(source.pk, NOTHING_YET))


def sources_health() -> list[SourceHealth]:
    """Every source, watched ones first, by name. Five statements, however many sources there are."""
    rows = list(Source.objects.select_related("country").order_by("-watched", "name", "address"))
    answers, counted = last_answers(), counts([row.pk for row in rows])
    return [SourceHealth(row, tuple(answers[row.pk]), *counted.get(row.pk, NOTHING_YET)) for row in rows]


def counts(sources: Collection[int]) -> dict[int, tuple[int, int, int, int, int]]:
    """By source: items shown, intakes taken in, those put aside, drafts, and drafts accepted."""
    items = dict(SourceItem.objects.filter(source__in=sources).order_by().values_list("source").annotate(Count("pk")))
    of_source = Intake.objects.filter(source__in=sources).order_by().values_list("source")
    intakes = {key: rest for key, *rest in of_source.annotate(taken=Count("pk"), rejected=Count("pk", filter=Q(state="rejected")))}
    of_intake = Draft.objects.filter(intake__source__in=sources).order_by().values_list("intake__source")
    drafts = {key: rest for key, *rest in of_intake.annotate(made=Count("pk"), accepted=Count("pk", filter=Q(state="accepted")))}
    return {key: (items.get(key, 0), *intakes.get(key, (0, 0)), *drafts.get(key, (0, 0))) for key in {*items, *intakes, *drafts}}


def last_answers() -> defaultdict[int, list[SourceVisit]]:
    """The last visits by source, newest first."""
    numbered = SourceVisit.objects.annotate(place=Window(RowNumber(), partition_by=[F("source")], order_by=[F("visited_at").desc(), F("pk").desc()]))
    found: defaultdict[int, list[SourceVisit]] = defaultdict(list)
    for visit in numbered.filter(place__lte=ANSWERS_SHOWN).order_by("-visited_at", "-pk"):
        found[visit.source_id].append(visit)
    return found
