"""Visits against a real server: conditional requests, refusals, redirects, and nothing doubled."""

import datetime

import pytest
from django.utils import timezone

from initiatives.ingest import run
from initiatives.models import Intake, Source, SourceItem
from tests.initiatives.ingest.hostile_server import HostileServer
from tests.initiatives.ingest.run.sources.conftest import feed_of, visited

WALL = "<html><head><title>Just a moment...</title></head><body><p>Checking your browser before you go on.</p></body></html>"


def seconds_until(source: Source) -> float:
    assert source.next_visit_at is not None
    return (source.next_visit_at - timezone.now()).total_seconds()


def test_what_a_source_shows_is_taken_in_once(a_feed: Source) -> None:
    first = visited(a_feed)
    assert len(first.to_fetch) == 3
    assert (a_feed.state, a_feed.name) == ("healthy", "Ministry of Research, Norland")
    assert a_feed.message == "It holds 3 items, 3 of them new. 3 to be read."
    row = Intake.objects.get(address__endswith="/news/1")
    assert (row.source, row.claimed_title, row.claimed_summary, row.claimed_published) == (a_feed, "Item 1", "Text 1", "2026-11-24")
    assert (row.state, row.step) == ("waiting", "fetch")
    assert visited(a_feed) == run.Visited()
    assert (Intake.objects.count(), SourceItem.objects.count()) == (3, 3)


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


