"""Sources are added, listed and turned on by people; nothing is visited before."""

from dataclasses import replace

import pytest

from initiatives.ingest import run
from initiatives.ingest.run.sources.lists import STARTING_LIST
from initiatives.models import Article, Draft, Source
from tests.initiatives.ingest.hostile_server import HostileServer
from tests.initiatives.ingest.run.sources.conftest import feed_of, visited


def test_an_added_source_is_due_at_once_and_named_by_its_host(db: None) -> None:
    source = run.add_source("https://www.ministry.example/news.rss#top")
    assert (source.name, source.address, source.watched) == ("ministry.example", "https://www.ministry.example/news.rss", True)
    assert run.due_sources() == [source.pk]


@pytest.mark.parametrize("address", ["", "ministry.example", "javascript:alert(1)", "ftp://a.example/x", "https://" + "a" * 2100])
def test_what_is_no_address_is_refused_with_the_way_out(db: None, address: str) -> None:
    with pytest.raises(run.HandInError, match=r"address: .*Use"):
        run.add_source(address)
    assert not Source.objects.exists()


def test_the_same_address_is_not_added_twice(db: None) -> None:
    run.add_source("https://a.example/feed", name="The gazette")
    with pytest.raises(run.HandInError, match=r"in the list as “The gazette”\. It is watched already"):
        run.add_source("https://a.example/feed")


@pytest.mark.parametrize(
    "other", ["HTTP://A.Example/feed#top", "https://a.example:443/feed", "http://www.a.example/feed/", "https://a.example./feed"]
)
def test_another_spelling_of_an_address_is_the_same_source(db: None, other: str) -> None:
    run.add_source("https://a.example/feed", name="The gazette")
    with pytest.raises(run.HandInError, match="in the list as “The gazette”"):
        run.add_source(other)
    listed = f"<opml><outline xmlUrl='{other}'/></opml>".encode()
    assert run.read_opml(listed) == run.ListRead(0, 1)


def test_a_query_tells_two_sources_apart(db: None) -> None:
    run.add_source("https://a.example/feed?output=rss")
    assert run.add_source("https://A.example/feed?output=atom").address == "https://a.example/feed?output=atom"


def test_what_a_list_brought_is_told_with_what_was_left_out(db: None) -> None:
    found = run.read_opml(b"<opml><outline xmlUrl='https://a.example/x'/><outline text='Bad' xmlUrl='mailto:x'/></opml>")
    assert found.in_words == (
        "1 source added, all off; none of the list were here already. 1 outline left out: Bad: “mailto:x” is no address of the web."
    )


def test_an_address_that_is_refused_is_shown_without_marks_that_turn_it_around(db: None) -> None:
    with pytest.raises(run.HandInError, match=r"u202e"):
        run.add_source("ftp://a.example/\u202egnp")


def test_one_source_of_a_host_is_rung_for_at_a_time(db: None) -> None:
    one, two = run.add_source("https://a.example/one"), run.add_source("https://a.example/two")
    other = run.add_source("https://b.example/one")
    first = run.due_sources()
    assert sorted(first) == sorted([one.pk, other.pk])
    assert run.due_sources() == [two.pk]


def test_a_list_goes_out_and_comes_back(db: None) -> None:
    source = run.add_source("https://a.example/feed?a=1&b=2", name="R & D")
    Source.objects.filter(pk=source.pk).update(klass="official", kind="sitemap", language="nb")
    written = run.write_opml().encode()
    assert run.read_opml(written) == run.ListRead(0, 1)
    Source.objects.all().delete()
    assert run.read_opml(written) == run.ListRead(1, 0)
    again = Source.objects.get()
    assert (again.name, again.address, again.klass, again.kind, again.language) == (
        "R & D",
        "https://a.example/feed?a=1&b=2",
        "official",
        "sitemap",
        "nb",
    )
    assert not again.watched


def test_a_hostile_list_adds_nothing(db: None) -> None:
    with pytest.raises(run.HandInError, match=r"file: .*entities"):
        run.read_opml(b"<!DOCTYPE opml [<!ENTITY a 'b'>]><opml><outline xmlUrl='https://a.example/x'/></opml>")
    with pytest.raises(run.HandInError, match="names no address"):
        run.read_opml(b"<opml><outline text='empty'/></opml>")
    assert not Source.objects.exists()


def test_the_starting_list_is_long_off_and_loaded_once(db: None) -> None:
    first = run.load_starting_list()
    assert first.added >= 40
    assert run.load_starting_list() == run.ListRead(0, first.added)
    assert not Source.objects.filter(watched=True).exists()
    assert not Source.objects.filter(klass="other").exists()
    assert Source.objects.filter(country__isnull=False).values("country").distinct().count() >= 20
    assert b"http://" not in STARTING_LIST.read_bytes()


def test_health_tells_answers_yield_and_next_visit(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    article = Article.objects.create(url="https://a.example/1", title="A")
    Draft.objects.create(article=article, intake=a_feed.intakes.first(), proposal={}, state="accepted")
    off = run.add_source("https://b.example/feed", watched=False)
    first, second = run.sources_health()
    assert (first.source, first.items, first.taken, first.drafts, first.accepted) == (a_feed, 3, 3, 1, 1)
    assert first.yield_per_hundred == pytest.approx(33.33, abs=0.01)
    assert [visit.outcome for visit in first.answers] == ["new"]
    assert first.next_visit_at == a_feed.next_visit_at
    assert (second.source, second.yield_per_hundred, second.next_visit_at, second.answers) == (off, None, None, ())


def test_health_asks_the_same_number_of_questions_however_many_sources_there_are(db: None, django_assert_num_queries: object) -> None:
    for number in range(5):
        run.add_source(f"https://a.example/{number}")
    with django_assert_num_queries(5):  # type: ignore[operator]
        assert len(run.sources_health()) == 5


def test_what_another_source_brought_first_is_no_yield_of_this_one(a_feed: Source, a_hostile_server: HostileServer) -> None:
    visited(a_feed)
    a_hostile_server.answers("/other", feed_of(range(3), a_hostile_server, guid="other"))
    other = run.add_source(a_hostile_server.address("/other"))
    visited(other)
    health = run.source_health(other)
    assert (health.items, health.taken, health.yield_per_hundred) == (3, 0, None)
    listed = next(each for each in run.sources_health() if each.source == other)
    assert replace(listed, answers=()) == health
