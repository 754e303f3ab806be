"""Confirms from their texts whether two articles are copies of one; must not know how they were brought together.

A wire's text under another header and footer, a text cut to its beginning and a text with sentences dropped, moved and reworded are copies.
Two articles that share a notice about an agency and the phrases that every report has are none: their names and numbers are others.
"""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from initiatives.ingest.steps.duplicates.shingles import LONGEST_COMPARED_CHARACTERS, Numbers, shingles, tokens_of
from initiatives.text import fold

# Tuned on pairs of different reports that share up to half of their text, on independent reports of one matter, and on copies of each.
LEAST_LIKENESS = 0.30  # of the shorter text's shingles stand in the other
LEAST_TOGETHER = 1.95  # shares of shingles, of passages and of names and numbers, added
FEW_MARKS = 4  # names and numbers; with fewer they tell nothing
LEAST_WITHOUT_MARKS = 1.20  # shares of shingles and of passages, added
SHORT_SHINGLES = 60  # below it every number must stand in the other text
LEAST_OF_TWO_SHORT = 0.45  # of two short texts, whose names and sums are the same where one ministry announces two things
SUMMARY_SHINGLES = 30  # below it, as in the summary of a feed, one name is the fact
LEAST_OF_SUMMARY = 0.80
_PRINTED = re.compile(r"\w+(?:[.,]\w+)*")
_WORDS = re.compile(r"\w+")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]\w{2,}")
_NAMES = re.compile(r"(?<=[\w,;)] )[^\W\d_a-z]\w{2,}")  # not at the beginning of a sentence, where every word has a capital
_DAYS_AND_TIMES = re.compile(  # of a dateline, which is another one in each paper
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|"
    r"\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|\b\d{1,2}:\d{2}\b",
    re.I,
)
_SHORTEST_NUMBER = 2
_NO_NAMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "reuters", "afp", "bloomberg", "xinhua", "yonhap", "kyodo", "the",
    "this", "that", "these", "those", "and", "but", "for", "with", "its", "his", "her", "their", "our", "they", "she", "who", "what", "when", "where",
    "which", "while", "will", "has", "have", "had", "was", "were", "are", "not", "now", "also", "both", "more", "most", "many", "some", "all", "one",
    "two", "first", "last", "from", "into", "after", "before",
})  # fmt: skip


@dataclass(frozen=True, eq=False)
class Text:
    """What of a text is compared: its shingles, each once; the same in the order of the text; its names and numbers where they are asked for."""

    text: str
    shingles: Numbers
    in_order: Numbers
    reach: int  # how far around a shared shingle a passage counts as shared, in shingles

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its numbers as printed, without days and times."""
        printed = _PRINTED.findall(_DAYS_AND_TIMES.sub(" ", self.text))
        return frozenset(fold(word) for word in printed if any(character.isdigit() for character in word))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Every word with a capital."""
        return _named(_CAPITALS, _DAYS_AND_TIMES.sub(" ", self.text))

    @cached_property
    def marks(self) -> frozenset[str]:
        """What a text about something else has otherwise: names within sentences, and numbers."""
        names = _named(_NAMES, _DAYS_AND_TIMES.sub(" ", self.text))
        return names | {number for number in self.numbers if len(number) >= _SHORTEST_NUMBER}

    @cached_property
    def told(self) -> frozenset[str]:
        """Every word and number, whatever its place: an editor moves a name to where any word has a capital."""
        return frozenset(_WORDS.findall(fold(self.text))) | self.numbers


def text_of(text: str) -> Text:
    """The text as it is compared. Never raises on any text."""
    text = text[:LONGEST_COMPARED_CHARACTERS]
    tokens, size = tokens_of(text)
    found = shingles(tokens, size)
    return Text(text, np.unique(found), found, size)


def likeness(one: Text, other: Text) -> float | None:
    """The share of the shorter text's shingles that stand in the other, from 0 to 1, where the two are copies; None where they are not."""
    shorter, longer = sorted((one, other), key=lambda text: len(text.shingles))
    if not len(shorter.shingles):
        return None
    share = float(np.isin(shorter.shingles, longer.shingles, assume_unique=True).mean())
    least = LEAST_LIKENESS if len(longer.shingles) >= SHORT_SHINGLES else LEAST_OF_TWO_SHORT
    return share if share >= least and _has_its_facts(shorter, longer) and _alike(share, shorter, longer) else None


def _has_its_facts(shorter: Text, longer: Text) -> bool:
    """Whether a longer text has every number of a short one, and every name of one as short as a feed's summary."""
    if len(shorter.shingles) >= SHORT_SHINGLES:
        return True
    is_summary = len(shorter.shingles) < SUMMARY_SHINGLES or len(longer.shingles) < SHORT_SHINGLES
    return shorter.numbers <= longer.told and (not is_summary or shorter.capitals <= longer.told)


def _alike(share: float, shorter: Text, longer: Text) -> bool:
    together, marks, told = share + _share_of_passages(shorter, longer), shorter.marks, shorter.marks & longer.told
    if len(marks) >= FEW_MARKS:
        return together + len(told) / len(marks) >= LEAST_TOGETHER
    mostly_told = 2 * len(told) >= len(marks) and shorter.numbers <= longer.told
    return together >= LEAST_WITHOUT_MARKS and mostly_told and (share >= LEAST_OF_SUMMARY or len(longer.shingles) >= SHORT_SHINGLES)


def _share_of_passages(shorter: Text, longer: Text) -> float:
    """The share of the shorter text near a shared shingle: an edited copy has some in every sentence, a shared notice all of them together."""
    shared = np.isin(shorter.in_order, longer.shingles)
    counted = np.concatenate([[0], np.cumsum(shared)])
    places = np.arange(len(shared))
    first, last = np.maximum(places - shorter.reach, 0), np.minimum(places + shorter.reach + 1, len(shared))
    return float((counted[last] > counted[first]).mean())


def _named(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in pattern.findall(text)) - _NO_NAMES
