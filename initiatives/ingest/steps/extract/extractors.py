"""Three ways from a page to its text, from the best to the plainest, and which a page can bear; must not decide what is an article."""

import re
from html import unescape
from typing import NamedTuple

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]
from resiliparse.extract.html2text import extract_plain_text

# Their time grows with the marks of a page, and with the square of its depth: beyond these a page costs minutes and is read by the next one.
MOST_MARKS_TRAFILATURA, DEEPEST_TRAFILATURA = 40_000, 400
MOST_MARKS_RESILIPARSE, DEEPEST_RESILIPARSE = 120_000, 3_000
SHORTEST_LINE = 60  # code points that a line of a stripped page has, to be prose and no menu
_TAG = re.compile(r"<(/?)(\w{1,20})\b[^<>]{0,1000}?(/?)>")
# Marks without an end, or whose end is often left out: their followers are no deeper.
_ENDLESS = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "option", "dt", "dd"]
)
_EMPTY_LINK = re.compile(r"<a\b[^<>]{0,1000}>\s{0,20}</a\s*>", re.I)
_UNREAD = re.compile(r"<(script|style|noscript|template|svg|nav|footer|header|form)\b(?:(?!<\1\b|</\1).){0,200000}</\1\s*>", re.I | re.S)
_COMMENT = re.compile(r"<!--(?:(?!<!--|-->).){0,5000}-->", re.S)
_BLOCK = re.compile(r"</?(?:p|div|li|br|h[1-6]|article|section|td|tr|ul|ol|table|blockquote)\b[^<>]{0,1000}>", re.I)
_ANY_MARK = re.compile(r"<!--|-->|</?[a-z!][^<>]{0,2000}>?", re.I)
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,500})</title", re.I)
_GLUED = re.compile(
    r"(\d)((?:</?(?:span|b|i|em|strong|font|sup|abbr|mark)\b[^<>]{0,200}>){1,6})(?=(?:million|billion|trillion|thousand|crore|lakh|bn|mn|tn)\b)", re.I
)


class Found(NamedTuple):
    """What an extractor made of a page."""

    title: str
    text: str
    publisher: str | None
    byline: str | None
    extractor: str


NOTHING = Found("", "", None, None, "none")


def text_of(page: str, url: str | None) -> Found:
    """What the best extractor that the page can bear makes of it; NOTHING where none finds a text. Never raises on any page."""
    parted, marks, deepest = _GLUED.sub(r"\1 \2", page), page.count("<"), depth_of(page)
    found = _by_trafilatura(parted, url) if marks <= MOST_MARKS_TRAFILATURA and deepest <= DEEPEST_TRAFILATURA else NOTHING
    if not found.text:
        lighter = _EMPTY_LINK.sub("", parted) if marks > MOST_MARKS_TRAFILATURA else parted
        can_be_parsed = lighter.count("<") <= MOST_MARKS_RESILIPARSE and deepest <= DEEPEST_RESILIPARSE
        found = _by_resiliparse(lighter) if can_be_parsed else Found(title_of(page), stripped(lighter), None, None, "stripped")
    return found


def depth_of(page: str) -> int:
    """How deep the page's marks are nested at the most, also where they are never closed."""
    depth = deepest = 0
    for closing, name, void in _TAG.findall(page):
        if not void and name.lower() not in _ENDLESS:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def title_of(page: str) -> str:
    """What the title bar shows."""
    match = _TITLE.search(page)
    return " ".join(unescape(match[1]).split()) if match else ""


def stripped(page: str, shortest: int = SHORTEST_LINE) -> str:
    """The lines of prose that remain without marks, scripts and menus; for pages that would stall a parser."""
    bare = _ANY_MARK.sub("", _BLOCK.sub("\n", _UNREAD.sub("\n", _COMMENT.sub("", page))))
    lines = (" ".join(unescape(line).split()) for line in bare.splitlines())
    return "\n".join(line for line in lines if len(line) >= shortest)


def _by_trafilatura(page: str, url: str | None) -> Found:
    try:
        document = trafilatura.bare_extraction(page, url=url, favor_precision=True, with_metadata=True, include_comments=False)
    except (LxmlError, ValueError, RecursionError, AttributeError, TypeError):
        return NOTHING  # a page that breaks the extractor is read by the next one, and the article says which
    if document is None or isinstance(document, dict):
        return NOTHING
    return Found(document.title or "", document.text or "", document.sitename, document.author, "trafilatura")


def _by_resiliparse(page: str) -> Found:
    text = extract_plain_text(page, main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False)
    return Found(title_of(page), text, None, None, "resiliparse")
