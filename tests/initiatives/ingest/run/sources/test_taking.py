"""New items become intakes once, whichever source shows them, and a first visit does not bury the desk."""

from initiatives.ingest import run
from initiatives.models import Intake, Source, SourceItem
from tests.initiatives.ingest.hostile_server import HostileServer
from tests.initiatives.ingest.run.sources.conftest import feed_of, visited


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


def test_an_item_whose_link_is_refused_and_that_says_nothing_is_counted_as_that(a_feed: Source, a_hostile_server: HostileServer) -> None:
    item = "<item><title>Press</title><link>javascript:alert(1)</link><guid>one</guid></item>"
    feed = feed_of([1], a_hostile_server).replace("<item>", f"{item}<item>", 1)
    a_hostile_server.answers("/feed", feed)
    visited(a_feed)
    assert a_feed.message == "It holds 2 items, 2 of them new. 1 to be read. 1 with neither a page nor a text of their own."


def test_a_date_without_a_time_zone_is_marked_on_its_item_and_told(a_feed: Source, a_hostile_server: HostileServer) -> None:
    feed = feed_of([1, 2], a_hostile_server).replace("Tue, 24 Nov 2026 12:00:00 GMT", "Di, 24 Nov 2026 10:00", 1)
    a_hostile_server.answers("/feed", feed, content_type="application/rss+xml")
    visited(a_feed)
    assert dict(SourceItem.objects.values_list("title", "claimed")) == {"Item 1": "Di, 24 Nov 2026 10:00 (no zone: UTC)", "Item 2": ""}
    assert "1 date without a time zone, read as UTC." in a_feed.message


def test_an_item_of_a_site_map_gets_its_title_once_it_was_read(db: None, a_hostile_server: HostileServer) -> None:
    where = a_hostile_server.address("/story")
    a_hostile_server.answers("/map.xml", f"<urlset><url><loc>{where}</loc></url></urlset>", content_type="application/xml")
    text = "The town council will plant four hundred roses along the river, and the gardeners ask for help on Saturday. " * 3
    page = f"<!DOCTYPE html><html><head><title>Roses</title></head><body><article><h1>Roses</h1><p>{text}</p></article></body></html>"
    a_hostile_server.answers("/story", page)
    (intake_id,) = visited(run.add_source(a_hostile_server.address("/map.xml"))).to_fetch
    assert SourceItem.objects.get().title == ""
    assert run.fetch(intake_id)
    run.understand(intake_id)
    assert SourceItem.objects.get().title == "Roses"
