"""Reads RSS, RDF and Atom through feedparser; what makes feedparser raise is a failure in words."""

import io
from typing import Any

import feedparser

from initiatives.ingest.steps.discover.identity import Raw
from initiatives.ingest.steps.discover.items import items_of
from initiatives.ingest.steps.discover.links import address_of
from initiatives.ingest.steps.discover.prepare import Prepared
from initiatives.ingest.steps.discover.wellformed import well_formed
from initiatives.ingest.steps.discover.words import text_of, title_of
from initiatives.ingest.values.feed import Feed, NoFeed

LONGEST_GUID = 2000  # characters
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def feed_of(xml: Prepared, address: str, fetched: str) -> Feed | NoFeed:
    """The feed in prepared XML. Never raises."""
    body = well_formed(xml.text)
    if body is None:
        return NoFeed("damaged", "The feed is so damaged that nothing of it can be read.")
    try:
        parsed = feedparser.parse(io.BytesIO(body), response_headers=_HEADERS, sanitize_html=False, resolve_relative_uris=False)
        base = address_of(_text(parsed.feed.get("link")), address) or address
        items = items_of([raw for entry in parsed.entries if (raw := _raw(entry, base))], fetched)
    except Exception:  # feedparser raises whatever its parsers meet; the source says so, and the next one goes on
        return NoFeed("damaged", "The feed is damaged in a way that cannot be read past.")
    if not items and not (parsed.version and parsed.feed.get("title")):
        return NoFeed("not-a-feed", "What stands there is XML with neither a title nor items of a feed.")
    language = _text(parsed.feed.get("language"))[:2].lower()
    return Feed(
        "feed", title_of(_text(parsed.feed.get("title"))), items, language if language.isalpha() else "", left_out=xml.left_out, notes=xml.notes
    )


def _raw(entry: Any, base: str) -> Raw | None:
    link = address_of(_text(entry.get("link")) or _first_link(entry), base)
    guid = _text(entry.get("id")).strip()[:LONGEST_GUID]
    day = _text(entry.get("published")) or _text(dict.get(entry, "updated")) or _text(entry.get("created"))
    return Raw(guid, link or address_of(guid, "") if guid.startswith("http") else link, title_of(_text(entry.get("title"))), day, _body(entry))


def _first_link(entry: Any) -> str:
    links = [link for link in entry.get("links", ()) if link.get("rel", "alternate") in ("alternate", "related") and link.get("href")]
    return _text(links[0]["href"]) if links else ""


def _body(entry: Any) -> str:
    """The longest text that the item carries."""
    written = [_text(content.get("value")) for content in entry.get("content", ())] + [_text(entry.get("summary"))]
    return text_of(max(written, key=len))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
