"""A source whose articles stand behind a wall is shown as blocked, until one of them can be read."""

import pytest
from django.conf import LazySettings
from django.utils import timezone

from initiatives.ingest import run
from initiatives.models import Intake, Source
from tests.initiatives.ingest.hostile_server import HostileServer

WALL = "<html><head><title>Just a moment...</title></head><body>Checking your browser before accessing. Enable JavaScript and cookies.</body></html>"
STORY = """<html><head><title>Norway funds artificial intelligence</title></head><body><article><p>The Norwegian government will spend NOK 1 billion
over five years on artificial intelligence research, the ministry of research said on 7 September 2023 in Oslo.</p></article></body></html>"""
ERROR = "<html><head><title>Too many requests</title></head><body><p>Our server rests until noon; please come again.</p></body></html>"
FEED = """<rss version="2.0"><channel><title>The Fjord Post</title><item><title>Norway funds artificial intelligence</title><link>{link}</link>
</item></channel></rss>"""


@pytest.fixture
def source(db: None, settings: LazySettings, a_hostile_server: HostileServer) -> Source:
    settings.FETCH_ALLOW_LOOPBACK = True
    a_hostile_server.answers("/feed", FEED.format(link=a_hostile_server.address("/story")), content_type="application/rss+xml")
    a_hostile_server.answers("/story", WALL)
    return run.add_source(a_hostile_server.address("/feed"))


def read_what_is_new(source: Source) -> None:
    for intake_id in run.visit_source(source.pk).to_fetch:
        run.fetch(intake_id)
        run.understand(intake_id)
    source.refresh_from_db()


def test_a_wall_before_its_articles_blocks_a_source_that_answers_itself(source: Source) -> None:
    read_what_is_new(source)
    assert source.state == "blocked"
    assert source.articles_walled_since is not None
    assert "Its last articles stood behind a wall" in source.message

    Source.objects.filter(pk=source.pk).update(next_visit_at=timezone.now())
    read_what_is_new(source)
    assert source.state == "blocked"
    assert source.state_since == source.articles_walled_since
    assert "Its last articles stood behind a wall" in source.message


def test_an_article_that_can_be_read_again_opens_the_source(source: Source, a_hostile_server: HostileServer) -> None:
    read_what_is_new(source)
    a_hostile_server.answers("/story", STORY)
    row = Intake.objects.get(source=source)
    run.wait_again(row)
    run.fetch(row.pk)
    run.understand(row.pk)
    source.refresh_from_db()
    assert (source.state, source.articles_walled_since) == ("healthy", None)


def take_in(source: Source, server: HostileServer, *pages: str) -> Source:
    """The source after its feed brought one more article for each of the pages, in this order."""
    for body in pages:
        number = Intake.objects.filter(source=source).count()
        server.answers(f"/new-{number}", body)
        server.answers("/feed", FEED.format(link=server.address(f"/new-{number}")), content_type="application/rss+xml")
        Source.objects.filter(pk=source.pk).update(next_visit_at=timezone.now())
        read_what_is_new(source)
    return source


def readable(place: str) -> str:
    return STORY.replace("NOK 1 billion", f"NOK 3 billion in {place}").replace("in Oslo", f"in {place}, where a new institute opens")


def test_one_walled_article_among_those_that_can_be_read_does_not_block_a_source_and_two_in_a_row_do(
    source: Source, a_hostile_server: HostileServer
) -> None:
    assert take_in(source, a_hostile_server, readable("Bergen"), WALL).state == "healthy"
    assert source.articles_walled_since is None
    assert take_in(source, a_hostile_server, readable("Tromsø"), WALL).state == "healthy"
    assert take_in(source, a_hostile_server, WALL).state == "blocked"


def test_a_page_of_error_says_nothing_of_its_source(source: Source, a_hostile_server: HostileServer) -> None:
    assert take_in(source, a_hostile_server, ERROR, ERROR).state == "healthy"
    assert set(Intake.objects.filter(source=source).values_list("state", flat=True)) == {"failed"}


def test_a_walled_article_that_is_tried_again_is_no_second_one(source: Source, a_hostile_server: HostileServer) -> None:
    take_in(source, a_hostile_server, readable("Bergen"), WALL)
    row = Intake.objects.get(source=source, state="failed")
    run.wait_again(row)
    run.fetch(row.pk)
    run.understand(row.pk)
    source.refresh_from_db()
    assert source.state == "healthy"
