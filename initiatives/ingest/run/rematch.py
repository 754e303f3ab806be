"""Matches an article with the record as it is today, for the first time or again; a fault in it leaves a draft without proposals. Stores nothing."""

import logging
from dataclasses import dataclass, replace

from billiard.exceptions import SoftTimeLimitExceeded
from django.db import Error

from initiatives.ingest import line
from initiatives.ingest.run import corrections, gather, stories
from initiatives.ingest.run.stories import Tie
from initiatives.ingest.values import Article, DraftValue, Understanding
from initiatives.ledger.series import load_rates
from initiatives.models import Article as StoredArticle
from initiatives.models import Draft, Edition, FundingEntry, StoryArticle

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Matched:
    """A draft and the number of the edition that it was matched with; what was published since is not in it."""

    value: DraftValue
    edition: int


def matched(article: Article, understanding: Understanding, chosen: str | None = None, told_beside: frozenset[str] = frozenset()) -> Matched:
    """The draft of an article against the record; `chosen` and `told_beside` as `line.draft_of` takes them. Raises what the database raises alone."""
    edition = Edition.objects.current_number()
    try:
        known = gather.record(understanding.owners(), f"{article.title} {article.text}", chosen)
        return Matched(line.draft_of(article, understanding, known, load_rates(), chosen, told_beside), edition)
    except (Error, SoftTimeLimitExceeded):
        raise
    except Exception:
        logger.exception("matching %s failed", article.url or article.title)
        return Matched(line.unmatched_draft_of(article, understanding), edition)


def matched_again(draft: Draft, chosen: str | None) -> Matched:
    """The draft of a stored one against the record as it is now. Raises ValueError for one that an earlier version of the line wrote."""
    before = DraftValue.from_json(draft.proposal)
    found = matched(before.article, before.understanding, chosen, told_beside(draft.article))
    return replace(found, value=tied(found.value, draft.article))


def told_beside(row: StoredArticle) -> frozenset[str]:
    """Keys of the entries that the other articles of its story brought to the record."""
    place = stories.place_of(row)
    if place is None:
        return frozenset()
    others = StoryArticle.objects.filter(story=place.story_id).exclude(article=row).values("article")
    return frozenset(FundingEntry.objects.filter(source__in=others).values_list("key", flat=True))


def tied(value: DraftValue, row: StoredArticle) -> DraftValue:
    """The draft with what it says of corrections, as the article's place in its story has it now."""
    warnings = tuple(each for each in value.understanding.warnings if each.code != corrections.CODE)
    value = replace(value, understanding=replace(value.understanding, warnings=warnings))
    place = stories.place_of(row)
    if place is not None and place.origin is not None:
        corrects = place.reason == corrections.reason(place.origin)
        if place.tie == "copy" or corrects:
            value = corrections.with_replacement(value, Tie(place.tie, place.origin, place.score, place.reason), corrects)
    return corrections.with_known_corrections(value)
