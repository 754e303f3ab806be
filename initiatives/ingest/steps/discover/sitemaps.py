"""Reads site maps, news site maps and their indexes (sitemaps.org); blocks are cut out one by one, so that a damaged one costs itself alone."""

import re
from html import unescape

from initiatives.ingest.steps.discover.days import moment_of
from initiatives.ingest.steps.discover.identity import Raw
from initiatives.ingest.steps.discover.items import items_of
from initiatives.ingest.steps.discover.links import address_of
from initiatives.ingest.steps.discover.prepare import MOST_ITEMS, Prepared
from initiatives.ingest.steps.discover.words import title_of
from initiatives.ingest.values.feed import Feed

MOST_PARTS = 200
_BLOCK = re.compile(r"<(?:[\w.-]+:)?(url|sitemap)\s*>(.*?)</(?:[\w.-]+:)?\1\s*>", re.S)
_VALUES = {
    name: re.compile(rf"<(?:[\w.-]+:)?{name}\s*>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</", re.S)
    for name in ("loc", "lastmod", "title", "publication_date")
}


def sitemap_of(xml: Prepared, address: str, fetched: str) -> Feed:
    """The pages that a site map lists, or the site maps that an index lists, the newest first."""
    blocks = sorted((_raw(block[2], address) for block in _BLOCK.finditer(xml.text)), key=_newness, reverse=True)
    named = [block for block in blocks if block.address]
    if xml.root == "sitemapindex":
        return Feed("sitemap", "", (), parts=tuple(dict.fromkeys(block.address for block in named))[:MOST_PARTS], notes=xml.notes)
    items = items_of(named[:MOST_ITEMS], fetched)
    return Feed("sitemap", "", items, left_out=max(0, len(named) - MOST_ITEMS), notes=xml.notes)


def _raw(block: str, address: str) -> Raw:
    day = _value(block, "publication_date") or _value(block, "lastmod")
    return Raw("", address_of(_value(block, "loc"), address), title_of(_value(block, "title")), day, "")


def _newness(item: Raw) -> str:
    moment = moment_of(item.day)
    return f"{moment.at:%Y-%m-%dT%H:%M}" if moment else ""


def _value(block: str, name: str) -> str:
    match = _VALUES[name].search(block)
    return unescape(match[1]).strip() if match else ""
