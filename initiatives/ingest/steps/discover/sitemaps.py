"""Reads site maps, news site maps and their indexes (sitemaps.org); blocks are cut out one by one, so that a damaged one costs itself alone."""

import re
from collections.abc import Iterator
from html import unescape

from initiatives.ingest.steps.discover.days import moment_of
from initiatives.ingest.steps.discover.identity import Raw
from initiatives.ingest.steps.discover.items import items_of
from initiatives.ingest.steps.discover.links import address_of
from initiatives.ingest.steps.discover.prepare import MOST_ITEMS, Prepared
from initiatives.ingest.steps.discover.words import title_of
from initiatives.ingest.values.feed import Feed

MOST_PARTS = 200
LONGEST_BLOCK = 8000  # characters of what is said of one page
_BLOCK_START = re.compile(r"<(?:[\w.-]{1,20}:)?(?:url|sitemap)\s*>")
_BLOCK_END = re.compile(r"</(?:[\w.-]{1,20}:)?(?:url|sitemap)\s*>")
_VALUES = {
    name: re.compile(rf"<(?:[\w.-]{{1,20}}:)?{name}\s*>\s*(?:<!\[CDATA\[)?([^<]{{0,4000}})", re.S)
    for name in ("loc", "lastmod", "title", "publication_date")
}


def sitemap_of(xml: Prepared, address: str, fetched: str) -> Feed:
    """The pages that a site map lists, or the site maps that an index lists, the newest first."""
    blocks = sorted((_raw(block, address) for block in _blocks(xml.text)), key=_newness, reverse=True)
    named = [block for block in blocks if block.address]
    if xml.root == "sitemapindex":
        return Feed("sitemap", "", (), parts=tuple(dict.fromkeys(block.address for block in named))[:MOST_PARTS], notes=xml.notes)
    items = items_of(named[:MOST_ITEMS], fetched)
    return Feed("sitemap", "", items, left_out=max(0, len(named) - MOST_ITEMS), notes=xml.notes)


def _blocks(text: str) -> Iterator[str]:
    """What is said of each page: from its start to the next end, so that a block that never ends costs no more than its length."""
    for part in _BLOCK_END.split(text):
        starts = _BLOCK_START.split(part[-LONGEST_BLOCK:])
        if len(starts) > 1:
            yield starts[-1]


def _raw(block: str, address: str) -> Raw:
    day = _value(block, "publication_date") or _value(block, "lastmod")
    return Raw("", address_of(_value(block, "loc"), address), title_of(_value(block, "title")), day, "")


def _newness(item: Raw) -> str:
    moment = moment_of(item.day)
    return f"{moment.at:%Y-%m-%dT%H:%M}" if moment else ""


def _value(block: str, name: str) -> str:
    match = _VALUES[name].search(block)
    return unescape(match[1]).removesuffix("]]>").strip() if match else ""
