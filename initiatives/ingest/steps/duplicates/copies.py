"""Confirms from their texts whether two articles are copies of one; must not know how they were brought together.

A wire's text under another header and footer, a text cut to its beginning and a text with sentences dropped, moved and reworded are copies.
Two articles that share a notice about an agency and the phrases that every report has are none: their names and numbers are others.
"""

import re
from dataclasses import dataclass

import numpy as np

from initiatives.ingest.steps.duplicates.shingles import LONGEST_COMPARED_CHARACTERS, Numbers, shingles, tokens_of
from initiatives.text import fold

# Tuned on 32,896 pairs of different reports that share up to half of their text, and on copies of each.
LEAST_LIKENESS = 0.30  # of the shorter text's shingles stand in the other
LEAST_TOGETHER = 1.25  # shares of shingles and of names and numbers, added; 1.22 for the worst pair of different reports
FEW_MARKS = 4  # names and numbers; with fewer they tell nothing
LEAST_WITHOUT_MARKS = 0.50
SHORT_SHINGLES = 60  # below it, as in the summary of a feed, a few words of an agency would make a copy
LEAST_OF_SHORT = 0.80
LEAST_OF_SHORT_WITH_MARKS = 0.40
_PRINTED = re.compile(r"\w+(?:[.,]\w+)*")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]\w{2,}")
_NAMES = re.compile(r"(?<=[\w,;)] )[^\W\d_a-z]\w{2,}")  # not at the beginning of a sentence, where every word has a capital
_SHORTEST_NUMBER = 2


@dataclass(frozen=True, slots=True)
class Text:
    """What of a text is compared: its shingles, its numbers, its names within sentences, and every word with a capital."""

    shingles: Numbers
    numbers: frozenset[str]
    names: frozenset[str]
    capitals: frozenset[str]

    @property
    def marks(self) -> frozenset[str]:
        """What a text about something else has otherwise."""
        return self.names | {number for number in self.numbers if len(number) >= _SHORTEST_NUMBER}


def text_of(text: str) -> Text:
    """The text as it is compared. Never raises on any text."""
    text = text[:LONGEST_COMPARED_CHARACTERS]
    numbers = frozenset(fold(word) for word in _PRINTED.findall(text) if any(character.isdigit() for character in word))
    return Text(np.unique(shingles(*tokens_of(text))), numbers, _folded(_NAMES, text), _folded(_CAPITALS, text))


def likeness(one: Text, other: Text) -> float | None:
    """The share of the shorter text's shingles that stand in the other, from 0 to 1, where the two are copies; None where they are not."""
    shorter, longer = sorted((one, other), key=lambda text: len(text.shingles))
    if not len(shorter.shingles):
        return None
    share = float(np.isin(shorter.shingles, longer.shingles, assume_unique=True).mean())
    alike = _short_alike if len(shorter.shingles) < SHORT_SHINGLES else _long_alike
    return share if alike(share, shorter, longer) else None


def _long_alike(share: float, shorter: Text, longer: Text) -> bool:
    marks = _share_of_marks(shorter, longer)
    if marks is None:
        return share >= LEAST_WITHOUT_MARKS
    return share >= LEAST_LIKENESS and share + marks >= LEAST_TOGETHER


def _short_alike(share: float, shorter: Text, longer: Text) -> bool:
    """Whether the longer text has every number and name of the shorter one, and nearly all of its words, or many where it has many names."""
    if not (shorter.numbers <= longer.numbers and shorter.capitals <= longer.capitals):
        return False
    return share >= (LEAST_OF_SHORT if _share_of_marks(shorter, longer) is None else LEAST_OF_SHORT_WITH_MARKS)


def _share_of_marks(shorter: Text, longer: Text) -> float | None:
    """The share of the shorter text's names and numbers that stand in the other; None where it has too few to tell."""
    marks = shorter.marks
    return len(marks & longer.marks) / len(marks) if len(marks) >= FEW_MARKS else None


def _folded(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in pattern.findall(text))
