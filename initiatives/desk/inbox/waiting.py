"""Asks for the drafts of one page of the inbox: always the same few questions, however many wait."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, Q
from django.utils import timezone

from initiatives import formats
from initiatives.desk.inbox.order import BY_URGENCY, Drafts, open_drafts, stories
from initiatives.desk.inbox.proposed import PARTS, Proposed, partner_keys, proposed
from initiatives.models import Draft, FundingEntry, Source
from initiatives.review import stories as stories_of
from initiatives.review.urgency import in_words

STORIES_A_PAGE = 20
DECIDED_A_PAGE = 50
TEXTS = ("proposal", "decided")
DOLLAR = "USD"
ALONE = stories_of.Counts(articles=1, outlets=1, origins=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One draft that waits, with what the line proposes."""

    draft: Draft
    story: int
    proposed: Proposed
    consequence: str
    why: str  # it stands where it stands


@dataclass(frozen=True, slots=True)
class StoryOfDrafts:
    """The drafts of one story; `number` is None for an article that stands alone. The counts are of all its articles, decided or not."""

    number: int | None
    counts: stories_of.Counts
    drafts: Sequence[Waiting]

    @property
    def is_several(self) -> bool:
        """Whether there is more to the story than one draft."""
        return self.counts.articles > 1 or len(self.drafts) > 1


def of_country(drafts: Drafts, country: str, source: Source | None) -> Drafts:
    """The drafts whose article is about an initiative of this country, and that came from this source; empty and None are all."""
    if country:
        proposed_owner = Q(proposal__understanding__countries__contains=[{"code": country, "role": "owner"}])
        drafts = drafts.filter(proposed_owner | Q(initiative__countries__contains=[country]))
    return drafts.filter(intake__source=source) if source else drafts


def page_of_stories(drafts: Drafts, number: str | None) -> Page[Any]:
    """One page of stories with their drafts, the most urgent first."""
    page = Paginator(stories(drafts), STORIES_A_PAGE).get_page(number)
    wanted = [row["story"] for row in page.object_list]
    page.object_list = together(wanted, rows_of(drafts.filter(story__in=wanted).order_by(*BY_URGENCY)))
    return page


def together(wanted: Sequence[int], waiting: Iterable[Waiting]) -> list[StoryOfDrafts]:
    """The drafts under their stories, in the order of `wanted`."""
    told = stories_of.counts([number for number in wanted if number > 0])
    by_story: dict[int, list[Waiting]] = {number: [] for number in wanted}
    for each in waiting:
        by_story[each.story].append(each)
    return [StoryOfDrafts(number if number > 0 else None, told.get(number, ALONE), drafts) for number, drafts in by_story.items() if drafts]


def rows_of(drafts: Drafts) -> list[Waiting]:
    """The drafts with what the line proposes, without the whole of the proposals."""
    wanted = drafts.select_related("article", "initiative", "intake__source").defer(*TEXTS, "intake__body", "intake__embedding")
    rows = list(wanted.annotate(**{name: F(path) for name, path in PARTS.items()}))
    parts = [{name: getattr(row, name) for name in PARTS} for row in rows]
    partners = partners_of(partner_keys(parts))
    now = timezone.now()
    return [
        Waiting(
            row,
            row.story,
            proposed(part, partners, row.article.text),
            consequence_of(row),
            in_words(row.consequence, row.doubt, row.made_at, now),
        )
        for row, part in zip(rows, parts, strict=True)
    ]


def partners_of(keys: Iterable[str]) -> dict[str, str]:
    """The entries of the record with these keys as `¥1 tn of 21 Dec 2025`."""
    entries = FundingEntry.objects.filter(key__in=list(keys)).only("key", "amount", "currency", "announced_on")
    return {entry.key: f"{formats.published(entry.amount, entry.currency)} of {formats.day(entry.announced_on)}" for entry in entries}


def consequence_of(draft: Draft) -> str:
    """The dollars that the draft would move, in words; empty where it names none."""
    return "" if draft.consequence is None else formats.money(draft.consequence, DOLLAR)


def drafts_waiting(*, doubtful: bool, country: str, source: Source | None, page: str | None) -> Page[Any]:
    """One page of the inbox, or of the maybe list."""
    return page_of_stories(of_country(open_drafts(doubtful=doubtful), country, source), page)


def drafts_decided(country: str, source: Source | None, page: str | None) -> Page[Draft]:
    """One page of what was decided, the newest first."""
    decided = of_country(Draft.objects.exclude(state="open"), country, source).select_related("article", "initiative", "decided_by")
    return Paginator(decided.defer(*TEXTS, "article__text").order_by("-decided_at", "-pk"), DECIDED_A_PAGE).get_page(page)
