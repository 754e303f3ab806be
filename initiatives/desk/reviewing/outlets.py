"""The reports of a draft's story: what this one adds to the others, and the others' texts to read beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from initiatives.desk.passages import Piece, paragraphs
from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.values import KnownEntry
from initiatives.ledger.series import load_rates
from initiatives.models import Comment, Draft, FundingEntry, Participation, StoryArticle
from initiatives.review import Decision, decision_of, stories
from initiatives.review.adding import Added, Told, added, told
from initiatives.text import fold

COPY = "copy"  # of another report, which tells nothing of its own where nobody read it
MOST_COMPARED = 20  # reports of one story, the first ones


@dataclass(frozen=True, slots=True)
class Outlet:
    """One other report of the story; `draft` is the id of its draft, None for a copy without one."""

    article: int
    name: str
    draft: int | None
    state: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Outlets:
    """The story of a draft: `added` is what this report adds to the others, `text` that of the report that is read instead of the draft's own."""

    story: int
    words: str
    others: Sequence[Outlet]
    added: Added | None
    title: str = ""
    text: Sequence[Sequence[Piece]] = ()


def outlets_of(row: Draft, decision: Decision, chosen: str) -> Outlets | None:
    """The story of a draft; None for an article that stands alone. `chosen` is the id of the article to read, as typed in the address."""
    place = StoryArticle.objects.filter(article=row.article_id).first()
    if place is None:
        return None
    words = stories.counts([place.story_id])[place.story_id].words
    places = others_of(place)
    if not places:
        return Outlets(place.story_id, words, (), None)
    outlets = [outlet(each, chosen) for each in places]
    telling = [each for each in places if each.tie != COPY or hasattr(each.article, "draft")]
    found = added(decision, told_by(telling), len(telling), Amounts(load_rates())) if telling else None
    shown = next((each.article for each, one in zip(places, outlets, strict=True) if one.chosen), None)
    text = paragraphs(shown.text, []) if shown else ()
    return Outlets(place.story_id, words, outlets, found, shown.title if shown else "", text)


def others_of(place: StoryArticle) -> Sequence[StoryArticle]:
    """The first other reports of the story, with their drafts."""
    rows = StoryArticle.objects.filter(story=place.story_id).exclude(article=place.article_id).select_related("article__draft")
    return list(rows.order_by("placed_at", "pk")[:MOST_COMPARED])


def outlet(place: StoryArticle, chosen: str) -> Outlet:
    """One report as the page lists it."""
    draft = getattr(place.article, "draft", None)
    name = place.article.publisher or place.article.title or place.article.url
    return Outlet(
        place.article_id, name, draft.pk if draft else None, draft.get_state_display() if draft else "a copy", chosen == str(place.article_id)
    )


def told_by(places: Sequence[StoryArticle]) -> Told:
    """What the other reports would publish, and what the record has from them."""
    drafts = [draft for place in places if (draft := getattr(place.article, "draft", None)) and draft.state != "rejected"]
    proposed = told(decision for draft in drafts if (decision := readable(draft)))
    return with_published(proposed, [place.article_id for place in places])


def readable(draft: Draft) -> Decision | None:
    """The form of a draft; None for one that an earlier version of the line wrote."""
    try:
        return decision_of(draft)
    except ValueError:
        return None


def with_published(proposed: Told, articles: Sequence[int]) -> Told:
    """The same with what was published from these articles."""
    sums = FundingEntry.objects.filter(source__in=articles, amount__isnull=False).values_list("amount", "currency", "announced_on", "hedge")
    people = Participation.objects.filter(source__in=articles).values_list("organization__slug", "organization__name", "described")
    quotes = Comment.objects.filter(source__in=articles).values_list("quote", "position")
    return replace(
        proposed,
        sums=proposed.sums | {KnownEntry("", "", amount.normalize(), code, day, hedge) for amount, code, day, hedge in sums if amount},
        participants=proposed.participants | {fold(name) for names in people for name in names if name},
        quotes=(*proposed.quotes, *(" ".join(fold(quote or position).split()) for quote, position in quotes)),
    )
