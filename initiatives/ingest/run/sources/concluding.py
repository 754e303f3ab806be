"""Stores how a visit went: items and intakes, the visit itself and the time of the next one, in one transaction."""

import datetime
import random
from typing import Any

from django.db import transaction
from django.utils import timezone

from initiatives.ingest.run.sources import moving, walls
from initiatives.ingest.run.sources.adding import LONGEST_NAME, host_of, source_at
from initiatives.ingest.run.sources.outcomes import Outcome
from initiatives.ingest.run.sources.taking import Taken, Visited, take_in
from initiatives.ingest.steps.discover import interval
from initiatives.ingest.values.feed import Feed
from initiatives.models import Source, SourceVisit

MOST_VISITS_KEPT = 200  # of one source


@transaction.atomic
def conclude(source: Source, outcome: Outcome, seconds: float) -> Visited:
    """Everything of the visit, or nothing of it; gives the intakes that are to be rung for."""
    first = source.last_new_at is None
    redirect(source, outcome)
    taken = take_in(source, outcome.feed, first) if outcome.feed else Taken()
    message = outcome.message or taken.in_words(outcome.feed)
    if source.articles_walled_since and outcome.state == "healthy":
        message = f"{message} {walls.in_words(source)}"
    keep_visit(source, outcome, taken, message, seconds)
    Source.objects.filter(pk=source.pk).update(**after(source, outcome, taken), message=message)
    return taken.visited


def redirect(source: Source, outcome: Outcome) -> None:
    """Keeps the address that a permanent redirect gives, unless another source has it."""
    if outcome.moved_to and outcome.moved_to != source.address and not outcome.failed and source_at(outcome.moved_to) is None:
        moving.move(source, outcome.moved_to[:2000])


def after(source: Source, outcome: Outcome, taken: Taken) -> dict[str, Any]:
    """The columns of the source after the visit."""
    now = timezone.now()
    failures = source.failures_in_a_row + 1 if outcome.failed else 0 if outcome.word != "busy" else source.failures_in_a_row
    wait = source.interval_seconds if outcome.failed or outcome.word == "busy" or source.last_visit_at is None else adapted(source, taken)
    state = "blocked" if outcome.state == "healthy" and source.articles_walled_since else outcome.state
    columns: dict[str, Any] = {
        "state": state,
        "state_since": source.state_since if source.state == state and source.state_since else now,
        "interval_seconds": wait,
        "failures_in_a_row": min(failures, 1000),
        "next_visit_at": now + datetime.timedelta(seconds=wait_until_next(wait, failures, outcome)),
        "claimed_at": None,
        "last_visit_at": now,
    }
    return columns | read_columns(source, outcome, taken, now)


def adapted(source: Source, taken: Taken) -> int:
    """The wait between visits after an answer."""
    return interval.next_wait(source.interval_seconds, taken.new)


def wait_until_next(wait: int, failures: int, outcome: Outcome) -> int:
    """Seconds until the next visit, moved by chance."""
    chance = random.random()
    if outcome.word == "busy":
        return interval.asked_wait(outcome.asked_seconds or 60, chance)
    if not outcome.failed:
        return interval.jittered(wait, chance)
    longer = interval.wait_after_failure(wait, failures, outcome.asked_seconds)
    return interval.asked_wait(longer, chance)


def read_columns(source: Source, outcome: Outcome, taken: Taken, now: datetime.datetime) -> dict[str, Any]:
    """What is kept of an answer for the next visit; a failure leaves what there was."""
    if outcome.failed or outcome.word in ("busy", "known"):
        return {}
    columns: dict[str, Any] = {"etag": outcome.etag, "last_modified": outcome.last_modified, "body_hash": outcome.body_hash}
    if taken.new or (source.last_new_at is None and outcome.feed):
        columns["last_new_at"] = now
    return columns | (named_by(source, outcome.feed) if outcome.feed else {})


def named_by(source: Source, feed: Feed) -> dict[str, Any]:
    """What the feed says of itself, where nobody has said it before; an editor's words stay."""
    columns: dict[str, Any] = {"kind": feed.kind}
    if feed.title and source.name == host_of(source.address):
        columns["name"] = feed.title[:LONGEST_NAME]
    if feed.language and not source.language:
        columns["language"] = feed.language
    return columns


def keep_visit(source: Source, outcome: Outcome, taken: Taken, message: str, seconds: float) -> None:
    """The visit as a row; the oldest ones go."""
    items, new = (len(outcome.feed.items), taken.new) if outcome.feed else (None, 0 if outcome.word == "unchanged" else None)
    word = "unchanged" if outcome.feed and not taken.new else outcome.word
    SourceVisit.objects.create(
        source=source, outcome=word, status=outcome.status, message=message, items=items, new_items=new, bytes=outcome.size, seconds=seconds
    )
    oldest = source.visits.order_by("-pk").values_list("pk", flat=True)[MOST_VISITS_KEPT : MOST_VISITS_KEPT + 1].first()
    if oldest:
        source.visits.filter(pk__lte=oldest).delete()
