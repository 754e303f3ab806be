"""Counts what passed each stage of the line, and how long each step takes; reads, and changes nothing."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, Q

from initiatives.models import Draft, Intake, SourceItem
from initiatives.models.draft import INTAKE_STEPS

# Both come from the timings of each row, {step: [seconds, cpu_seconds]}.
MEDIANS = """
    SELECT step.key, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY (step.value->>0)::float),
           percentile_cont(0.5) WITHIN GROUP (ORDER BY (step.value->>1)::float)
    FROM initiatives_intake, jsonb_each(timings) AS step
    WHERE handed_in_at >= %s
    GROUP BY step.key
"""
EVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Counters:
    """How many items or articles that came in since a moment reached each stage."""

    seen: int
    """Items that sources showed, and what was handed in."""
    fetched: int
    """Whose bytes came in and were opened."""
    kept: int
    """About a national AI effort."""
    maybe: int
    rejected: int
    duplicate: int
    drafted: int
    accepted: int
    failed: int
    waiting: int
    """Not finished yet."""


@dataclass(frozen=True, slots=True)
class StageMedian:
    """What one step takes: the middle of its seconds and CPU seconds over `articles`."""

    step: str
    words: str
    articles: int
    seconds: float
    cpu_seconds: float


def counters(since: datetime.datetime | None = None) -> Counters:
    """What came in since then (ever, without a moment), by how far it came."""
    began = since or EVER
    intakes = Intake.objects.filter(handed_in_at__gte=began).aggregate(**_counted(STAGES))
    drafts = Draft.objects.filter(made_at__gte=began).aggregate(drafted=Count("pk"), accepted=Count("pk", filter=Q(state="accepted")))
    items = SourceItem.objects.filter(first_seen_at__gte=began).count()
    return Counters(seen=items + intakes.pop("handed_in"), **intakes, **drafts)


STAGES: Mapping[str, Q] = {
    "handed_in": Q(source__isnull=True),
    "fetched": Q(timings__has_key="extract"),
    "kept": Q(verdict="yes"),
    "maybe": Q(verdict="maybe"),
    "rejected": Q(state="rejected"),
    "duplicate": Q(state="duplicate"),
    "failed": Q(state__in=("failed", "dismissed")),
    "waiting": Q(state__in=("waiting", "working")),
}


def _counted(stages: Mapping[str, Q]) -> dict[str, Count]:
    return {name: Count("pk", filter=which) for name, which in stages.items()}


def stage_medians(since: datetime.datetime | None = None) -> list[StageMedian]:
    """The middle seconds and CPU seconds of each step, in the order of the steps; steps that nothing reached are left out."""
    with connection.cursor() as cursor:
        cursor.execute(MEDIANS, [since or EVER])
        found = {step: (articles, seconds, cpu_seconds) for step, articles, seconds, cpu_seconds in cursor.fetchall()}
    return [StageMedian(step, words, *found[step]) for step, words in INTAKE_STEPS.items() if step in found]
