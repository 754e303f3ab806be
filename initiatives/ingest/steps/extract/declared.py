"""What a page says of itself in its head: author, publisher, day and canonical address; must not trust it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

MOST_MARKS = 400  # of a page's head; a page that has more is built to stall
MOST_SCRIPTS, LONGEST_SCRIPT = 10, 100_000  # JSON-LD blocks, and code points of one
DEEPEST = 6  # levels of JSON-LD
_MARK = re.compile(r"<(?:meta|link|time)\b([^<>]{1,1500})>", re.I)
_ATTRIBUTE = re.compile(r"""([a-z_:-]{2,20})\s*=\s*(?:"([^"]{0,1000})"|'([^']{0,1000})')""", re.I)
_SCRIPT = re.compile(r"<script\b[^<>]{0,200}ld\+json[^<>]{0,200}>", re.I)
_ARTICLES = re.compile(r"Article|Report|BlogPosting|PressRelease|WebPage|NewsItem")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_TITLES = ("og:title", "twitter:title", "dc.title")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher")
_DAYS = (
    "article:published_time", "datepublished", "date.issued", "dc.date.issued", "dc.date", "dcterms.issued", "dcterms.created", "parsely-pub-date",
    "og:published_time", "publishdate", "publish-date", "publish_date", "pubdate", "sailthru.date", "citation_publication_date",
)  # fmt: skip
_NO_PERSON = re.compile(r"https?:|[@/\\]|^\W*$")


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page declares; None where it says nothing. `paid` is true where it says that one must pay to read it."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    canonical: str | None = None
    paid: bool = False


def declared(page: str) -> Declared:
    """What the page's marks say, before what its JSON-LD says. Never raises on any page, and takes time in proportion to its length."""
    named, canonical, times = _marks(page)
    linked = next(_linked(page), {})
    return Declared(
        title=_first(named, _TITLES) or _text(linked.get("headline")),
        author=_person(_first(named, _AUTHORS)) or _person(_text(linked.get("author"))),
        publisher=_first(named, _PUBLISHERS) or _text(linked.get("publisher")),
        published=_day(_first(named, _DAYS)) or _day(_text(linked.get("datePublished"))) or times,
        canonical=canonical or _first(named, ("og:url",)),
        paid=str(linked.get("isAccessibleForFree", "")).lower() == "false",
    )


def _marks(page: str) -> tuple[dict[str, str], str | None, str | None]:
    """Meta data by name in small letters, the canonical link, and the first day in a mark of time."""
    named: dict[str, str] = {}
    canonical = times = None
    for number, mark in enumerate(_MARK.finditer(page)):
        if number >= MOST_MARKS:
            break
        has = {name.lower(): unescape(double or single).strip() for name, double, single in _ATTRIBUTE.findall(mark[1])}
        if has.get("rel", "").lower() == "canonical":
            canonical = canonical or has.get("href")
        name = (has.get("property") or has.get("name") or has.get("itemprop") or "").lower()
        if name and has.get("content"):
            named.setdefault(name, has["content"])
        times = times or _day(has.get("datetime"))
    return named, canonical, times


def _linked(page: str) -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD describes, those with a day first told."""
    for number, opening in enumerate(_SCRIPT.finditer(page)):
        if number >= MOST_SCRIPTS:
            return
        closing = page.find("</", opening.end(), opening.end() + LONGEST_SCRIPT)
        try:
            told = json.loads(page[opening.end() : closing], strict=False) if closing > 0 else None
        except (ValueError, RecursionError):
            continue
        yield from _articles(told, 0)


def _articles(told: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(told, list):
        for each in told[:100]:
            yield from _articles(each, depth + 1)
    if isinstance(told, dict):
        if _ARTICLES.search(str(told.get("@type", ""))[:200]) and ("datePublished" in told or "headline" in told):
            yield told
        yield from _articles(told.get("@graph"), depth + 1)


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name] for name in names if named.get(name)), None)


def _text(told: Any) -> str | None:
    """A text, or the name of a thing or of the first of several."""
    if isinstance(told, list):
        return _text(told[0]) if told and not isinstance(told[0], list) else None
    if isinstance(told, dict):
        told = told.get("name")
    return unescape(told).strip()[:500] or None if isinstance(told, str) else None


def _person(said: str | None) -> str | None:
    return said if said and not _NO_PERSON.search(said) else None


def _day(said: str | None) -> str | None:
    match = _DAY.search(said or "")
    return match.group() if match else None