def test_new_items_shorten_the_wait(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    a_hostile_server.answers("/feed", feed_of(range(5), a_hostile_server))
    assert len(visited(a_feed).to_fetch) == 2
    assert a_feed.interval_seconds == 1800
    assert a_feed.message == "It holds 5 items, 2 of them new. 2 to be read."


def test_a_first_visit_takes_the_newest_twenty_and_says_so(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/feed", feed_of(range(60), a_hostile_server))
    assert len(visited(a_feed).to_fetch) == 20
    assert a_feed.message == "It holds 60 items, 60 of them new. 20 to be read. 40 older ones are kept in mind and not read."
    assert SourceItem.objects.filter(intake__isnull=True).count() == 40
    a_hostile_server.answers("/feed", feed_of(range(61), a_hostile_server))
    assert len(visited(a_feed).to_fetch) == 1


def test_a_feed_that_changes_its_guids_shows_nothing_new(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/feed", feed_of(range(30), a_hostile_server))
    visited(a_feed)
    a_hostile_server.answers("/feed", feed_of(range(30), a_hostile_server, guid="renamed"))
    assert visited(a_feed) == run.Visited()
    assert Intake.objects.count() == 20


def test_an_article_that_two_sources_show_is_fetched_once(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    a_hostile_server.answers("/other", feed_of(range(2, 5), a_hostile_server, guid="other").replace("/news/2", "/news/2?utm_source=other"))
    other = run.add_source(a_hostile_server.address("/other"))
    assert len(visited(other).to_fetch) == 2
    assert "1 known from elsewhere and not fetched again." in other.message
    assert SourceItem.objects.get(source=other, title="Item 2").intake == Intake.objects.get(address__endswith="/news/2")


def test_an_article_that_was_handed_in_is_not_fetched_again(a_feed: Source, a_hostile_server: HostileServer) -> None:
    handed_in = run.hand_in_address(a_hostile_server.address("/news/0"))
    assert len(visited(a_feed).to_fetch) == 2
    assert SourceItem.objects.get(title="Item 0").intake == handed_in


def test_items_that_share_a_link_are_read_from_the_feed_itself(a_feed: Source, a_hostile_server: HostileServer) -> None:
    notices = a_hostile_server.address("/notices")
    items = "".join(
        f"<item><title>{title}</title><link>{notices}</link><description>{title}, the treasury said today.</description></item>"
        for title in ("EUR 40 million for vouchers", "EUR 15 million for safety", "Correction: EUR 16 million for safety")
    )
    a_hostile_server.answers("/feed", f"<rss version='2.0'><channel><title>Notices</title>{items}</channel></rss>")
    answer = visited(a_feed)
    assert (len(answer.to_fetch), len(answer.to_read)) == (0, 3)
    rows = Intake.objects.filter(pk__in=answer.to_read)
    assert len({row.address for row in rows}) == 3
    assert all(row.address.startswith(f"{a_hostile_server.address('/notices')}#item-") for row in rows)
    assert b"EUR 15 million for safety, the treasury said today." in b"".join(bytes(row.body or b"") for row in rows)


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


def test_a_permanent_redirect_is_kept_and_a_passing_one_is_not(a_feed: Source, a_hostile_server: HostileServer) -> None:
    old = a_feed.address
    a_hostile_server.answers("/new", feed_of(range(3), a_hostile_server))
    a_hostile_server.answers("/feed", status=302, location="/new")
    visited(a_feed)
    assert a_feed.address == old
    a_hostile_server.answers("/feed", status=301, location="/new")
    visited(a_feed)
    assert (a_feed.address, a_feed.former_addresses) == (a_hostile_server.address("/new"), [old])
    assert a_feed.history.count() == 2
    with pytest.raises(run.HandInError, match="in the list as"):
        run.add_source(old)


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


def test_a_page_leads_to_its_feed_and_its_other_feeds_join_the_list_off(db: None, a_hostile_server: HostileServer) -> None:
    links = "".join(f"<link rel='alternate' type='application/rss+xml' title='{name}' href='/{name}'>" for name in ("feed", "speeches"))
    a_hostile_server.answers("/", f"<html><head><title>Newsroom</title>{links}</head><body></body></html>")
    a_hostile_server.answers("/feed", feed_of(range(3), a_hostile_server))
    source = run.add_source(a_hostile_server.address("/"))
    assert len(visited(source).to_fetch) == 3
    assert (source.address, source.former_addresses) == (a_hostile_server.address("/feed"), [a_hostile_server.address("/")])
    assert (source.kind, source.name) == ("feed", "Newsroom")
    other = Source.objects.get(address=a_hostile_server.address("/speeches"))
    assert (other.watched, other.name) == (False, "speeches")
    assert "found beside “Newsroom”" in other.message


def test_a_page_whose_feed_is_in_the_list_already_is_turned_off(a_feed: Source, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/", "<html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head></html>")
    page = run.add_source(a_hostile_server.address("/"))
    visited(page)
    assert (page.watched, "is in the list already" in page.message) == (False, True)


def test_a_page_without_a_feed_is_watched_for_its_headlines(db: None, a_hostile_server: HostileServer) -> None:
    headline = "<a href='/news/{0}'>Headline number {0} of the ministry</a>"
    a_hostile_server.answers("/", f"<html><body>{headline.format(1)}</body></html>")
    source = run.add_source(a_hostile_server.address("/"))
    assert len(visited(source).to_fetch) == 1
    assert source.kind == "page"
    a_hostile_server.answers("/", f"<html><body>{headline.format(2)}{headline.format(1)}</body></html>")
    (new,) = visited(source).to_fetch
    assert Intake.objects.get(pk=new).claimed_title == "Headline number 2 of the ministry"


def test_an_index_of_site_maps_leads_to_its_newest(db: None, a_hostile_server: HostileServer) -> None:
    entry = f"<sitemap><loc>{a_hostile_server.address('/map')}</loc></sitemap>"
    a_hostile_server.answers("/index.xml", f"<sitemapindex>{entry}</sitemapindex>", content_type="application/xml")
    a_hostile_server.answers("/map", f"<urlset><url><loc>{a_hostile_server.address('/news/9')}</loc></url></urlset>", content_type="text/xml")
    source = run.add_source(a_hostile_server.address("/index.xml"))
    assert len(visited(source).to_fetch) == 1
    assert source.kind == "sitemap"


def test_a_source_that_is_off_is_left_alone(a_feed: Source, a_hostile_server: HostileServer) -> None:
    run.switch_source(a_feed, False)
    assert visited(a_feed) == run.Visited()
    assert a_hostile_server.requests == []


def test_only_the_last_visits_are_kept(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    kept = a_feed.visits.get()
    a_feed.visits.bulk_create([type(kept)(source=a_feed, outcome="unchanged") for _ in range(250)])
    visited(a_feed)
    assert a_feed.visits.count() == 200


def test_a_clock_that_jumped_neither_loses_nor_hastens_a_visit(a_feed: Source) -> None:
    visited(a_feed)
    assert run.due_sources() == []
    Source.objects.update(next_visit_at=timezone.now() + datetime.timedelta(days=400))
    assert run.due_sources() == [a_feed.pk]
    assert run.due_sources() == []
