"""The order in which drafts wait: by story, the most urgent first, and so within a story; what urgent means says `review.urgency`."""

from typing import Any

from django.db.models import BigIntegerField, Exists, F, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from initiatives.models import Draft, StoryArticle

Drafts = QuerySet[Any]  # with `story`, the number that `open_drafts` adds
Place = tuple[float, int]  # urgency and id, by which drafts follow one another, the highest first
# An article without a place in a story stands alone, under a number that no story has.
STORY = Coalesce(F("article__place__story_id"), F("article_id") * -1, output_field=BigIntegerField())
BY_URGENCY = ("-urgency", "-pk")


def open_drafts(*, doubtful: bool) -> Drafts:
    """Drafts that nobody has decided, each with the number of its story."""
    return Draft.objects.filter(state="open", doubtful=doubtful).annotate(story=STORY)


def stories(drafts: Drafts) -> Drafts:
    """The stories of these drafts, one row each, that of the most urgent draft first."""
    grouped: Drafts = drafts.values("story").annotate(most=Max("urgency")).order_by("-most", "story")
    return grouped


def neighbours(draft: Draft) -> dict[str, int | None]:
    """The ids of the drafts that wait before and after this one, where the desk's list has them; of a decided draft where it stood, and after the
    last one the first. A few rows are read, however many wait."""
    waiting = Draft.objects.filter(state="open", doubtful=draft.doubtful)
    here: Place = (draft.urgency, draft.pk)
    beside = places(siblings(draft, waiting))
    top = max([here, *beside])
    after = max((place for place in beside if place < here), default=None) or first_of_story(waiting, below(top))
    before = min((place for place in beside if place > here), default=None) or last_of_story_above(waiting, top)
    if after is None and draft.state != "open":
        after = first_of_story(waiting, Q())
    return {"previous": before and before[1], "next": after and after[1]}


def siblings(draft: Draft, waiting: Drafts) -> Drafts:
    """The other drafts of the story that wait."""
    story = StoryArticle.objects.filter(article=draft.article_id).values("story")[:1]
    return waiting.filter(article__place__story=story).exclude(pk=draft.pk)


def places(drafts: Drafts) -> list[Place]:
    """Where drafts stand."""
    return list(drafts.values_list("urgency", "pk"))


def below(place: Place) -> Q:
    """Drafts behind a place."""
    return Q(urgency__lte=place[0]) & (Q(urgency__lt=place[0]) | Q(pk__lt=place[1]))


def above(place: Place) -> Q:
    """Drafts before a place."""
    return Q(urgency__gte=place[0]) & (Q(urgency__gt=place[0]) | Q(pk__gt=place[1]))


def leading(waiting: Drafts, where: Q) -> Drafts:
    """The drafts that give their stories their places: nothing of the same story is more urgent."""
    higher = Q(urgency__gt=OuterRef("urgency")) | Q(urgency=OuterRef("urgency"), pk__gt=OuterRef("pk"))
    same = Q(article__place__story=OuterRef("article__place__story"))
    return waiting.filter(where).exclude(Exists(waiting.filter(same & higher)))


def first_of_story(waiting: Drafts, where: Q) -> Place | None:
    """The first draft of the next story."""
    return leading(waiting, where).order_by(*BY_URGENCY).values_list("urgency", "pk").first()


def last_of_story_above(waiting: Drafts, top: Place) -> Place | None:
    """The last draft of the story before."""
    lead = leading(waiting, above(top)).order_by("urgency", "pk").only("urgency", "article").first()
    return min([(lead.urgency, lead.pk), *places(siblings(lead, waiting))]) if lead else None
