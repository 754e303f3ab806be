"""The words around a sum: its sentence, its clause, and what stands directly before and after it; must not know what they mean."""

import re
from dataclasses import dataclass

from initiatives.ingest.steps.understand.money.printed import Printed
from initiatives.ingest.steps.understand.passages import containing, sentences
from initiatives.ingest.values import Span

WIDEST = 500  # code points on either side of a sum that are read as its sentence


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


def _wording(surface: str, spans: tuple[Span, ...], each: Printed) -> Wording:
    here = containing(spans, each.start)
    before = surface[max(here.start, each.start - WIDEST) : each.start]
    after = surface[each.end : min(max(here.end, each.end), each.end + WIDEST)]
    previous = [span for span in spans if span.end <= here.start]
    left, right = re.split(r"[,;:—–]\s|\bwhile\b|\bwhereas\b", before)[-1], re.split(r"[,;:—–]\s|\bwhile\b|\bwhereas\b", after)[0]
    said = surface[max(previous[-1].start, previous[-1].end - WIDEST) : previous[-1].end] if previous else ""
    following = next((span for span in spans if span.start >= max(here.end, each.end)), None)
    next_said = surface[following.start : min(following.end, following.start + WIDEST)] if following else ""
    return Wording(before + surface[each.start : each.end] + after, before, after, left + surface[each.start : each.end] + right, said, next_said)
