"""From the bytes of an answer to the items of a source: tells feed, JSON Feed, site map and page apart; never raises on any bytes."""

import gzip
import io
import zlib
from dataclasses import dataclass

from initiatives.ingest.steps.discover.feeds import feed_of
from initiatives.ingest.steps.discover.json_feed import json_feed_of
from initiatives.ingest.steps.discover.pages import page_of
from initiatives.ingest.steps.discover.prepare import prepared
from initiatives.ingest.steps.discover.sitemaps import sitemap_of
from initiatives.ingest.steps.extract.decode import decode, is_binary
from initiatives.ingest.values.feed import Feed, NoFeed

LARGEST_BODY_BYTES = 30 * 1024 * 1024
HEAD = 4000  # characters in which a page shows that it is one
_GZIP = b"\x1f\x8b"
_HTML = ("<!doctype html", "<html", "<head", "<body")


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server answered: `address` where it came from, `charset` as its header says, `fetched` the day of the visit as YYYY-MM-DD."""

    body: bytes
    address: str
    content_type: str
    charset: str | None
    fetched: str


def read(answered: Answered) -> Feed | NoFeed:
    """What stands at the source; or why it cannot be read, in words. Never raises on any bytes."""
    body = _unpacked(answered.body)
    if isinstance(body, NoFeed):
        return body
    if not body.strip():
        return NoFeed("empty", "The answer is empty.")
    if len(body) > LARGEST_BODY_BYTES:
        return NoFeed("too-large", f"It has {len(body) / 1e6:.0f} MB; at most {LARGEST_BODY_BYTES / 1e6:.0f} MB are read.")
    text = decode(body, answered.charset)
    if is_binary(body) and not _has_markup(text):
        return NoFeed("binary", "It is neither feed nor page (a picture, a PDF or another binary file).")
    return _of_text(text.lstrip("\ufeff \t\r\n\x00"), answered)


def _of_text(text: str, answered: Answered) -> Feed | NoFeed:
    address, fetched = answered.address, answered.fetched
    if text.startswith(("{", "[")):
        return json_feed_of(text, address, fetched)
    if _is_page(text, answered.content_type):
        return page_of(text, address, fetched)
    xml = prepared(text)
    if isinstance(xml, NoFeed):
        return xml
    if xml.root in ("urlset", "sitemapindex"):
        return sitemap_of(xml, address, fetched)
    return page_of(text, address, fetched) if xml.root in ("html", "head", "body", "div") else feed_of(xml, address, fetched)


def _is_page(text: str, content_type: str) -> bool:
    head = text[:HEAD].lower()
    if any(root in head for root in ("<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex", "<channel")):
        return False
    return any(mark in head for mark in _HTML) or (content_type == "text/html" and "<" in head)


def _has_markup(text: str) -> bool:
    """Whether text with many control characters is a feed all the same."""
    return any(root in text[:HEAD].lower() for root in ("<?xml", "<rss", "<feed", "<rdf:rdf", *_HTML))


def _unpacked(body: bytes) -> bytes | NoFeed:
    """The bytes of a packed site map, bounded."""
    if not body.startswith(_GZIP):
        return body
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
            unpacked = packed.read(LARGEST_BODY_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        return NoFeed("damaged", "Its packing is damaged.")
    if len(unpacked) > LARGEST_BODY_BYTES:
        return NoFeed("too-large", f"Unpacked it has more than {LARGEST_BODY_BYTES / 1e6:.0f} MB. It was not read.")
    return unpacked
