"""An editor sets articles apart and puts stories together; of two editors one wins, and the other is told."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.contrib.auth.models import User
from django.db import connection

from initiatives.ingest import run
from initiatives.models import Article, Draft, Intake, Story, StoryArticle
from initiatives.review import stories
from initiatives.review.stories import CannotMove, StoryChanged, counts, join, seen_of, split

TEXT = (
    "Kenya will spend 400 million shillings on a centre for artificial intelligence at the University of Nairobi, the government said on Thursday. "
    "The centre is to train two hundred engineers a year and to publish language models in Swahili and Luo. Lecturers asked who would pay their "
    "salaries once the first four years are over, and the treasury promised an answer in June. A cable from Mombasa is to bring the power."
)  # fmt: skip


def article(name: str, publisher: str = "", story: Story | None = None, origin: Article | None = None) -> Article:
    row = Article.objects.create(url=f"https://www.{name}.example/x", title=f"Report of {name}", publisher=publisher, text=f"{TEXT} {name}")
    place = {"story": story or Story.objects.create(), "origin": origin, "tie": "copy" if origin else "first"}
    StoryArticle.objects.create(article=row, **place)
    return row


@pytest.fixture
def ada(transactional_db: None) -> User:
    return User.objects.create_user("ada")


@pytest.fixture
def ben(transactional_db: None) -> User:
    return User.objects.create_user("ben")


def story_of(row: Article) -> Story:
    return StoryArticle.objects.get(article=row).story


def test_outlets_and_origins_of_many_stories_are_one_query(
    db: None, django_assert_num_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    first = article("wire", "Wire")
    for name, publisher in (("a", "The Paper"), ("b", "the paper "), ("c", ""), ("d", "")):
        article(name, publisher, story_of(first), first)
    many, one = story_of(first).pk, story_of(article("e")).pk
    with django_assert_num_queries(1):
        told = counts([many, one])
    assert told[many].words == "4 outlets, 1 origin"
    assert told[many].articles == 5
    assert told[one].words == "1 outlet, 1 origin"


def test_a_story_of_nothing_has_no_counts(db: None) -> None:
    assert counts([Story.objects.create().pk]) == counts([]) == {}


def test_a_copy_set_apart_takes_its_own_copies_along_and_is_read(ada: User) -> None:
    first = article("wire")
    copy = article("copy", story=story_of(first), origin=first)
    its_copy = article("its-copy", story=story_of(first), origin=copy)
    intake = split(copy.pk, seen_of(story_of(first)), ada)
    assert story_of(copy) == story_of(its_copy) != story_of(first)
    place = StoryArticle.objects.get(article=copy)
    assert (place.tie, place.origin, place.placed_by) == ("editor", None, ada)
    assert "ada set it apart from story" in place.reason
    assert intake is not None
    run.understand(intake.pk)
    intake.refresh_from_db()
    assert intake.state == "done"
    assert Draft.objects.get().article == copy
    assert Draft.objects.get().article.text == copy.text


def test_an_article_with_a_draft_is_not_read_again(ada: User) -> None:
    first = article("wire")
    copy = article("copy", story=story_of(first), origin=first)
    Draft.objects.create(article=copy, proposal={})
    assert split(copy.pk, seen_of(story_of(first)), ada) is None
    assert not Intake.objects.exists()


def test_the_whole_of_a_story_cannot_be_set_apart(ada: User) -> None:
    first = article("wire")
    article("copy", story=story_of(first), origin=first)
    with pytest.raises(CannotMove, match="stands apart already"):
        split(first.pk, seen_of(story_of(first)), ada)
    assert Story.objects.count() == 1


def test_two_stories_become_one_and_the_old_number_leads_there(ada: User) -> None:
    one, other = article("one"), article("other")
    copy = article("copy", story=story_of(one), origin=one)
    left = story_of(one)
    target = join(left.pk, f" story {story_of(other).pk}", seen_of(left), ada)
    assert {story_of(one), story_of(copy), story_of(other)} == {target}
    assert Story.objects.get(pk=left.pk).joined_to == target
    assert StoryArticle.objects.get(article=copy).origin == one
    assert counts([target.pk])[target.pk].origins == 2
    third = article("third")
    assert join(story_of(third).pk, str(left.pk), seen_of(story_of(third)), ada) == target


@pytest.mark.parametrize("number", ["", "0", "999999", "-1", "1; DROP TABLE", "٣", "9" * 400, "story"])
def test_a_number_that_is_no_story_is_refused_in_words(ada: User, number: str) -> None:
    row = article("one")
    with pytest.raises(CannotMove, match="is not the number of a story"):
        join(story_of(row).pk, number, seen_of(story_of(row)), ada)


def test_a_story_is_not_joined_to_itself(ada: User) -> None:
    row = article("one")
    with pytest.raises(CannotMove, match="with itself"):
        join(story_of(row).pk, str(story_of(row).pk), seen_of(story_of(row)), ada)


def test_who_comes_second_is_told_who_was_first_and_moves_nothing(ada: User, ben: User) -> None:
    first = article("wire")
    copies = [article(name, story=story_of(first), origin=first) for name in ("a", "b")]
    other = article("other")
    story, seen = story_of(first), seen_of(story_of(first))
    join(story_of(other).pk, str(story.pk), seen_of(story_of(other)), ada)
    with pytest.raises(StoryChanged, match="ada changed it"):
        split(copies[0].pk, seen, ben)
    assert story_of(copies[0]) == story


def test_of_two_editors_at_the_same_moment_one_wins(ada: User, ben: User) -> None:
    first = article("wire")
    copy = article("copy", story=story_of(first), origin=first)
    seen, start, raised = seen_of(story_of(first)), threading.Barrier(2), list[Exception]()

    def work(by: User) -> None:
        try:
            start.wait(timeout=20)
            stories.split(copy.pk, seen, by)
        except Exception as error:
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(by,)) for by in (ada, ben)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert [type(error) for error in raised] == [StoryChanged]
    assert (Story.objects.count(), Intake.objects.count()) == (2, 1)
