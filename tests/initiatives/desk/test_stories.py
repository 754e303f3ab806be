"""The page of a story shows what is a copy of what and where sums differ; its buttons move articles, for editors alone."""

import re
from html import unescape

import pytest
from django.test import Client

from initiatives.ingest import run
from initiatives.models import Article, Draft, Intake, Story, StoryArticle
from initiatives.review.stories import seen_of

TITLE = "Kenya to open an AI centre in Nairobi"
TEXT = (
    "Kenya will spend 400 million shillings on a centre for artificial intelligence at the University of Nairobi, the government said on Thursday. "
    "The centre is to train two hundred engineers a year and to publish language models in Swahili and Luo. Lecturers asked who would pay their "
    "salaries once the first four years are over, and the treasury promised an answer in June. A cable from Mombasa is to bring the power."
)  # fmt: skip


def read(name: str, text: str, title: str = TITLE) -> Intake:
    row = run.hand_in_file(f"{name}.txt", f"{title}\n\n{text}".encode(), f"https://{name}.example/x", "2026-11-24")
    run.understand(row.pk)
    row.refresh_from_db()
    return row


@pytest.fixture
def story(db: None) -> Story:
    """A report, a copy of it, and an update with another sum."""
    read("first", TEXT)
    read("copy", f"NAIROBI (Wire) - {TEXT} Reporting by A. Person.", "<b>Kenya</b> & its AI centre")
    read("update", TEXT.replace("400", "650"))
    return Story.objects.get()


def page(client: Client, story: Story) -> str:
    answer = client.get(f"/desk/stories/{story.pk}/")
    assert answer.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def place(name: str) -> StoryArticle:
    return StoryArticle.objects.get(article__url__contains=name)


def test_the_page_says_what_repeats_what_and_which_sums_differ(story: Story, editor: Client) -> None:
    shown = page(editor, story)
    assert "3 articles from 3 outlets, 1 origin" in shown
    assert "An origin of its own" in shown
    assert "alike" in shown
    assert "Only this one gives 650 million shillings" in shown
    assert "Only its origin gives 400 million shillings" in shown
    assert "No draft of its own." in shown
    for draft in Draft.objects.all():
        assert f"Draft {draft.pk}, open" in shown


def test_text_from_outside_is_text(story: Story, editor: Client) -> None:
    Article.objects.filter(url__contains="copy").update(title="<b>Kenya</b> & its AI centre")
    assert "&lt;b&gt;Kenya&lt;/b&gt; &amp; its AI centre" in editor.get(f"/desk/stories/{story.pk}/").content.decode()


def test_a_copy_that_stands_apart_is_rung_for(story: Story, editor: Client) -> None:
    copy = place("copy")
    answer = editor.post(f"/desk/stories/{story.pk}/articles/{copy.article_id}/apart/", {"seen": seen_of(story)})
    assert answer["Location"] == f"/desk/stories/{place('copy').story_id}/"
    assert place("copy").story != story
    row = Intake.objects.get(state="waiting")
    assert row.article == copy.article
    run.understand(row.pk)
    assert Draft.objects.filter(article=copy.article).exists()


def test_a_stale_form_is_refused_and_the_page_shows_what_is_now(story: Story, editor: Client) -> None:
    answer = editor.post(f"/desk/stories/{story.pk}/articles/{place('copy').article_id}/apart/", {"seen": "long ago"})
    assert answer.status_code == 409
    assert "Nothing of yours was moved" in answer.content.decode()
    assert place("copy").story == story


def test_a_joined_story_leads_on(story: Story, editor: Client) -> None:
    read("other", "Kenya will spend 90 million shillings on textbooks about artificial intelligence, the ministry of education said.", "AI textbooks")
    other = place("other").story
    answer = editor.post(f"/desk/stories/{other.pk}/join/", {"seen": seen_of(other), "other": str(story.pk)}, follow=True)
    assert "are one story now" in answer.content.decode()
    assert editor.get(f"/desk/stories/{other.pk}/")["Location"] == f"/desk/stories/{story.pk}/"
    assert "2 origins" in page(editor, story)


def test_a_number_that_is_none_is_kept_and_named(story: Story, editor: Client) -> None:
    answer = editor.post(f"/desk/stories/{story.pk}/join/", {"seen": seen_of(story), "other": '"><script>'})
    assert answer.status_code == 422
    assert 'value="&quot;&gt;&lt;script&gt;"' in answer.content.decode()


def test_likely_stories_are_offered(story: Story, editor: Client) -> None:
    read("later", "The University of Nairobi hired forty lecturers for its centre for artificial intelligence, paid with 30 million shillings.",
         "AI centre in Nairobi to open with forty lecturers")  # fmt: skip
    assert f"story {place('later').story_id}" in page(editor, story)


@pytest.mark.parametrize("address", ["/desk/stories/{}/join/", "/desk/stories/{}/articles/1/apart/"])
def test_readers_move_nothing(story: Story, reader: Client, address: str) -> None:
    assert reader.post(address.format(story.pk), {"seen": seen_of(story), "other": "1"}).status_code == 403
    assert reader.get(f"/desk/stories/{story.pk}/").status_code == 403


def test_what_is_not_there_is_not_found(editor: Client) -> None:
    assert editor.get("/desk/stories/999/").status_code == 404
    assert editor.post("/desk/stories/999/join/", {"other": "1"}).status_code == 404
