"""Reads a page for the feeds it names and the headlines it links; a wall or a page of error is told apart from both."""

from typing import Any
from urllib.parse import urlsplit

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from initiatives.ingest.steps.discover.identity import Raw
from initiatives.ingest.steps.discover.items import items_of
from initiatives.ingest.steps.discover.links import address_of
from initiatives.ingest.steps.discover.words import title_of
from initiatives.ingest.steps.extract.walls import wall_in
from initiatives.ingest.values.feed import Feed, FoundFeed, NoFeed

LARGEST_PAGE = 3 * 1024 * 1024  # characters
MOST_FEEDS = 20
MOST_HEADLINES = 200
MOST_LINKS = 5000  # looked at
FEWEST_WORDS, FEWEST_CHARACTERS = 4, 20  # of a headline; a shorter link leads around the site. Scripts without blanks need the half
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_OBVIOUS = ("/feed", "/rss", "/atom", ".rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", ".rdf")
_REFUSAL = "a refusal"


def page_of(text: str, address: str, fetched: str) -> Feed | NoFeed:
    """The feeds and headlines of an HTML page; a page without headlines is its own only item. Never raises."""
    try:
        return _read(text[:LARGEST_PAGE], address, fetched)
    except (ValueError, RuntimeError, RecursionError) as error:
        return NoFeed("damaged", f"The page is damaged in a way that cannot be read past ({type(error).__name__}).")


def _read(page: str, address: str, fetched: str) -> Feed | NoFeed:
    tree = HTMLTree.parse(page)
    title = title_of(tree.title or "")
    wall = wall_in(title, extract_plain_text(tree, main_content=False, links=False, noscript=True))
    if wall == _REFUSAL:
        return NoFeed("error-page", f"A page of error stands there (“{title[:80]}”).")
    if wall:
        return NoFeed("wall", f"{wall[0].upper()}{wall[1:]} stands there instead (“{title[:80]}”).")
    base = _base(tree, address)
    headlines = _headlines(tree, base) or [Raw("", address, title, "", "")]
    return Feed("page", title, items_of(headlines, fetched), _language(tree), feeds=_feeds(tree, base))


def _all(tree: HTMLTree, selector: str) -> list[Any]:
    """The elements that a selector names, the first thousands."""
    return list(tree.document.query_selector_all(selector))[:MOST_LINKS] if tree.document else []


def _base(tree: HTMLTree, address: str) -> str:
    named = _all(tree, "base[href]")
    return address_of(named[0].getattr("href") or "", address) or address if named else address


def _language(tree: HTMLTree) -> str:
    root = _all(tree, "html[lang]")
    language = ((root[0].getattr("lang") or "") if root else "")[:2].lower()
    return language if language.isalpha() else ""


def _feeds(tree: HTMLTree, base: str) -> tuple[FoundFeed, ...]:
    """Feeds named in the head, else obvious links to feeds."""
    found: dict[str, str] = {}
    for link in _all(tree, "link[rel][href]"):
        rel, kind = (link.getattr("rel") or "").lower().split(), (link.getattr("type") or "").split(";")[0].strip().lower()
        if "alternate" in rel and kind in _FEED_TYPES:
            found.setdefault(address_of(link.getattr("href") or "", base), title_of(link.getattr("title") or ""))
    for link in [] if found else _all(tree, "a[href]"):
        href = address_of(link.getattr("href") or "", base)
        if urlsplit(href).path.lower().rstrip("/").endswith(_OBVIOUS):
            found.setdefault(href, title_of(link.text or ""))
    found.pop("", None)
    return tuple(FoundFeed(address, title) for address, title in list(found.items())[:MOST_FEEDS])


def _headlines(tree: HTMLTree, base: str) -> list[Raw]:
    """Links within the site whose words are long enough for a headline, in the page's order."""
    host, found = _site(base), dict[str, Raw]()
    for link in _all(tree, "a[href]"):
        words = title_of(link.text or "")
        href = address_of(link.getattr("href") or "", base) if _is_headline(words) else ""
        if href and _site(href) == host and href.rstrip("/") != base.rstrip("/"):
            found.setdefault(href, Raw("", href, words, "", ""))
    return list(found.values())[:MOST_HEADLINES]


def _is_headline(words: str) -> bool:
    if words.isascii() or " " in words:
        return len(words.split()) >= FEWEST_WORDS and len(words) >= FEWEST_CHARACTERS
    return len(words) >= FEWEST_CHARACTERS // 2


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
