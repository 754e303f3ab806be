"""One visit of a source: asks through the door, reads, and concludes; whatever goes wrong is stored in words, and the next source is visited."""

import logging
import time
from dataclasses import replace

from billiard.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import DataError
from django.utils import timezone

from initiatives.ingest import fetch as door
from initiatives.ingest.run.sources import moving
from initiatives.ingest.run.sources.claiming import claimed
from initiatives.ingest.run.sources.concluding import conclude
from initiatives.ingest.run.sources.outcomes import Outcome, broken, outcome_of
from initiatives.ingest.run.sources.taking import Visited
from initiatives.ingest.steps import discover
from initiatives.ingest.values.feed import Feed
from initiatives.models import Source

logger = logging.getLogger(__name__)

MOST_PARTS = 3  # site maps of an index that are read in one visit, the newest


def visit_source(source_id: int) -> Visited:
    """Visits a source that is due or was rung for; gives the intakes to ring for. Nothing when another worker has it, or it is not due."""
    with claimed(source_id) as source:
        if source is None:
            return Visited()
        began = time.monotonic()
        outcome = guarded(source)
        return concluded(source, outcome, time.monotonic() - began)


def concluded(source: Source, outcome: Outcome, seconds: float) -> Visited:
    """The visit stored; where what was read cannot be stored, the source says so, and nothing of it is kept."""
    try:
        return conclude(source, outcome, seconds)
    except DataError:
        logger.exception("source %s cannot be stored", source.pk)
        return conclude(source, broken(source, "What it holds cannot be stored. It is tried again later."), seconds)


def guarded(source: Source) -> Outcome:
    """How the visit went, also when a fault of ours ended it."""
    try:
        return visited(source)
    except SoftTimeLimitExceeded:
        return broken(source, "The visit took longer than a worker may spend on it. It is tried again later.")
    except Exception:
        logger.exception("source %s failed", source.pk)
        return broken(
            source, f"The visit stopped at a fault of this program, which is in its log under the number {source.pk}. It is tried again later."
        )


def visited(source: Source) -> Outcome:
    """The outcome for what stands there; a page that was just added leads on to its feed, an index to its newest site maps."""
    outcome = asked(source)
    elsewhere = moving.moved_onto(source, outcome)
    if elsewhere is not None:
        return moving.told_apart(source, outcome, elsewhere)
    feed = outcome.feed
    if feed and feed.kind == "page" and feed.feeds and source.state == "new" and source.kind != "page":
        return led_on(source, outcome, feed)
    if feed and feed.parts:
        return with_parts(outcome, feed)
    return outcome


def asked(source: Source) -> Outcome:
    """The outcome of one request, conditional where the last answer allows it."""
    known = door.Known(source.etag or None, source.last_modified or None)
    return outcome_of(source, door.fetch(source.address, door.rules_from(settings), known))


def led_on(source: Source, outcome: Outcome, page: Feed) -> Outcome:
    """The outcome of the page's own feed; where that one is in the list already, the source is turned off and says so."""
    known = moving.known_feed(source, page)
    if known is not None:
        return moving.told_apart(source, outcome, known)
    moving.to_feed(source, page)
    return asked(source)


def with_parts(outcome: Outcome, index: Feed) -> Outcome:
    """The items of an index's newest site maps. What the index says of itself tells nothing of them, so it is asked in full the next time."""
    items, left_out = list(index.items), max(0, len(index.parts) - MOST_PARTS)
    for part in index.parts[:MOST_PARTS]:
        answer = door.fetch(part, door.rules_from(settings))
        if isinstance(answer, door.Failure):
            continue
        today = f"{timezone.now():%Y-%m-%d}"
        found = discover.read(discover.Answered(answer.body, answer.address, answer.content_type, answer.charset, today))
        items += found.items if isinstance(found, Feed) else ()
    notes = (*index.notes, f"{left_out} older site maps of the index are not read") if left_out else index.notes
    return replace(outcome, feed=replace(index, items=tuple(items), notes=notes), etag="", last_modified="", body_hash="")
