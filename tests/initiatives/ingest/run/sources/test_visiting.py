"""Visits against a real server: the rhythm, redirects, and what a page or an index leads to."""

import datetime

import pytest
from django.utils import timezone

from initiatives.ingest import run
from initiatives.ingest.run.sources import moving
from initiatives.models import Intake, Source
from tests.initiatives.ingest.hostile_server import HostileServer
from tests.initiatives.ingest.run.sources.conftest import feed_of, visited


def test_new_items_shorten_the_wait(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    a_hostile_server.answers("/feed", feed_of(range(5), a_hostile_server))
    assert len(visited(a_feed).to_fetch) == 2
    assert a_feed.interval_seconds == 1800
    assert a_feed.message == "It holds 5 items, 2 of them new. 2 to be read."


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


def test_what_an_editor_typed_during_a_visit_stays(a_feed: Source, a_hostile_server: HostileServer) -> None:
    stale = Source.objects.get(pk=a_feed.pk)
    visited(a_feed)
    Source.objects.filter(pk=a_feed.pk).update(name="The gazette", watched=False)
    moving.move(stale, a_hostile_server.address("/elsewhere"))
    a_feed.refresh_from_db()
    assert (a_feed.name, a_feed.watched, a_feed.address) == ("The gazette", False, a_hostile_server.address("/elsewhere"))


def test_a_source_that_moves_to_where_another_stands_is_turned_off(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    a_hostile_server.answers("/old", status=301, location=a_feed.address)
    moved = run.add_source(a_hostile_server.address("/old"))
    assert visited(moved) == run.Visited()
    assert (moved.watched, "is in the list already as “Ministry of Research, Norland”" in moved.message) == (False, True)


def test_a_page_of_error_at_a_new_address_is_no_source_with_one_article(db: None, a_hostile_server: HostileServer) -> None:
    a_hostile_server.answers("/broken.xml", "<html><body><h1>Something broke</h1></body></html>")
    source = run.add_source(a_hostile_server.address("/broken.xml"))
    assert visited(source) == run.Visited()
    assert source.state == "failing"
    assert "holds neither a feed nor headlines nor an article (“Something broke”)" in source.message
