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
    assert "Its articles have stood behind a wall since" in source.message

    Source.objects.filter(pk=source.pk).update(next_visit_at=timezone.now())
    read_what_is_new(source)
    assert source.state == "blocked"
    assert source.state_since == source.articles_walled_since
    assert "Its articles have stood behind a wall since" in source.message


def test_an_article_that_can_be_read_again_opens_the_source(source: Source, a_hostile_server: HostileServer) -> None:
    read_what_is_new(source)
    a_hostile_server.answers("/story", STORY)
    row = Intake.objects.get(source=source)
    run.wait_again(row)
    run.fetch(row.pk)
    run.understand(row.pk)
    source.refresh_from_db()
    assert (source.state, source.articles_walled_since) == ("healthy", None)
