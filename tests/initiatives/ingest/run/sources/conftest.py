"""A feed on a local server, and a host that has had its rest."""

import pytest
import redis
from django.conf import settings as site

from initiatives.ingest import run
from initiatives.models import Source
from tests.initiatives.ingest.hostile_server import HostileServer

ITEM = "<item><title>{title}</title><link>{link}</link><guid>{guid}</guid><pubDate>{day}</pubDate><description>{text}</description></item>"
DAY = "Tue, 24 Nov 2026 12:00:00 GMT"


@pytest.fixture(autouse=True)
def loopback_is_allowed(settings: pytest.FixtureRequest) -> None:
    settings.FETCH_ALLOW_LOOPBACK = True  # type: ignore[attr-defined]


def feed_of(numbers: range | list[int], server: HostileServer, title: str = "Ministry of Research, Norland", guid: str = "norland") -> str:
    items = "".join(
        ITEM.format(title=f"Item {number}", link=server.address(f"/news/{number}"), guid=f"{guid}-{number}", day=DAY, text=f"Text {number}")
        for number in numbers
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"


def visited(source: Source) -> run.Visited:
    """One visit, as if it were due and the host had rested since the last one."""
    with redis.Redis.from_url(site.REDIS_URL) as client:
        for key in client.scan_iter("fetch:turn:*"):
            client.delete(key)
    run.look_now(source)
    answer = run.visit_source(source.pk)
    source.refresh_from_db()
    return answer


@pytest.fixture
def a_feed(db: None, a_hostile_server: HostileServer) -> Source:
    """A source whose feed holds three items."""
    a_hostile_server.answers("/feed", feed_of(range(3), a_hostile_server), content_type="application/rss+xml", etag='"three"')
    return run.add_source(a_hostile_server.address("/feed"))
