"""The small feeds of this folder, read as a visit on 25 November 2026 would."""

from pathlib import Path

from initiatives.ingest.steps.discover import Answered, read
from initiatives.ingest.values.feed import Feed, FeedItem, NoFeed

FEEDS = Path(__file__).parent / "feeds"
VISITED = "2026-11-25"


def read_bytes(body: bytes, content_type: str = "application/xml", charset: str | None = None) -> Feed | NoFeed:
    return read(Answered(body, "https://research.norland.example/feed", content_type, charset, VISITED))


def of_file(name: str, charset: str | None = None) -> Feed:
    found = read_bytes((FEEDS / name).read_bytes(), "text/html" if name.endswith("html") else "application/xml", charset)
    assert isinstance(found, Feed), found
    return found


def only_item(name: str, charset: str | None = None) -> FeedItem:
    (item,) = of_file(name, charset).items
    return item


def refusal(name: str) -> NoFeed:
    found = read_bytes((FEEDS / name).read_bytes(), "text/html")
    assert isinstance(found, NoFeed), found
    return found
