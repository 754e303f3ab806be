"""The words around a sum: its sentence, its clause, and what stands directly before and after it; must not know what they mean."""

import re
from dataclasses import dataclass

from initiatives.ingest.steps.understand.money.printed import Printed
from initiatives.ingest.steps.understand.sentences import around, sentences
from initiatives.ingest.values import Span


@dataclass(frozen=True, slots=True)
class Wording:
    """Pieces of the surface around one sum; `title` is empty in the body."""

    sentence: str
    before: str
    after: str
    clause: str
    previous: str
    following: str


def wordings(surface: str, sums: list[Printed]) -> list[Wording]:
    """The wording around each sum, in the same order."""
    spans = sentences(surface)
    return [_wording(surface, spans, each) for each in sums]


def _wording(surface: str, spans: list[Span], each: Printed) -> Wording:
    here = around(spans, each.start)
    before, after = surface[here.start : each.start], surface[each.end : max(here.end, each.end)]
    previous = [span for span in spans if span.end <= here.start]
    left, right = re.split(r"[,;:—–]\s|\bwhile\b|\bwhereas\b", before)[-1], re.split(r"[,;:—–]\s|\bwhile\b|\bwhereas\b", after)[0]
    said = surface[previous[-1].start : previous[-1].end] if previous else ""
    following = next((span for span in spans if span.start >= max(here.end, each.end)), None)
    next_said = surface[following.start : following.end] if following else ""
    return Wording(surface[here.start : here.end], before, after, left + surface[each.start : each.end] + right, said, next_said)
