"""One story: its articles, what they share and where they differ; set apart, or put together with another, by editors."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from initiatives import review, tasks
from initiatives.desk.access import contributors_too, editor_of, editors_only, forms_only
from initiatives.ingest.run.stories import candidates_to_join, percent, value_of
from initiatives.ingest.steps.duplicates import Difference, difference
from initiatives.models import Story, StoryArticle
from initiatives.review import stories

CONFLICT = 409
REFUSED = 422
MOST_SHOWN = 100
MOST_COMPARED = 20  # texts of a page; each costs some hundredths of a second


@dataclass(frozen=True, slots=True)
class Placed:
    """One article of the page, with what tells it from the one it repeats."""

    place: StoryArticle
    difference: Difference | None

    @property
    def alike(self) -> str:
        """How much of the shorter text stands in the other; empty where that was not compared."""
        return "" if self.place.score is None else percent(self.place.score)


@require_GET
@contributors_too
def story(request: HttpRequest, story_id: int) -> HttpResponse:
    """The articles of a story; the number of a story that was joined leads to where its articles are."""
    row = get_object_or_404(Story, pk=story_id)
    if row.joined_to_id is not None:
        return redirect("desk-story", row.joined_to_id)
    return page(request, row)


@forms_only
@editors_only
def split(request: HttpRequest, story_id: int, article_id: int) -> HttpResponse:
    """Sets one article apart, and rings for its reading where it has no draft."""
    row = get_object_or_404(Story, pk=story_id)
    place = get_object_or_404(StoryArticle.objects.select_related("article"), article=article_id)
    try:
        with transaction.atomic():
            intake = stories.split(article_id, request.POST.get("seen", ""), editor_of(request))
            if intake is not None:
                tasks.understand_article.delay_on_commit(intake.pk)
    except (stories.StoryChanged, stories.CannotMove) as error:
        return refused(request, row, error)
    read = " It is being read now; its draft appears in the inbox." if intake else ""
    messages.success(request, f"“{place.article.title}” stands apart now.{read}")
    return redirect("desk-story", StoryArticle.objects.get(article=article_id).story_id)


@forms_only
@editors_only
def join(request: HttpRequest, story_id: int) -> HttpResponse:
    """Puts the whole story together with another one."""
    row = get_object_or_404(Story, pk=story_id)
    try:
        target = stories.join(story_id, request.POST.get("other", ""), request.POST.get("seen", ""), editor_of(request))
    except (stories.StoryChanged, stories.CannotMove) as error:
        return refused(request, row, error)
    review.match_story_again(target)
    messages.success(request, f"Story {story_id} and story {target.pk} are one story now.")
    return redirect("desk-story", target.pk)


def refused(request: HttpRequest, row: Story, error: Exception) -> HttpResponse:
    """The page as it is now, with what stood in the way; the number that was typed is kept."""
    messages.error(request, str(error))
    return page(request, row, status=CONFLICT if isinstance(error, stories.StoryChanged) else REFUSED)


def page(request: HttpRequest, row: Story, status: int = 200) -> HttpResponse:
    """The page of one story."""
    placed = placed_in(row)
    shown = {
        "story": row,
        "placed": placed,
        "more": max(0, row.places.count() - len(placed)),
        "counts": stories.counts([row.pk]).get(row.pk),
        "seen": stories.seen_of(row),
        "likely": candidates_to_join(row),
        "typed": request.POST.get("other", "")[:40],
    }
    return render(request, "desk/story.html", shown, status=status)


def placed_in(row: Story) -> Sequence[Placed]:
    """The articles of the page, each compared with the one it repeats."""
    places = list(stories.places_of(row)[:MOST_SHOWN])
    return [Placed(place, difference_of(place) if index < MOST_COMPARED else None) for index, place in enumerate(places)]


def difference_of(place: StoryArticle) -> Difference | None:
    """What tells an article from the one it repeats; None for an origin of its own, and where a text is not kept."""
    if place.origin is None or not place.article.text or not place.origin.text:
        return None
    return difference(value_of(place.article), value_of(place.origin))
