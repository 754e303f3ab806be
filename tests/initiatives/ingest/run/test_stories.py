"""Copies meet in one story with one draft; what says something further, corrects or cites gets a draft of its own beside them."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from initiatives.ingest import line, run, values
from initiatives.ingest.run import documents, save, stories
from initiatives.ingest.steps.understand.money import find_money
from initiatives.models import Article, ArticleBand, Draft, Intake, Story, StoryArticle
from initiatives.review.stories import counts
from tests.at_once import at_once
from tests.initiatives.ingest.run.handing import TITLE, read

PARAGRAPHS = (
    "The Norwegian government will spend 1.2 billion kroner on a national supercomputer for artificial intelligence in Trondheim, the ministry of "
    "digitalisation said on Tuesday, as it tries to keep the training of language models in the country.",
    "The machine will be run by the state's own computing company and open to universities, hospitals and young companies from the spring of 2027, "
    "the ministry said. Half of its hours are set aside for public research.",
    "Industry groups welcomed the plan but asked where the electricity would come from, since grid connections in the region are booked out until "
    "the end of the decade and two aluminium plants are waiting for theirs.",
    "A parliamentary committee will take up the proposal in January. The opposition has said that it wants the money to go to schools first, and "
    "that a machine bought this year is old before the last of its users has learned to work with it.",
)  # fmt: skip
TEXT = "\n\n".join(PARAGRAPHS)


def test_the_first_of_its_kind_opens_a_story_with_its_bands(db: None) -> None:
    row = read("a", TEXT)
    place = StoryArticle.objects.get()
    assert (row.state, place.article, place.tie, place.origin) == ("done", row.article, "first", None)
    assert ArticleBand.objects.filter(article=row.article).count() == 128


@pytest.mark.parametrize(
    "copy",
    [
        "TRONDHEIM (Wire) - " + TEXT + "\n\nReporting by Kari Holm; editing by Ola Berg. Our standards: the trust principles of the agency.",
        TEXT[: int(len(TEXT) * 0.6)],
        "\n\n".join([PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[1].replace("young companies", "start-ups").replace("spring", "autumn")]),
    ],
    ids=["wire", "cut", "edited"],
)
def test_a_copy_is_kept_in_the_story_and_makes_no_second_draft(db: None, copy: str) -> None:
    first = read("a", TEXT)
    again = read("b", copy, title="Supercomputer for Trondheim", publisher="other")
    place = StoryArticle.objects.get(article=again.article)
    assert (again.state, place.tie, place.origin, place.story) == ("duplicate", "copy", first.article, Story.objects.get())
    assert f"/desk/stories/{place.story_id}/" in again.message
    assert f"/desk/drafts/{Draft.objects.get().pk}/" in again.message
    assert re.search(r"\d+ % alike|The same text", again.message)
    assert place.article.text
    assert place.article.text in copy or copy in place.article.text


def test_a_headline_and_address_reworded_over_the_same_text_make_one_draft_and_keep_both_addresses(db: None) -> None:
    summary = "Exampleland will spend EUR 400 million on an institute for artificial intelligence, the science minister said on Monday."
    read("to-spend-400m-on-institute-1", summary, "Exampleland to spend 400m on AI institute")
    again = read("minister-puts-400-million-on-table-1", summary, "AI institute: minister puts 400 million on the table")
    assert again.state == "duplicate"
    assert (Draft.objects.count(), Story.objects.count()) == (1, 1)
    assert set(Article.objects.values_list("url", flat=True)) == {
        "https://news.example/to-spend-400m-on-institute-1",
        "https://news.example/minister-puts-400-million-on-table-1",
    }


def test_short_notices_in_the_same_words_about_other_money_stand_apart(db: None) -> None:
    told = "The treasury released EUR {} million for {} as part of the national artificial intelligence programme, the government said."
    first = read("a", told.format(120, "compute vouchers"), "EUR 120 million for AI compute vouchers")
    other = read("b", told.format(35, "safety testing"), "EUR 35 million for AI safety testing")
    assert (first.state, other.state) == ("done", "done")
    assert Story.objects.count() == 2


def test_an_edited_copy_with_another_sum_gets_a_draft_of_its_own_in_the_same_story(db: None) -> None:
    first = read("a", TEXT)
    updated = read("b", TEXT.replace("1.2 billion", "1.6 billion"))
    place = StoryArticle.objects.get(article=updated.article)
    assert (updated.state, place.tie, place.origin) == ("done", "copy", first.article)
    assert "1.6 billion kroner" in place.reason
    assert Draft.objects.count() == 2
    assert counts([place.story_id])[place.story_id].words == "1 outlet, 1 origin" or counts([place.story_id])[place.story_id].origins == 1


def test_a_copy_with_further_paragraphs_but_no_further_sum_says_so_in_its_story(db: None) -> None:
    read("a", TEXT)
    more = " ".join(f"Residents of the {place} quarter said that they had heard of the plan from the radio and not from the city hall." for place in
                    ("northern", "eastern", "harbour"))  # fmt: skip
    again = read("b", f"{TEXT}\n\n{more}")
    assert again.state == "duplicate"
    assert "words that the other does not" in StoryArticle.objects.get(article=again.article).reason


def test_the_same_address_with_other_words_loses_neither(db: None) -> None:
    row = read("notices", TEXT)
    other = run.hand_in_file("x.txt", b"AI school\n\nThe government will spend 40 million kroner on a school for artificial intelligence in Bodo.",
                             "https://news.example/notices", "2026-11-25")  # fmt: skip
    run.understand(other.pk)
    other.refresh_from_db()
    assert other.state == "done"
    assert other.article is not None
    assert row.article is not None
    assert other.article.url.startswith("https://news.example/notices#text-")
    assert row.article.text != other.article.text


def test_the_same_article_at_the_same_address_is_kept_once(db: None) -> None:
    read("a", TEXT)
    again = read("a", TEXT)
    assert (again.state, Article.objects.count(), Draft.objects.count()) == ("duplicate", 1, 1)
    assert "The same text" in again.message


def test_a_copy_of_a_copy_names_the_first_as_its_origin(db: None) -> None:
    first = read("a", TEXT)
    read("b", TEXT + "\n\nAll rights reserved by the second paper, which thanks you.", publisher="second")
    third = read("c", TEXT + "\n\nAll rights reserved by the second paper, which thanks you. Third.", publisher="third")
    assert StoryArticle.objects.get(article=third.article).origin == first.article
    assert Draft.objects.count() == 1


def test_copies_that_arrive_at_the_same_moment_meet(transactional_db: None) -> None:
    """Each was read by its worker before any of the others was stored."""
    works = [stored_by_a_worker(name) for name in ("a", "b", "c")]
    assert at_once(*works) == []
    assert sorted(Intake.objects.values_list("state", flat=True)) == ["done", "duplicate", "duplicate"]
    assert (Draft.objects.count(), Story.objects.count(), Article.objects.count()) == (1, 1, 3)


def stored_by_a_worker(name: str) -> Callable[[], object]:
    row = run.hand_in_file(f"{name}.txt", f"{TITLE}\n\n{TEXT}\n\n{name} news".encode(), f"https://{name}.example/x")
    article = documents.article_of(row)
    assert isinstance(article, values.Article)
    understanding = values.Understanding("yes", 0.9, money=find_money(article, ("NOR",), True))
    return lambda: save.kept(row, line.draft_of(article, understanding, values.Record(), None))


def test_a_worker_stopped_between_article_and_draft_leaves_neither(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database refuses the draft after the article was written: nothing of it stays, and reading it again makes one of each."""
    row = run.hand_in_file("a.txt", f"{TITLE}\n\n{TEXT}".encode(), "https://news.example/a")
    with monkeypatch.context() as patched:
        patched.setattr(save, "draft_in_words", lambda _draft: 1 / 0)
        run.understand(row.pk)
    row.refresh_from_db()
    assert (row.state, Article.objects.count(), StoryArticle.objects.count(), Draft.objects.count()) == ("failed", 0, 0, 0)
    Intake.objects.filter(pk=row.pk).update(state="waiting", body=f"{TITLE}\n\n{TEXT}".encode())
    run.understand(row.pk)
    assert (Article.objects.count(), StoryArticle.objects.count(), Draft.objects.count()) == (1, 1, 1)


