"""Outlets that report one announcement in their own words stand in one story, each an origin of its own; an editor's split stays."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from initiatives.ingest import language_model, line, run, values
from initiatives.ingest.run import documents, save
from initiatives.ingest.steps.understand.relevance import Relevance
from initiatives.ledger.series import load_rates
from initiatives.models import Article, Draft, Intake, Story, StoryArticle
from initiatives.review import stories
from tests.at_once import at_once
from tests.initiatives.ingest.steps.duplicates.announcements import LOOK_ALIKES, NORWAY, Telling

MACHINE, SCHOOLS, MODELS = NORWAY


def handed_in(told: Telling, name: str) -> Intake:
    page = (
        f"<html><head><title>{told.title}</title><meta property='og:site_name' content='{name}'></head><body><article><h1>{told.title}</h1>"
        f"<p>{told.text}</p></article></body></html>"
    )
    return run.hand_in_file(f"{name}.html", page.encode(), f"https://{name}.example/x", told.day)


def read(told: Telling, name: str) -> StoryArticle:
    """The place of an article that came through the line; every one of them is about AI, whatever the line thinks."""
    row = handed_in(told, name)
    kept(row)()
    return StoryArticle.objects.select_related("article").get(article__url=f"https://{name}.example/x")


def kept(row: Intake) -> Callable[[], object]:
    article = documents.article_of(row)
    assert isinstance(article, values.Article)
    understood = line.understand(article, values.Context(), language_model.NoLanguage(), load_rates(), Relevance("yes", 1.0))
    return lambda: save.kept(row, line.draft_of(article, understood, values.Record(), load_rates()), 0)


def test_the_second_outlet_joins_the_story_of_the_first_as_an_origin_of_its_own(db: None) -> None:
    first, second = read(MACHINE[0], "coast"), read(MACHINE[1], "fjord")
    assert (second.tie, second.origin, second.story) == ("retells", None, first.story)
    assert stories.counts([first.story_id])[first.story_id].words == "2 outlets, 2 origins"
    assert "the same sum, “NOK 2bn” here and “2 billion kroner” there; 1 day later" in second.reason
    assert "both give 4,000 GPUs" in second.reason
    assert Draft.objects.count() == 2


def test_a_third_outlet_that_gives_dollars_joins_by_the_rate_of_the_day(db: None) -> None:
    places = [read(told, name) for told, name in zip(MACHINE, ("coast", "fjord", "island"), strict=True)]
    assert {place.story_id for place in places} == {places[0].story_id}
    assert "“$200 million” here" in places[2].reason


def test_other_money_of_the_same_country_and_week_stays_apart(db: None) -> None:
    places = [read(told, name) for told, name in ((MACHINE[0], "coast"), (SCHOOLS[0], "fjord"), (MODELS[0], "island"))]
    assert [place.tie for place in places] == ["first"] * 3
    assert Story.objects.count() == 3


@pytest.mark.parametrize("pair", LOOK_ALIKES, ids=lambda pair: pair[0].title)
def test_look_alikes_stay_apart_in_either_order(db: None, pair: tuple[Telling, Telling]) -> None:
    read(pair[1], "coast")
    read(pair[0], "fjord")
    assert Story.objects.count() == 2, list(StoryArticle.objects.values_list("reason", "article__text"))


def test_a_copy_of_either_report_is_a_copy_in_the_same_story(db: None) -> None:
    first, second = read(MACHINE[0], "coast"), read(MACHINE[1], "fjord")
    copy = read(Telling(MACHINE[1].day, MACHINE[1].title, f"{MACHINE[1].text} Subscribe to our letter."), "mirror")
    assert (copy.tie, copy.origin, copy.story) == ("copy", second.article, first.story)
    assert stories.counts([first.story_id])[first.story_id].words == "3 outlets, 2 origins"


def test_what_an_editor_set_apart_is_not_joined_again(db: None) -> None:
    editor = User.objects.create(username="ola")
    first, second = read(MACHINE[0], "coast"), read(MACHINE[1], "fjord")
    stories.split(second.article_id, stories.seen_of(first.story), editor)
    apart = StoryArticle.objects.get(article=second.article)
    third = read(MACHINE[2], "island")
    read(Telling(MACHINE[1].day, MACHINE[1].title, f"{MACHINE[1].text} Subscribe to our letter."), "mirror")
    assert StoryArticle.objects.get(article=second.article).story_id == apart.story_id != first.story_id
    assert third.story_id in {first.story_id, apart.story_id}
    assert StoryArticle.objects.get(article=first.article).story_id == first.story_id


def test_an_article_that_is_read_again_where_an_editor_set_it_apart_stays_there(db: None) -> None:
    first, second = read(MACHINE[0], "coast"), read(MACHINE[1], "fjord")
    stories.split(second.article_id, stories.seen_of(first.story), User.objects.create(username="ola"))
    Draft.objects.filter(article=second.article).delete()
    row = Intake.objects.create(address=second.article.url, article=second.article, body=second.article.text.encode(), content_type="text/plain")
    kept(row)()
    assert StoryArticle.objects.get(article=second.article).story_id != first.story_id


def test_the_report_of_a_rejected_draft_and_one_without_a_day_are_joined_to_nothing(db: None) -> None:
    read(MACHINE[0], "coast")
    Draft.objects.update(state="rejected")
    assert read(MACHINE[1], "fjord").tie == "first"
    Article.objects.update(published=None)
    Draft.objects.update(state="open")
    assert read(MACHINE[2], "island").tie == "first"


def test_a_draft_that_another_version_of_the_line_wrote_is_passed_over(db: None) -> None:
    read(MACHINE[0], "coast")
    draft = Draft.objects.get()
    draft.proposal["understanding"]["quantities"] = [{"unheard": 1}]
    draft.save(update_fields=["proposal"])
    assert read(MACHINE[1], "fjord").tie == "first"


def test_two_workers_that_read_the_two_reports_at_once_make_one_story(transactional_db: None) -> None:
    works = [kept(handed_in(told, name)) for told, name in zip(MACHINE, ("coast", "fjord", "island"), strict=True)]
    assert at_once(*works) == []
    assert StoryArticle.objects.values("story").distinct().count() == 1
    assert sorted(StoryArticle.objects.values_list("tie", flat=True)) == ["first", "retells", "retells"]
