"""Cuts a text into paragraphs and sentences, by rules that need no language model; must not know what is looked for in them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from initiatives.ingest.values import Evidence, Span

LONGEST_READ_CHARACTERS = 60_000  # a long read has some 30,000; what lies behind is no news
BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
HELD_LINE = re.compile(r"\S[^\n]*")
LINE_END = re.compile(r"(?<!\s)\s*\n\s*")  # from the first blank: trying each of ten thousand blanks costs the square
WRAPPED_LINE_END = re.compile(r"(?<![ \t\r])[ \t\r]*\n[ \t\r]*\n\s*|(?<=[.!?:”\"])\s*\n\s*|(?<!\s)\s*\n\s*(?=[•*–—-]\s|\d+[.)]\s)")
SENTENCE_END = re.compile(r"[.!?…。！？]+[”’\"'»)\]]*(?=\s|$)|[。！？]")
ABBREVIATED = re.compile(
    r"(?:^|[\s(“‘\"])(?:Inc|Corp|Co|Ltd|Dr|Mr|Mrs|Ms|Prof|St|No|Eng|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Hon|vs|approx|[A-Z]|"
    r"(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
COMPANY_FORM = re.compile(r"(?:Inc|Corp|Co|Ltd|U\.S|U\.K|a\.m|p\.m)\.$")
OPENER = re.compile(r"\s+(?:The|A|An|It|Its|In|On|At|This|That|These|They|He|She|We|But|And|For|With|By|However|Meanwhile|[“\"])\b")
ENDS_WITH_MARK = re.compile(r"[!?…。！？]")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Paragraphs in order, without the blanks around them. Lines are paragraphs where the text has no blank line."""
    cuts = BLANK_LINE if BLANK_LINE.search(text.strip()) else LINE_END
    edges = [0, *(edge for cut in cuts.finditer(text) for edge in cut.span()), len(text)]
    spans = (trim(text, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))
    return tuple(span for span in spans if span.start < span.end)


def lines(text: str) -> tuple[Span, ...]:
    """Lines that hold something, in order."""
    return tuple(Span(match.start(), match.end()) for match in HELD_LINE.finditer(text))


@lru_cache(maxsize=4)  # every kind of claim asks for those of the same text
def sentences(text: str) -> tuple[Span, ...]:
    """Sentences in order; lines of a list are sentences of their own. A stop after an abbreviation ends none."""
    return tuple(sentence for line in _lines(text) for sentence in _sentences_of(text, line))


def containing(spans: Sequence[Span], position: int) -> Span:
    """The span that holds `position`, else the last that begins before it, else the first; an empty span of an empty text."""
    if not spans:
        return Span(0, 0)
    return spans[max(0, bisect_right(spans, position, key=_start) - 1)]


def trim(text: str, start: int, end: int) -> Span:
    """The span without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def evidence(text: str, span: Span, producer: str, version: str, confidence: float) -> Evidence:
    """The passage of `span` as evidence."""
    return Evidence(span.start, span.end, text[span.start : span.end], producer, version, confidence)


def _start(span: Span) -> int:
    return span.start


def _lines(text: str) -> list[Span]:
    cut_at = WRAPPED_LINE_END if BLANK_LINE.search(text.strip()) else LINE_END
    edges = [0, *(edge for cut in cut_at.finditer(text) for edge in cut.span()), len(text)]
    return [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _sentences_of(text: str, line: Span) -> list[Span]:
    found, start = [], line.start
    for stop in SENTENCE_END.finditer(text, line.start, line.end):
        if stop.start() >= start and _ends(text, line, stop):
            found.append(trim(text, start, stop.end()))
            start = stop.end()
    rest = trim(text, start, line.end)
    return [*found, rest] if rest.start < rest.end else found


def _ends(text: str, line: Span, stop: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: not after an abbreviation, and not before a small letter."""
    if ENDS_WITH_MARK.search(stop.group()) is None and text[stop.end() : stop.end() + 2].strip()[:1].islower():
        return False
    if stop.group()[0] != "." or len(stop.group().rstrip("”’\"'»)]")) > 1:
        return not text[stop.end() : stop.end() + 2].strip()[:1].islower()
    before = text[max(line.start, stop.start() - 12) : stop.start() + 1]
    return not ABBREVIATED.search(before) or (COMPANY_FORM.search(before) is not None and OPENER.match(text, stop.end()) is not None)
