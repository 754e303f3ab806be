"""Reads JSON Feed (jsonfeed.org, versions 1 and 1.1)."""

import json
from typing import Any

from initiatives.ingest.steps.discover.identity import Raw
from initiatives.ingest.steps.discover.items import items_of
from initiatives.ingest.steps.discover.links import address_of
from initiatives.ingest.steps.discover.prepare import MOST_ITEMS
from initiatives.ingest.steps.discover.words import text_of, title_of
from initiatives.ingest.values.feed import Feed, NoFeed


def json_feed_of(text: str, address: str, fetched: str) -> Feed | NoFeed:
    """The feed in a JSON text. Never raises."""
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        return NoFeed("damaged", "It begins like JSON but cannot be read as JSON.")
    entries = given.get("items") if isinstance(given, dict) else None
    if not isinstance(entries, list):
        return NoFeed("not-a-feed", "It is JSON, but no JSON Feed: it has no list of items.")
    base = address_of(_text(given.get("home_page_url")), address) or address
    items = items_of([_raw(entry, base) for entry in entries[:MOST_ITEMS] if isinstance(entry, dict)], fetched)
    language = _text(given.get("language"))[:2].lower()
    return Feed("feed", title_of(_text(given.get("title"))), items, language, left_out=max(0, len(entries) - MOST_ITEMS))


def _raw(entry: dict[str, Any], base: str) -> Raw:
    address = address_of(_text(entry.get("url")) or _text(entry.get("external_url")), base)
    day = _text(entry.get("date_published")) or _text(entry.get("date_modified"))
    body = _text(entry.get("content_html")) or _text(entry.get("content_text")) or _text(entry.get("summary"))
    return Raw(_text(entry.get("id"))[:2000], address, title_of(_text(entry.get("title"))), day, text_of(body))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
