"""What the bytes of an intake hold: pages, PDF files, and the summary of a feed where the page holds nothing."""

import pytest
from django.conf import LazySettings
from django.utils import timezone

from initiatives.ingest import run
from initiatives.ingest.run.documents import article_of
from initiatives.ingest.values import Article, NoArticle
from initiatives.models import Draft, Intake, Source
from tests.initiatives.ingest.hostile_server import HostileServer
from tests.initiatives.ingest.papers import paper

TOLD = (
    "LUNA CITY, 9 November 2026 - The government of Japan will spend",
    "EUR 40 million on a national artificial intelligence model, the",
    "science ministry said. Work on the computing infra-",
    "structure for the model starts in the spring of next year.",
)
RELEASE = paper(
    [[(60, 780, 22, "Japan funds a national AI model"), *((60, 700 - 15 * number, 11, line) for number, line in enumerate(TOLD))]],
    "/Author (Ada Nordin) /CreationDate (D:20261112093000Z)",
)
PAGE = "<!DOCTYPE html><html><head><title>{}</title></head><body>{}</body></html>"
SUMMARY = "The government of Japan will spend EUR 40 million on a national artificial intelligence model, the science ministry said."


def article(row: Intake) -> Article:
    found = article_of(row)
    assert isinstance(found, Article), found
    return found


def seen_in_a_feed(body: str, **fields: str) -> Intake:
    source = Source.objects.create(address="https://paper.example/feed", name="The Courier")
    return Intake(
        address="https://paper.example/a", body=body.encode(), content_type="text/html", source=source, claimed_title="Japan funds AI",
        claimed_summary=SUMMARY, **fields,
    )  # fmt: skip


def test_a_release_in_pdf_becomes_an_article_with_title_text_day_and_author() -> None:
    found = article(Intake(address="https://ministry.example/release.pdf", body=RELEASE, content_type="application/octet-stream"))
    assert (found.title, found.extractor, found.byline, found.published) == ("Japan funds a national AI model", "pypdf", "Ada Nordin", "2026-11-09")
    assert "computing infrastructure for the model" in found.text
    assert (found.url, found.language) == ("https://ministry.example/release.pdf", "en")


def test_a_release_in_pdf_comes_through_the_door(db: None, a_hostile_server: HostileServer, settings: LazySettings) -> None:
    settings.FETCH_ALLOW_LOOPBACK = True
    a_hostile_server.answers("/release", RELEASE, content_type="application/pdf")
    row = run.hand_in_address(a_hostile_server.address("/release"))
    assert run.fetch(row.pk)
    row.refresh_from_db()
    assert article(row).title == "Japan funds a national AI model"


def test_a_pdf_handed_in_becomes_a_draft_with_its_passages(db: None) -> None:
    row = run.hand_in_file("release.pdf", RELEASE)
    run.understand(row.pk)
    draft = Draft.objects.get(intake=row)
    evidence = draft.proposal["understanding"]["money"][0]["evidence"]
    assert draft.article.text[evidence["start"] : evidence["end"]] == evidence["text"] == "EUR 40 million"


def test_without_a_dateline_the_day_a_pdf_was_made_is_its_day() -> None:
    body = paper([[(60, 700, 11, "The ministry will spend EUR 40 million on a national AI model.")]], "/CreationDate (D:20261112093000Z)")
    assert article(Intake(address="file:release.pdf", body=body)).published == "2026-11-12"


@pytest.mark.parametrize(
    ("body", "reason", "words"), [(paper([[]]), "scanned", "a scan"), (b"%PDF-1.7 nothing", "unreadable", "damaged")], ids=["scan", "damaged"]
)
def test_a_pdf_without_text_costs_one_failure_in_words_and_the_next_is_read(db: None, body: bytes, reason: str, words: str) -> None:
    found = article_of(Intake(address="file:release.pdf", body=body))
    assert isinstance(found, NoArticle)
    assert found.reason == reason
    row = run.hand_in_file("scan.pdf", body)
    run.understand(row.pk)
    row.refresh_from_db()
    assert row.state == "failed"
    assert words in row.message
    assert isinstance(article_of(Intake(address="file:release.pdf", body=RELEASE)), Article)


def test_where_the_page_holds_no_text_the_summary_of_its_feed_is_read_and_said(db: None) -> None:
    found = article(seen_in_a_feed(PAGE.format("Japan", "<script>load()</script>")))
    assert (found.extractor, found.title, found.text) == ("feed-summary", "Japan funds AI", SUMMARY)
    assert [doubt.code for doubt in found.doubts] == ["summary-only"]


def test_a_wall_is_no_article_also_where_its_feed_gave_a_summary(db: None) -> None:
    found = article_of(seen_in_a_feed(PAGE.format("Just a moment...", "<p>Checking your browser before you go on. Turn on JavaScript.</p>")))
    assert isinstance(found, NoArticle)
    assert found.reason == "wall"


def test_a_day_of_the_feed_far_from_the_fetch_is_doubtful_and_one_given_by_hand_is_not(db: None) -> None:
    body = PAGE.format("Japan funds AI", f"<article><p>{SUMMARY}</p><p>{SUMMARY}</p></article>")
    assert [doubt.code for doubt in article(seen_in_a_feed(body, claimed_published="2019-01-01")).doubts] == ["far-day"]
    by_hand = Intake(address="https://paper.example/a", body=body.encode(), claimed_published="2019-01-01")
    assert article(by_hand).doubts == ()


def test_a_day_that_lies_ahead_becomes_the_day_of_the_fetch_and_is_doubtful(db: None) -> None:
    found = article(seen_in_a_feed(PAGE.format("Japan funds AI", f"<article><p>{SUMMARY}</p></article>"), claimed_published="2099-01-01"))
    assert (found.published, found.claimed) == (f"{timezone.now():%Y-%m-%d}", "2099-01-01")
    assert [doubt.code for doubt in found.doubts] == ["future-day"]


def test_where_page_and_summary_hold_hardly_anything_the_title_of_the_feed_is_read(db: None) -> None:
    row = Intake(
        address="https://paper.example/a", body=PAGE.format("A", "<p>Short page.</p>").encode(), content_type="text/html",
        claimed_title="Cabinet clears 3 billion crowns for a national language model", claimed_summary="More soon.",
    )  # fmt: skip
    found = article(row)
    assert (found.title, found.text) == ("", "Cabinet clears 3 billion crowns for a national language model\nMore soon.")
    assert [doubt.code for doubt in found.doubts] == ["summary-only"]
