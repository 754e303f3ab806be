"""The page of the line, and the button by which it learns again."""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from initiatives import review, tasks
from initiatives.desk.access import editors_only, forms_only
from initiatives.desk.inbox.put_aside import intakes
from initiatives.desk.line.stages import stages
from initiatives.desk.line.workers import queues
from initiatives.ingest import language_model
from initiatives.ingest.run.counters import counters, stage_medians
from initiatives.models.draft import INTAKE_STEPS

PERIODS = {"day": ("the last day", datetime.timedelta(days=1)), "week": ("the last week", datetime.timedelta(days=7)), "ever": ("all time", None)}
READING_SHOWN = 20
FAILED_SHOWN = 5
REFUSED = 400
STEPS = list(INTAKE_STEPS)


@require_GET
@editors_only
def line(request: HttpRequest) -> HttpResponse:
    """What passed each stage over a day, a week or all time; what is with a worker now; and what the line works with."""
    asked = request.GET.get("over", "day")
    over = asked if asked in PERIODS else "day"
    since = None if (length := PERIODS[over][1]) is None else timezone.now() - length
    counted = counters(since)
    failed = intakes(("failed",), None)
    shown = {
        "over": over,
        "refused": "" if asked in PERIODS else asked[:40],
        "periods": [(name, words) for name, (words, _) in PERIODS.items()],
        "counted": counted,
        "stages": stages(counted),
        "medians": stage_medians(since),
        "failed": failed.order_by("-finished_at", "-pk")[:FAILED_SHOWN],
        "failures": failed.count(),
        "standing": review.standing(),
        "language_model": settings.LANGUAGE_MODEL if language_model.is_installed(settings.LANGUAGE_MODEL) else "",
        "service": urlsplit(settings.LLM_BASE_URL).hostname,
        "service_model": settings.LLM_MODEL,
        "queues": queues(),
        "section": "line",
        **reading_now(),
    }
    return render(request, "desk/line.html", shown, status=REFUSED if shown["refused"] else 200)


@require_GET
@editors_only
def reading(request: HttpRequest) -> HttpResponse:
    """What is with a worker now, as the part of the page that asks for itself again."""
    return render(request, "desk/line/reading.html", reading_now())


def reading_now() -> dict[str, object]:
    """The articles with a worker, and how many wait."""
    working = intakes(("working",), None).order_by("claimed_at", "pk")[:READING_SHOWN]
    return {
        "working": [(row, STEPS.index(row.step) + 1 if row.step in STEPS else 0) for row in working],
        "steps": len(STEPS),
        "queued": intakes(("waiting",), None).count(),
    }


@forms_only
@editors_only
def learn(request: HttpRequest) -> HttpResponse:
    """Rings for a new training on all decisions of editors."""
    if not review.standing().installed:
        messages.error(request, "No embedding model is installed, so there is nothing to train: keywords judge alone. Nothing was changed.")
        return redirect("desk-line")
    tasks.train_relevance.delay(asked=True)
    messages.success(request, "The line learns again from all decisions. What comes of it stands here within a minute or two; reload the page then.")
    return redirect("desk-line")
