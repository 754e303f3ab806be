"""The next draft is found in a few rows, in the very order of the list."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from initiatives.desk.inbox.order import neighbours
from initiatives.desk.inbox.waiting import drafts_waiting
from initiatives.models import Draft, Story
from tests.initiatives.desk.material import a_draft

pytestmark = pytest.mark.django_db
MILLION = 10**6


def listed() -> list[int]:
    page = drafts_waiting(doubtful=False, country="", source=None, page=None)
    return [each.draft.pk for story in page.object_list for each in story.drafts]


def walked() -> list[int]:
    """From the first to the last by `next` alone."""
    at: int | None = listed()[0]
    found: list[int] = []
    while at is not None and at not in found:
        found.append(at)
        at = neighbours(Draft.objects.get(pk=at))["next"]
    return found


def test_next_and_previous_walk_through_stories_as_the_list_has_them() -> None:
    one, other = Story.objects.create(), Story.objects.create()
    for index, story in enumerate([one, None, other, one, None, other, one, None]):
        a_draft(f"Article {index}", story=story, consequence=(index * 7 % 5 + 2) * MILLION)
    assert walked() == listed()
    drafts = [Draft.objects.get(pk=pk) for pk in listed()]
    assert [neighbours(draft)["previous"] for draft in drafts] == [None, *(draft.pk for draft in drafts[:-1])]


def test_drafts_of_the_same_weight_follow_one_another_once_each() -> None:
    for index in range(5):
        a_draft(f"Article {index}")
    Draft.objects.update(made_at=timezone.now())
    assert len(walked()) == 5


def test_of_a_decided_draft_the_next_is_the_one_that_stood_behind_it_and_after_the_last_comes_the_first() -> None:
    first, middle, last = (a_draft(f"Of {number}", consequence=number * MILLION) for number in (9, 6, 3))
    for draft in (middle, last):
        Draft.objects.filter(pk=draft.pk).update(state="rejected")
        draft.refresh_from_db()
    assert neighbours(last)["next"] == first.pk
    Draft.objects.filter(pk=last.pk).update(state="open")
    assert neighbours(middle)["next"] == last.pk


def test_doubtful_drafts_have_neighbours_of_their_own() -> None:
    sure, doubtful = a_draft("Sure"), a_draft("Doubtful", doubtful=True)
    assert neighbours(sure) == neighbours(doubtful) == {"previous": None, "next": None}


def test_however_many_wait_the_same_few_questions_are_asked() -> None:
    middle = a_draft("In the middle", consequence=5 * MILLION)
    asked = []
    for _ in range(2):
        for number in range(8):
            a_draft("Another", consequence=number * MILLION)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            neighbours(middle)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 5