def test_a_ring_too_many_changes_nothing(db: None) -> None:
    row = read("a", TEXT)
    copy = read("b", TEXT[:900], publisher="other")
    run.understand(row.pk)
    run.understand(copy.pk)
    assert (Article.objects.count(), Draft.objects.count(), StoryArticle.objects.count()) == (2, 1, 2)
    assert list(Intake.objects.order_by("pk").values_list("state", flat=True)) == ["done", "duplicate"]


def test_the_consequence_of_a_draft_is_what_it_would_move_in_dollars(db: None) -> None:
    row = read("a", TEXT)
    draft = Draft.objects.get(intake=row)
    assert draft.consequence is not None
    assert Decimal(80_000_000) < draft.consequence < Decimal(160_000_000)


CITING = (
    "Norway is planning a large machine for artificial intelligence, according to Aftenbladet News. The paper wrote that 1.2 billion kroner had been "
    "set aside by the government. People in Trondheim had waited for such a decision since spring, and the town's mayor called it good for everyone."
)  # fmt: skip


def named(name: str, text: str, publisher: str) -> Intake:
    page = (
        f"<html><head><title>{TITLE}</title><meta property='og:site_name' content='{publisher}'></head><body><article><h1>{TITLE}</h1>"
        f"{''.join(f'<p>{part}</p>' for part in text.split(chr(10) * 2))}</article></body></html>"
    )
    row = run.hand_in_file(f"{name}.html", page.encode(), f"https://{name}.example/x", "2026-11-24")
    run.understand(row.pk)
    row.refresh_from_db()
    return row


@pytest.mark.parametrize("citing_first", [False, True])
def test_a_report_that_rests_on_another_is_placed_beside_it_whichever_came_first(db: None, citing_first: bool) -> None:
    pages = [("aftenbladet", TEXT, "Aftenbladet News"), ("echo", CITING, "The Echo")]
    for name, text, publisher in reversed(pages) if citing_first else pages:
        named(name, text, publisher)
    original, report = Article.objects.get(url__contains="aftenbladet"), Article.objects.get(url__contains="echo")
    place = StoryArticle.objects.get(article=report)
    assert (place.tie, place.origin, place.story) == ("cites", original, StoryArticle.objects.get(article=original).story)
    assert counts([place.story_id])[place.story_id].words == "2 outlets, 1 origin"
    assert Draft.objects.count() == 2


def test_an_article_from_before_there_were_bands_gets_them_once_and_its_copies_are_found(db: None) -> None:
    row = read("a", TEXT)
    ArticleBand.objects.all().delete()
    Article.objects.update(text_hash="")
    assert stories.keep_missing_bands() == 1
    assert stories.keep_missing_bands() == 0
    assert ArticleBand.objects.filter(article=row.article).count() == 128
    assert read("b", TEXT[: int(len(TEXT) * 0.6)], publisher="other").state == "duplicate"
    assert read("c", TEXT, publisher="third").state == "duplicate"


def test_an_article_of_the_record_without_a_text_needs_no_bands(db: None) -> None:
    Article.objects.create(url="https://news.example/only-cited", title=TITLE)
    assert stories.keep_missing_bands() == 0
