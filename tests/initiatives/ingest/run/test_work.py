"""What is put off, tried again, put away and swept; whatever the clock says."""

import datetime

import pytest
from django.db import OperationalError
from django.utils import timezone

from initiatives import tasks
from initiatives.ingest import run
from initiatives.ingest.run import documents, work
from initiatives.ingest.steps.discover.identity import MARK
from initiatives.models import Article, Draft, Intake, Story, StoryArticle
from initiatives.review.stories import to_be_read
from tests.initiatives.ingest.hostile_server import HostileServer

PAGE = """<html><head><title>Norway to spend 1 billion kroner on artificial intelligence</title></head><body><article>
<p>The Norwegian government will spend NOK 1 billion over five years on artificial intelligence research, the ministry said on 7 September 2023.</p>
<p>The money goes to national research centres for artificial intelligence, chosen by the Research Council of Norway after a call this autumn.</p>
</article></body></html>"""
SET_APART = (
    "Norway will spend 1.2 billion kroner on a national supercomputer for artificial intelligence in Trondheim, the government said on Monday. "
    "The machine is to train open models in Norwegian and Sami, and half of its time is meant for young companies and hospitals."
)


@pytest.fixture(autouse=True)
def loopback_is_allowed(settings: pytest.FixtureRequest) -> None:
    settings.FETCH_ALLOW_LOOPBACK = True  # type: ignore[attr-defined]


def fetched(address: str) -> Intake:
    row = run.hand_in_address(address)
    run.fetch(row.pk)
    row.refresh_from_db()
    return row


