"""Cuts a text into sentences and paragraphs by its punctuation; must not know a language model."""

import re
from bisect import bisect_right

from initiatives.ingest.values import Span

_SHORTENED = ("Mr", "Mrs", "Ms", "Dr", "Prof", "Inc", "Corp", "Ltd", "Co", "No", "St", r"U\.S", r"U\.K", "Rs", "Eng")
_ABBREVIATIONS = "".join(rf"(?<!\b{word})" for word in _SHORTENED)
_END = re.compile(_ABBREVIATIONS + r"(?<![A-Z]\.[A-Z])[.!?…。！？]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9À-ÖØ-Þ$€£¥₹•]|\s*$)|\n+|(?<=[。！？])")


def sentences(text: str) -> list[Span]:
    """Stretches of `text` that end a sentence or a line, without the blanks around them; in reading order."""
    cuts = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return [span for span in map(_trimmed, [text] * len(cuts), cuts, cuts[1:]) if span.end > span.start]


def paragraphs(text: str) -> list[Span]:
    """Lines of `text` that hold something; in reading order."""
    return [Span(match.start(), match.end()) for match in re.finditer(r"\S[^\n]*", text)]


def around(spans: list[Span], at: int) -> Span:
    """The span that holds the offset `at`, or the last one before it; the first where none is before."""
    index = bisect_right([span.start for span in spans], at) - 1
    return spans[max(0, index)]


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
