"""The way from bytes to an article, by the best extractor that copes; must not know where the bytes came from."""

import re
from dataclasses import dataclass, replace
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]
from resiliparse.extract.html2text import extract_plain_text

from initiatives.ingest.steps.duplicates import canonical_address
from initiatives.ingest.steps.extract.datelines import is_a_day, opens_with_a_day
from initiatives.ingest.steps.extract.days import day_of, settle
from initiatives.ingest.steps.extract.decode import decode, is_binary
from initiatives.ingest.steps.extract.walls import wall_in
from initiatives.ingest.steps.understand.money.language import guess
from initiatives.ingest.values import Article, NoArticle
from initiatives.text import clean

LARGEST_PAGE_BYTES = 3_000_000
LONGEST_TEXT = 200_000  # code points; a longer one is a book or a trap
LONGEST_TITLE = 300  # code points; a longer first line is text
SHORTEST_TEXT = 40  # code points; less is a caption
# Pages beyond these cost trafilatura minutes; the plainer extractor takes seconds.
MOST_TAGS, DEEPEST_NESTING = 20_000, 400
_TAG = re.compile(r"<(/?)(?:div|span|section|table|td|tr|ul|li|blockquote|font|b|i)\b[^>]*?(/?)>", re.I)
_EMPTY_LINK = re.compile(r"<a\b[^>]*>\s*</a\s*>", re.I)
_TITLE = re.compile(r"<title[^>]*>(.{1,500}?)</title>", re.I | re.S)
_CANONICAL = re.compile(r"""<link[^>]{0,300}rel\s*=\s*["']canonical["'][^>]{0,500}>""", re.I)
_HREF = re.compile(r"""href\s*=\s*["']([^"']{1,1000})["']""", re.I)
_OFFICIAL = re.compile(r"(?:^|\.)(?:gov|gouv|go|gob|govt|gc|bund|europa|admin|overheid)(?:\.[a-z]{2,3})?$|\.gov\.|\.gouv\.|\.go\.|europa\.eu$")
_WIRES = frozenset(
    {"reuters.com", "apnews.com", "afp.com", "bloomberg.com", "dpa.com", "yna.co.kr", "kyodonews.net", "ptinews.com", "efe.com", "ansa.it"}
)


