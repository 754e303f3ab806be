"""Cleans a text and keeps the way back: which offset of the clean text is which of the text as given; must not know what it says."""

from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher

from initiatives.text import Cleaned, clean


@dataclass(frozen=True, slots=True)
class Aligned:
    """A cleaned text; `steps` are pairs of offsets (clean, given) from which both run on in parallel, ascending."""

    cleaned: Cleaned
    steps: tuple[tuple[int, int], ...]
    length: int

    def given(self, offset: int) -> int:
        """The offset in the text as given of an offset in the clean text."""
        at, origin = self.steps[max(0, bisect_right(self.steps, (offset, self.length)) - 1)]
        return min(self.length, origin + offset - at)

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the text as given of a stretch of the clean text; what was taken out behind it stays outside."""
        return self.given(start), self.given(end - 1) + 1 if end > start else self.given(end)


def clean_aligned(text: str) -> Aligned:
    """`text` as `clean` gives it, with the way back to its offsets. Line by line, so that long texts stay quick."""
    pieces, steps, repaired = [], [(0, 0)], False
    at = origin = 0
    for line in text.splitlines(keepends=True):
        cleaned = clean(line)
        if cleaned.text != line:
            steps += [(at + new, origin + old) for old, new, _ in SequenceMatcher(None, line, cleaned.text, autojunk=False).get_matching_blocks()]
        pieces.append(cleaned.text)
        at, origin, repaired = at + len(cleaned.text), origin + len(line), repaired or cleaned.repaired
        steps.append((at, origin))
    return Aligned(Cleaned("".join(pieces), repaired), tuple(sorted(set(steps))), len(text))
