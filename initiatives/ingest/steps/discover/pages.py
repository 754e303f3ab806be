"""Reads a page for the feeds it names and the headlines it links; a wall or a page of error is told apart from both."""

from collections.abc import Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lxml import etree  # type: ignore[import-untyped]
from resiliparse.extract.html2text import extract_plain_text

from initiatives.ingest.steps.discover.identity import Raw
from initiatives.ingest.steps.discover.items import items_of
from initiatives.ingest.steps.discover.links import address_of
from initiatives.ingest.steps.discover.words import title_of
from initiatives.ingest.steps.extract.walls import error_in, wall_in
from initiatives.ingest.values.feed import Feed, FoundFeed, NoFeed

LARGEST_PAGE = 3 * 1024 * 1024  # characters
MOST_FEEDS = 20
MOST_HEADLINES = 200
MOST_LINKS = 5000  # looked at
MOST_PIECES, LONGEST_WORDS = 50, 1000  # of the text within one element
SHORTEST_ARTICLE = 400  # characters of a page that is watched for itself; a page of error has fewer
FEWEST_WORDS, FEWEST_CHARACTERS = 4, 20  # of a headline; a shorter link leads around the site. Scripts without blanks need the half
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_OBVIOUS = ("/feed", "/rss", "/atom", ".rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", ".rdf")
_REFUSAL = "a refusal"


def page_of(text: str, address: str, fetched: str) -> Feed | NoFeed:
    """The feeds and headlines of an HTML page; a page without headlines is its own only item. Never raises."""
    page = text[:LARGEST_PAGE]
    try:
        tree = etree.fromstring(page.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, huge_tree=False))
    except (etree.LxmlError, ValueError):
        tree = None
    if tree is None:
        return NoFeed("damaged", "The page is so damaged that nothing of it can be read.")
    title = title_of(next((_words(element) for element in tree.iter("title")), ""))
    words = extract_plain_text(page, main_content=False, links=False, noscript=True)
    return _walled(title, words) or _with_something(_read(tree, title, address, fetched), words, address)


def _with_something(found: Feed, words: str, address: str) -> Feed | NoFeed:
    """The page, unless it shows neither feed nor headlines nor an article."""
    if found.feeds or len(words) >= SHORTEST_ARTICLE or any(item.address != address for item in found.items):
        return found
    shown = found.title or words.strip()
    return NoFeed("not-a-feed", f"A page stands there that holds neither a feed nor headlines nor an article (“{' '.join(shown.split())[:80]}”).")


def _walled(title: str, words: str) -> NoFeed | None:
    """Why the page is none that can be read: an error, or a wall."""
    wall, error = wall_in(title, words), error_in((title, words.lstrip()), words)
    if error or wall == _REFUSAL:
        return NoFeed("error-page", f"A page of error stands there (“{error or title[:80]}”).")
    return NoFeed("wall", f"{wall[0].upper()}{wall[1:]} stands there instead (“{title[:80]}”).") if wall else None


def _read(tree: Any, title: str, address: str, fetched: str) -> Feed:
    base = next((found for element in tree.iter("base") if (found := address_of(element.get("href") or "", address))), address)
    links = list(islice(tree.iter("a"), MOST_LINKS))
    headlines = _headlines(links, base) or [Raw("", address, title, "", "")]
    named = _named(list(islice(tree.iter("link"), MOST_LINKS)), base) or _obvious(links, base)
    language = (tree.get("lang") or "")[:2].lower()
    return Feed("page", title, items_of(headlines, fetched), language if language.isalpha() else "", feeds=named)


def _words(element: Any) -> str:
    return " ".join(islice(element.itertext(), MOST_PIECES))[:LONGEST_WORDS]


def _named(links: Sequence[Any], base: str) -> tuple[FoundFeed, ...]:
    """The feeds that the page's head names."""
    found: dict[str, str] = {}
    for link in links:
        rel, kind = (link.get("rel") or "").lower().split(), (link.get("type") or "").split(";")[0].strip().lower()
        if "alternate" in rel and kind in _FEED_TYPES:
            found.setdefault(address_of(link.get("href") or "", base), title_of(link.get("title") or ""))
    return _found(found)


def _obvious(links: Sequence[Any], base: str) -> tuple[FoundFeed, ...]:
    """The feeds that the page's links lead to, as far as their addresses say so."""
    found: dict[str, str] = {}
    for link in links:
        href = address_of(link.get("href") or "", base)
        if urlsplit(href).path.lower().rstrip("/").endswith(_OBVIOUS):
            found.setdefault(href, title_of(_words(link)))
    return _found(found)


def _found(titles: dict[str, str]) -> tuple[FoundFeed, ...]:
    return tuple(FoundFeed(address, title) for address, title in titles.items() if address)[:MOST_FEEDS]


def _headlines(links: Sequence[Any], base: str) -> list[Raw]:
    """Links within the site whose words are long enough for a headline, in the page's order."""
    host, found = _site(base), dict[str, Raw]()
    for link in links:
        words = title_of(_words(link))
        href = address_of(link.get("href") or "", base) if _is_headline(words) else ""
        if href and _site(href) == host and href.rstrip("/") != base.rstrip("/"):
            found.setdefault(href, Raw("", href, words, "", ""))
    return list(found.values())[:MOST_HEADLINES]


def _is_headline(words: str) -> bool:
    if words.isascii() or " " in words:
        return len(words.split()) >= FEWEST_WORDS and len(words) >= FEWEST_CHARACTERS
    return len(words) >= FEWEST_CHARACTERS // 2


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