def test_a_busy_server_is_asked_again_when_it_said_and_not_before(db: None, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/story", status=429, retry_after="900")
    row = fetched(a_hostile_server.address("/story"))
    assert row.state == "waiting"
    assert "asks to come back in 15 minutes. It is tried again at" in row.message
    assert row.not_before is not None
    assert 880 < (row.not_before - timezone.now()).total_seconds() < 901

    asked = len(a_hostile_server.requests)
    assert not run.fetch(row.pk)
    assert not run.ring_again()
    assert len(a_hostile_server.requests) == asked

    a_hostile_server.answers("/story", PAGE)
    Intake.objects.filter(pk=row.pk).update(not_before=timezone.now(), claimed_at=timezone.now() - 2 * work.RING_AGAIN_AFTER)
    assert run.ring_again() == [(row.pk, True)]
    assert run.fetch(row.pk)
    run.understand(row.pk)
    assert Draft.objects.get().article.title == "Norway to spend 1 billion kroner on artificial intelligence"


def test_a_server_that_stays_busy_fails_after_three_visits(db: None, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/story", status=503)
    row = fetched(a_hostile_server.address("/story"))
    for _ in range(2):
        assert row.state == "waiting"
        Intake.objects.filter(pk=row.pk).update(not_before=None)
        run.fetch(row.pk)
        row.refresh_from_db()
    assert row.state == "failed"
    assert "is busy (503)" in row.message


def test_a_server_that_asks_for_more_than_a_day_is_asked_once_more_after_a_day_and_then_fails(db: None, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/story", status=429, retry_after="604800")
    row = fetched(a_hostile_server.address("/story"))
    assert (row.state, row.not_before is not None) == ("waiting", True)
    assert "asks to come back in more than a week. It is tried again at" in row.message
    Intake.objects.filter(pk=row.pk).update(not_before=None)
    assert not run.fetch(row.pk)
    row.refresh_from_db()
    assert (row.state, row.message.startswith("Asked 2 times: ")) == ("failed", True)
    assert row.message.endswith("hand in its text as a file.")


@pytest.mark.parametrize("answer", [b"\x00\xff garbage\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: a/\x00b; charset=" + b"x" * 90 + b"\r\n\r\n"])
def test_what_no_database_can_hold_is_a_failure_in_words_and_no_fault(db: None, a_hostile_server: HostileServer, answer: bytes) -> None:
    a_hostile_server.behaves("/story", lambda connection, request: connection.sendall(answer))
    row = fetched(a_hostile_server.address("/story"))
    assert row.message
    assert "fault of this program" not in row.message
    assert "\x00" not in row.message + row.content_type


def test_a_text_from_outside_loses_what_cannot_be_stored_however_it_is_written(db: None) -> None:
    row = Intake.objects.create(address="https://a.example/\x00x", claimed_title="a\ud800b")
    work.fail(row, "It says \x00.")
    row.refresh_from_db()
    assert (row.address, row.claimed_title, row.message) == ("https://a.example/x", "ab", "It says .")


def test_a_page_that_is_not_there_is_not_asked_for_again(db: None, a_hostile_server: HostileServer) -> None:
    row = fetched(a_hostile_server.address("/nothing"))
    assert (row.state, row.attempts) == ("failed", 1)
    assert "404" in row.message


def test_a_file_that_failed_keeps_its_bytes_until_it_is_put_away(db: None) -> None:
    row = run.hand_in_file("norway.html", PAGE.encode())
    Intake.objects.filter(pk=row.pk).update(attempts=work.MOST_ATTEMPTS)
    run.understand(row.pk)
    row.refresh_from_db()
    assert (row.state, bytes(row.body or b"")) == ("failed", PAGE.encode())
    assert run.can_be_tried(row)

    run.wait_again(row)
    assert run.fetch(row.pk)  # nothing to fetch: its bytes are there
    run.understand(row.pk)
    row.refresh_from_db()
    assert (row.state, row.body) == ("done", None)


def test_an_article_that_was_set_apart_is_read_again_from_the_text_that_is_kept(db: None) -> None:
    """Its address may be gone, or show something else by now."""
    article = Article.objects.create(url="https://gone.invalid/story", title="Norway to build a computer", text=SET_APART)
    place = StoryArticle.objects.create(article=article, story=Story.objects.create())
    row = to_be_read(place)
    assert row is not None
    work.fail(row, "Reading took longer than a worker may spend.")
    row.refresh_from_db()
    assert (row.article, row.body) == (article, None)
    assert run.can_be_tried(row)
    run.wait_again(row)
    assert run.fetch(row.pk)  # nothing to fetch: its text is there
    run.understand(row.pk)
    row.refresh_from_db()
    assert (row.state, row.article) == ("done", article)


def test_an_item_that_shares_its_address_with_others_is_read_again_from_the_words_of_its_feed(db: None) -> None:
    row = Intake.objects.create(
        address=f"https://ministry.invalid/notices{MARK}0123456789ab",
        claimed_title="EUR 120 million for AI",
        claimed_summary=SET_APART,
        state="failed",
    )
    run.wait_again(row)
    assert run.fetch(row.pk)
    run.understand(row.pk)
    row.refresh_from_db()
    assert row.state == "done"
    assert Draft.objects.get(intake=row).article.text.startswith("Norway will spend")


def test_a_failure_that_is_put_away_leaves_the_list_and_stays_known(db: None, a_hostile_server: HostileServer) -> None:
    row = fetched(a_hostile_server.address("/nothing"))
    assert run.put_away(row)
    row.refresh_from_db()
    assert row.state == "dismissed"
    assert not run.put_away(row)


@pytest.mark.parametrize("hours", [-3, 3])
def test_a_clock_that_jumps_leaves_no_work_lying(db: None, hours: int) -> None:
    row = run.hand_in_file("norway.html", PAGE.encode())
    wrong = timezone.now() + datetime.timedelta(hours=hours)
    Intake.objects.filter(pk=row.pk).update(state="working", claimed_at=wrong)
    assert run.ring_again() == [(row.pk, False)]
    assert not run.ring_again()


def test_a_sweep_rings_for_the_longest_left_and_for_no_more_than_the_broker_bears(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "MOST_RUNG_AT_ONCE", 2)
    rows = [run.hand_in_address(f"https://news.example.org/{number}") for number in range(4)]
    for minutes, row in enumerate(rows, start=2):
        Intake.objects.filter(pk=row.pk).update(state="working", claimed_at=timezone.now() - datetime.timedelta(minutes=minutes))
    assert run.ring_again() == [(rows[3].pk, True), (rows[2].pk, True)]
    assert run.ring_again() == [(rows[1].pk, True), (rows[0].pk, True)]


def test_a_wait_written_by_a_wrong_clock_ends(db: None) -> None:
    row = run.hand_in_address("https://news.example.org/story")
    years_ahead = timezone.now() + datetime.timedelta(days=900)
    Intake.objects.filter(pk=row.pk).update(not_before=years_ahead, claimed_at=years_ahead)
    assert run.ring_again() == [(row.pk, True)]


def test_a_database_that_goes_away_in_mid_article_leaves_the_row_to_the_sweeper(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    row = run.hand_in_file("norway.html", PAGE.encode())

    def gone(_: Intake) -> None:
        raise OperationalError("terminating connection due to administrator command")

    with monkeypatch.context() as broken:
        broken.setattr(documents, "article_of", gone)
        with pytest.raises(OperationalError):
            run.understand(row.pk)
    row.refresh_from_db()
    assert row.state == "working"
    run.understand(row.pk)
    row.refresh_from_db()
    assert row.state == "done"


def test_each_step_leaves_its_seconds_with_the_row(db: None) -> None:
    row = run.hand_in_file("norway.html", PAGE.encode())
    run.understand(row.pk)
    row.refresh_from_db()
    assert set(row.timings) == {"extract", "duplicates", "relevance", "understand", "match", "draft"}
    assert all(seconds >= 0 and cpu_seconds >= 0 for seconds, cpu_seconds in row.timings.values())
    assert row.timings["understand"][0] > 0


def test_a_bell_rung_twice_reads_once(db: None) -> None:
    row = run.hand_in_file("norway.html", PAGE.encode())
    tasks.understand_article.apply((row.pk,))
    tasks.understand_article.apply((row.pk,))
    row.refresh_from_db()
    assert (row.state, row.attempts, Draft.objects.count()) == ("done", 1, 1)
