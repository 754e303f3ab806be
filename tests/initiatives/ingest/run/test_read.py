"""An article handed in becomes one draft, or a failure in words; the next article goes on."""

from pathlib import Path

import pytest
from django.db import connection

from initiatives.ingest import run
from initiatives.ingest.run import work
from initiatives.models import Article, Draft, Intake

ARTICLE = Path(__file__).parent.parent / "articles" / "japan-ai-sovereignty.txt"
ADDRESS = "https://news.example.org/japan-bets-big"


def read(name: str, body: bytes, address: str | None = ADDRESS) -> Intake:
    row = run.hand_in_file(name, body, address, "2025-12-23")
    run.understand(row.pk)
    row.refresh_from_db()
    return row


def test_an_article_becomes_a_draft_with_its_text_and_its_passages(db: None) -> None:
    row = read(ARTICLE.name, ARTICLE.read_bytes())
    assert (row.state, row.step) == ("done", "draft")
    draft = Draft.objects.get(intake=row)
    evidence = draft.proposal["understanding"]["money"][0]["evidence"]
    assert draft.article.text[evidence["start"] : evidence["end"]] == evidence["text"] == "1 trillion yen"
    assert row.body is None


def test_the_same_article_twice_makes_one_draft(db: None) -> None:
    read(ARTICLE.name, ARTICLE.read_bytes())
    again = read("a copy.txt", ARTICLE.read_bytes().replace(b"\n", b"\r\n"), "https://mirror.example.net/story")
    assert again.state == "duplicate"
    assert "was read before" in again.message
    assert (Draft.objects.count(), Article.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("empty.txt", b"  \n", "empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not text"),
        ("zeros.txt", b"\x00" * 5000, "not text"),
        ("huge.txt", b"a" * (21 * 1024 * 1024), "too large"),
        ("long.txt", b"word " * 700_000, "most that is read"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_failure_in_words(db: None, name: str, body: bytes, words: str) -> None:
    row = read(name, body)
    assert row.state == "failed"
    assert words in row.message
    assert not Draft.objects.exists()
    assert read(ARTICLE.name, ARTICLE.read_bytes()).state == "done"


def test_an_article_about_something_else_is_put_aside_with_a_reason(db: None) -> None:
    row = read(
        "garden.txt",
        b"Roses in winter\nPrune the roses before the first frost, and cover the roots with leaves until spring comes back to the garden.",
    )
    assert row.state == "rejected"
    assert "not about a national AI effort" in row.message
    assert not Article.objects.exists()


def test_an_article_in_a_foreign_language_ends_in_words_and_not_in_a_wrong_draft(db: None) -> None:
    told = "Die Bundesregierung fördert Rechenzentren für künstliche Intelligenz mit 500 Millionen Euro, teilte das Ministerium am Montag mit."
    body = f"Künstliche Intelligenz\n{told}"
    row = read("de.txt", body.encode())
    assert row.state == "done"
    assert row.message.startswith("Written in German (de), so it is on the maybe list.")
    draft = Draft.objects.get(intake=row)
    assert draft.doubtful
    assert draft.proposal["understanding"]["organizations"] == draft.proposal["understanding"]["quotes"] == []


def test_nothing_happens_to_an_intake_that_another_worker_holds(transactional_db: None) -> None:
    row = run.hand_in_file(ARTICLE.name, ARTICLE.read_bytes(), ADDRESS)
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [work.INTAKE_LOCKS, row.pk])
        run.understand(row.pk)
        row.refresh_from_db()
        assert (row.state, row.attempts) == ("waiting", 0)
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [work.INTAKE_LOCKS, row.pk])
    other.close()
    run.understand(row.pk)
    row.refresh_from_db()
    assert row.state == "done"


def test_work_that_killed_its_worker_three_times_fails_in_words(db: None) -> None:
    row = run.hand_in_file(ARTICLE.name, ARTICLE.read_bytes(), ADDRESS)
    Intake.objects.filter(pk=row.pk).update(state="working", attempts=work.MOST_ATTEMPTS)
    run.understand(row.pk)
    row.refresh_from_db()
    assert row.state == "failed"
    assert "Tried 3 times" in row.message


@pytest.mark.parametrize(
    "address", ["", "ftp://x.example/a", "javascript:alert(1)", "http://", "http://exa mple/", "https://x.example/\x00", "http://[::1"]
)
def test_an_address_that_is_none_is_refused_in_words(db: None, address: str) -> None:
    with pytest.raises(run.HandInError, match="is not an address of the web"):
        run.hand_in_address(address)


def test_a_day_that_is_none_is_refused_in_words(db: None) -> None:
    with pytest.raises(run.HandInError, match="2025-13-40"):
        run.hand_in_address(ADDRESS, "2025-13-40")