class Found(NamedTuple):
    """What an extractor made of a page."""

    title: str
    text: str
    publisher: str | None
    byline: str | None
    extractor: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes with what came with them: address, charset and kind by the header, title and day by the feed, the day of the fetch."""

    body: bytes
    url: str | None = None
    content_type: str = ""
    charset: str | None = None
    title: str = ""
    published: str | None = None
    publisher: str | None = None
    fetched: str | None = None


def extract(fetched: Fetched) -> Article | NoArticle:
    """The article in what was fetched, cleaned; or why there is none, in words. Never raises on any bytes."""
    refusal = _refused(fetched)
    if refusal:
        return refusal
    page = decode(fetched.body[:LARGEST_PAGE_BYTES], fetched.charset)
    article = _from_page(page, fetched) if _is_page(page, fetched) else _from_text(page, fetched)
    return _checked(article)


def _refused(fetched: Fetched) -> NoArticle | None:
    if not fetched.body.strip():
        return NoArticle("empty", "Nothing is in it. Give a file or an address with an article's text.")
    if is_binary(fetched.body):
        return NoArticle("binary", "It is not text (a picture, a PDF or another binary file). Give the article as a web page or as plain text.")
    if len(fetched.body) > LARGEST_PAGE_BYTES and b"<" not in fetched.body[:1000]:
        return NoArticle("too-large", f"It has {len(fetched.body):,} bytes; the most that is read is {LARGEST_PAGE_BYTES:,}. Give the article alone.")
    return None


def _is_page(page: str, fetched: Fetched) -> bool:
    head = page[:2000].lstrip().lower()
    return "html" in fetched.content_type or head.startswith(("<!doctype", "<html", "<?xml", "<head", "<body")) or "<html" in head


def _from_text(page: str, fetched: Fetched) -> Article:
    cleaned = clean(page.strip())
    title, text = _title_and_text(cleaned.text, fetched.title)
    published, claimed = settle(fetched.published or day_of("", fetched.url, cleaned.text, fetched.fetched), fetched.fetched)
    found = Found(clean(title.strip()).text, text.strip(), fetched.publisher, None, "plain-text")
    return _article(found, fetched, published, claimed, cleaned.repaired, None)


def _title_and_text(whole: str, given: str) -> tuple[str, str]:
    """The first line that is neither a day nor a dateline nor longer than a title; the rest."""
    if given:
        return given, whole.removeprefix(given).lstrip()
    title, _, text = whole.partition("\n")
    if is_a_day(title) and text:
        title, _, text = text.lstrip().partition("\n")
    if len(title) > LONGEST_TITLE or opens_with_a_day(title):
        return "", "\n".join(filter(None, (title, text)))
    return title, text


def _from_page(page: str, fetched: Fetched) -> Article:
    found = next(
        (made for extractor in (_by_trafilatura, _by_resiliparse) if (made := extractor(page, fetched.url)).text), Found("", "", None, None, "none")
    )
    cleaned, title = clean(found.text), clean(fetched.title or found.title or _title(page)).text.strip()
    text = cleaned.text.strip().removeprefix(title).lstrip() if title else cleaned.text.strip()
    published, claimed = settle(fetched.published or day_of(page, fetched.url, text, fetched.fetched), fetched.fetched)
    return _article(found._replace(title=title, text=text), fetched, published, claimed, cleaned.repaired, _canonical(page))


def _article(found: Found, fetched: Fetched, published: str | None, claimed: str | None, repaired: bool, canonical: str | None) -> Article:
    host = urlsplit(fetched.url or "").hostname or ""
    return Article(
        text=found.text,
        title=found.title,
        url=fetched.url,
        canonical_url=canonical_address(address) if (address := canonical or fetched.url) else None,
        publisher=fetched.publisher or found.publisher or host.removeprefix("www.") or None,
        published=published,
        claimed=claimed,
        byline=found.byline,
        language=guess(found.text),
        article_class=_class_of(host),
        extractor=found.extractor,
        repaired=repaired,
    )


def _checked(article: Article) -> Article | NoArticle:
    wall = wall_in(article.title, article.text) if article.extractor != "plain-text" else None
    if wall:
        return NoArticle("wall", f"The page is {wall}, not an article.")
    if len(article.text) > LONGEST_TEXT:
        return NoArticle(
            "too-large", f"The text has {len(article.text):,} characters; the most that is read is {LONGEST_TEXT:,}. Give the article alone."
        )
    if len(article.text) < SHORTEST_TEXT:
        return _short(article)
    return article


def _short(article: Article) -> Article | NoArticle:
    """A file of one line is its own text; a shorter one is no article."""
    if article.extractor == "plain-text" and len(article.title) + len(article.text) >= SHORTEST_TEXT:
        return replace(article, text=f"{article.title}\n{article.text}".strip(), title="")
    return NoArticle("empty", "No article's text was found in it: fewer than 40 characters. Give the address of the article itself, or its text.")


def _by_trafilatura(page: str, url: str | None) -> Found:
    if _is_trap(page):
        return Found("", "", None, None, "none")
    try:
        document = trafilatura.bare_extraction(page, url=url, favor_precision=True, with_metadata=True, include_comments=False)
    except (LxmlError, ValueError, RecursionError, AttributeError, TypeError):
        document = None  # a page that breaks the extractor is read by the next one, and the article says which
    if document is None or isinstance(document, dict):
        return Found("", "", None, None, "none")
    return Found(document.title or "", document.text or "", document.sitename, document.author, "trafilatura")


def _by_resiliparse(page: str, url: str | None) -> Found:
    text = extract_plain_text(_EMPTY_LINK.sub("", page), main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False)
    return Found(_title(page), text, None, None, "resiliparse")


def _is_trap(page: str) -> bool:
    depth = deepest = tags = 0
    for match in _TAG.finditer(page):
        tags += 1
        depth += -1 if match[1] else 0 if match[2] else 1
        deepest = max(deepest, depth)
    return tags > MOST_TAGS or deepest > DEEPEST_NESTING or page.count("<a") > MOST_TAGS


def _title(page: str) -> str:
    match = _TITLE.search(page)
    return " ".join(unescape(match[1]).split()) if match else ""


def _canonical(page: str) -> str | None:
    link = _CANONICAL.search(page)
    address = _HREF.search(link.group()) if link else None
    return address[1] if address and address[1].startswith(("http://", "https://")) else None


def _class_of(host: str) -> str:
    if _OFFICIAL.search(host):
        return "official"
    return "wire" if host.removeprefix("www.") in _WIRES else "press" if host else "other"
