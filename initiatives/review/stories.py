"""What editors do with stories: set an article apart, put two stories together; of two editors one wins, and the other is told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import CharField, Count, F, Func, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Lower, NullIf, Trim
from django.utils import timezone

from initiatives.ingest.run.save import one_after_another
from initiatives.models import Draft, Intake, Story, StoryArticle

NUMBER = re.compile(r"[0-9]{1,9}")


class StoryChanged(Exception):
    """The story is not as it was shown; the message says what happened and that nothing was moved."""


class CannotMove(ValueError):
    """What was asked makes no sense; the message names the value and the way out."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles a story has, from how many publishers, and how many of them stand on their own."""

    articles: int
    outlets: int
    origins: int

    @property
    def words(self) -> str:
        """`7 outlets, 1 origin`."""
        return f"{_counted(self.outlets, 'outlet')}, {_counted(self.origins, 'origin')}"


class Host(Func):
    """The host of an address without `www.`, as PostgreSQL reads it; NULL for what is no address of the web."""

    template = "substring(%(expressions)s from '^https?://(?:www[.])?([^/:]+)')"
    output_field = CharField()


def counts(story_ids: Iterable[int]) -> dict[int, Counts]:
    """Articles, outlets and origins of many stories in one query. A publisher without a name is told by the host of its address."""
    outlet = Coalesce(NullIf(Lower(Trim("article__publisher")), Value("")), Host(Lower("article__url")), "article__url")
    rows = StoryArticle.objects.filter(story__in=list(story_ids)).order_by().values("story")
    told = rows.annotate(articles=Count("pk"), outlets=Count(outlet, distinct=True), origins=Count("pk", filter=Q(origin__isnull=True)))
    return {row["story"]: Counts(row["articles"], row["outlets"], row["origins"]) for row in told}


def places_of(story: Story) -> QuerySet[StoryArticle]:
    """The articles of a story, the first first."""
    return story.places.select_related("article__draft", "origin", "placed_by").order_by(F("origin").asc(nulls_first=True), "placed_at", "pk")


def seen_of(story: Story) -> str:
    """A mark of which articles stand in the story and how; another one means that it was changed."""
    rows = StoryArticle.objects.filter(story=story).order_by("article").values_list("article", "tie", "origin")
    return sha256(repr(list(rows)).encode()).hexdigest()[:16]


@transaction.atomic
def split(article_id: int, seen: str, by: User) -> Intake | None:
    """Sets an article, with what repeats it, apart as a story of its own; the intake to ring for where it has no draft yet.

    Raises StoryArticle.DoesNotExist, StoryChanged, or CannotMove for the only one of its story.
    """
    one_after_another()
    place = StoryArticle.objects.select_related("story", "article").get(article=article_id)
    unchanged(place.story, seen)
    going = StoryArticle.objects.filter(Q(article=article_id) | Q(origin=article_id))
    if going.count() == place.story.places.count():
        raise CannotMove(
            f"“{place.article.title}” and what repeats it are all of story {place.story_id}. It stands apart already; nothing was moved."
        )
    left, place.story = place.story, Story.objects.create()
    going.update(story=place.story)
    place.tie, place.origin, place.score, place.placed_by, place.placed_at = "editor", None, None, by, timezone.now()
    place.reason = f"{by.get_username()} set it apart from story {left.pk}."
    place.save()
    return to_be_read(place)


@transaction.atomic
def join(story_id: int, other: str, seen: str, by: User) -> Story:
    """Moves every article of a story into another one, told by its number; that one. Raises Story.DoesNotExist, StoryChanged or CannotMove."""
    one_after_another()
    story = Story.objects.get(pk=story_id)
    unchanged(story, seen)
    target = story_of(other)
    if target == story:
        raise CannotMove(f"Story {story.pk} cannot be put together with itself. Give the number of another one; nothing was moved.")
    moved = {"tie": "editor", "placed_by": by, "placed_at": timezone.now(), "reason": f"{by.get_username()} put it here from story {story.pk}."}
    story.places.filter(origin__isnull=True).update(**moved)
    story.places.update(story=target)
    Story.objects.filter(Q(pk=story.pk) | Q(joined_to=story)).update(joined_to=target)
    return target


def story_of(number: str) -> Story:
    """The story of this number, or the one that its articles were moved to. Raises CannotMove for what is no story."""
    typed = number.strip().removeprefix("story").strip()
    found = Story.objects.filter(pk=typed).select_related("joined_to").first() if NUMBER.fullmatch(typed) else None
    if found is None:
        raise CannotMove(f"“{number[:40]}” is not the number of a story. Give the number that stands in the address of its page; nothing was moved.")
    return found.joined_to or found


def unchanged(story: Story, seen: str) -> None:
    """Raises StoryChanged unless the story is as it was shown."""
    if seen_of(story) == seen:
        return
    last = story.places.exclude(placed_by=None).select_related("placed_by").order_by("-placed_at").first()
    who = f"{last.placed_by.get_username()} changed it" if last and last.placed_by else "Another editor or a new copy changed it"
    raise StoryChanged(f"Story {story.pk} is not as it was when you opened it: {who}. Nothing of yours was moved; look again below.")


def to_be_read(place: StoryArticle) -> Intake | None:
    """A row by which the article is read and gets its draft; None where it has one, or no text is kept."""
    article = place.article
    if not article.text or Draft.objects.filter(article=article).exists():
        return None
    return Intake.objects.create(
        address=article.url,
        article=article,
        body=article.text.encode("utf-8", "replace"),
        content_type="text/plain",
        title=article.title,
        step="extract",
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
