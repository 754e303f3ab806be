"""What a server's answer makes of a source: unchanged, busy, gone, blocked or damaged, in words, and how long it is left alone."""

import pytest
from django.utils import timezone

from initiatives.ingest import run
from initiatives.models import Intake, Source
from tests.initiatives.ingest.hostile_server import HostileServer
from tests.initiatives.ingest.run.sources.conftest import feed_of, visited

WALL = "<html><head><title>Just a moment...</title></head><body><p>Checking your browser before you go on.</p></body></html>"


def seconds_until(source: Source) -> float:
    assert source.next_visit_at is not None
    return (source.next_visit_at - timezone.now()).total_seconds()


def test_an_unchanged_feed_is_asked_for_conditionally_and_lengthens_the_wait(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    visited(a_feed)
    before = a_feed.interval_seconds
    a_hostile_server.answers("/feed", status=304)
    visited(a_feed)
    assert a_hostile_server.requests[-1].headers["if-none-match"] == '"three"'
    assert a_feed.visits.first().outcome == "unchanged"  # type: ignore[union-attr]
    assert (a_feed.visits.first().status, a_feed.etag) == (304, '"three"')  # type: ignore[union-attr]
    assert a_feed.interval_seconds > before


def test_a_server_without_validators_is_compared_by_its_bytes(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/feed", feed_of(range(3), a_hostile_server), content_type="application/rss+xml")
    visited(a_feed)
    visited(a_feed)
    assert "if-none-match" not in a_hostile_server.requests[-1].headers
    assert [visit.outcome for visit in a_feed.visits.all()] == ["unchanged", "new"]
    assert a_feed.message == "The same stands there as the last time."


def test_gone_for_good_stops_the_visits_and_says_so(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/feed", status=410)
    visited(a_feed)
    assert a_feed.state == "gone"
    assert "It is not visited any more." in a_feed.message
    asked = len(a_hostile_server.requests)
    visited(a_feed)
    assert len(a_hostile_server.requests) == asked
    Source.objects.update(next_visit_at=timezone.now())
    assert run.due_sources() == []

    run.switch_source(a_feed, False)
    assert run.switch_source(a_feed, True)
    assert a_feed.state == "new"


def test_a_busy_server_is_left_alone_as_long_as_it_asks(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/feed", status=429, retry_after="100000")
    visited(a_feed)
    assert 100_000 <= seconds_until(a_feed) + 1 <= 110_001
    assert a_feed.visits.first().outcome == "asked-to-wait"  # type: ignore[union-attr]


def test_a_busy_server_that_does_not_say_how_long_is_asked_ever_more_rarely(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/feed", status=429)
    visited(a_feed)
    first = seconds_until(a_feed)
    visited(a_feed)
    assert first >= 7199
    assert seconds_until(a_feed) >= 14_399
    a_hostile_server.answers("/feed", feed_of(range(3), a_hostile_server))
    visited(a_feed)
    assert (a_feed.state, a_feed.failures_in_a_row) == ("healthy", 0)


def test_endless_redirects_are_a_failure_in_words(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/feed", status=301, location="/feed")
    visited(a_feed)
    assert (a_feed.state, a_feed.visits.first().outcome) == ("failing", "redirects")  # type: ignore[union-attr]
    assert "redirects more than" in a_feed.message


def test_a_bot_wall_blocks_the_source_since_a_day_and_costs_nothing_else(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    a_hostile_server.answers("/feed", WALL)
    visited(a_feed)
    assert (a_feed.state, a_feed.etag) == ("blocked", '"three"')
    assert a_feed.message.startswith(f"Blocked by a bot wall since {timezone.localtime():%-d %b %Y}.")
    since = a_feed.state_since
    visited(a_feed)
    assert (a_feed.state_since, Intake.objects.count()) == (since, 3)


def test_a_page_in_the_place_of_a_feed_is_named_as_one(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    a_hostile_server.answers(
        "/feed", "<html><title>Welcome to our new site</title><body><a href='/x'>A headline of more than four words</a></body></html>"
    )
    visited(a_feed)
    assert a_feed.state == "failing"
    assert "A web page stands there instead of the feed (“Welcome to our new site”)" in a_feed.message
    assert Intake.objects.count() == 3


@pytest.mark.parametrize("body", [b"", b"<rss><channel>", b"\x00\x01\x02", b"<!DOCTYPE a [<!ENTITY b 'c'>]><rss/>", b"{}", b"plain"])
def test_a_damaged_answer_is_a_failure_in_words_and_the_next_source_is_visited(a_feed: Source, a_hostile_server: HostileServer, body: bytes) -> None:
    a_hostile_server.answers("/bad", body, content_type="application/xml")
    bad = run.add_source(a_hostile_server.address("/bad"))
    visited(bad)
    assert bad.message.endswith(".")
    assert bad.state in ("failing", "healthy")
    assert len(visited(a_feed).to_fetch) == 3


def test_robots_that_forbid_the_feed_are_kept(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/robots.txt", "User-agent: *\nDisallow: /feed", content_type="text/plain")
    visited(a_feed)
    assert (a_feed.state, "robots.txt" in a_feed.message) == ("blocked", True)
    assert a_hostile_server.paths() == ["/robots.txt"]


def test_validators_that_no_header_may_hold_are_not_kept(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/feed", feed_of(range(3), a_hostile_server), etag='"a\tb"', last_modified="x" * 200)
    assert len(visited(a_feed).to_fetch) == 3
    assert (a_feed.etag, a_feed.last_modified) == ("", "")


def test_a_page_in_the_place_of_a_feed_says_which_feed_it_names(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    a_hostile_server.answers("/feed", "<html><head><title>New</title><link rel=alternate type='application/atom+xml' href='/atom'></head></html>")
    visited(a_feed)
    assert f"names a feed at {a_hostile_server.address('/atom')}" in a_feed.message


def test_robots_that_cannot_be_shown_are_a_failure_and_no_wall(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/robots.txt", status=503)
    visited(a_feed)
    assert (a_feed.state, a_feed.visits.get().status) == ("failing", 503)
