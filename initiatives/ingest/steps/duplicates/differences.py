"""What stands in one of two texts and not in the other, sum by sum and sentence by sentence; must not know which of them is right."""

import re
from dataclasses import dataclass

import numpy as np

from initiatives.ingest.steps.duplicates.amounts import same_sum
from initiatives.ingest.steps.duplicates.news import LONGEST_READ_CHARACTERS, sums_of
from initiatives.ingest.steps.duplicates.shingles import Numbers, shingles, tokens_of
from initiatives.ingest.values import Article

MOST_PASSAGES = 12
LONGEST_PASSAGE_CHARACTERS = 400
MOSTLY_ABSENT = 0.5  # of a sentence's shingles; with fewer it was reworded only
_SENTENCES = re.compile(r"[^\n.!?。！？]+(?:[.!?。！？](?![\s\n]|$)[^\n.!?。！？]*)*[.!?。！？]?[”\"’')\]]*")


@dataclass(frozen=True, slots=True)
class Difference:
    """What only the one text gives, and what only the other, as printed."""

    sums: tuple[str, ...]
    sums_of_other: tuple[str, ...]
    passages: tuple[str, ...]
    passages_of_other: tuple[str, ...]

    @property
    def matters(self) -> bool:
        """Whether the two give different sums."""
        return bool(self.sums or self.sums_of_other)


def difference(one: Article, other: Article) -> Difference:
    """What tells two articles apart. Never raises on any text."""
    return Difference(_only_sums(one, other), _only_sums(other, one), _only_passages(one.text, other.text), _only_passages(other.text, one.text))


def _only_sums(one: Article, other: Article) -> tuple[str, ...]:
    theirs = [claim for claim, _words in sums_of(other)]
    mine = [words for claim, words in sums_of(one) if not any(same_sum(claim, each) for each in theirs)]
    return tuple(dict.fromkeys(mine))


def _only_passages(text: str, other: str) -> tuple[str, ...]:
    known = shingles(*tokens_of(other))
    sentences = [match.group().strip() for match in _SENTENCES.finditer(text[:LONGEST_READ_CHARACTERS])]
    return tuple(sentence[:LONGEST_PASSAGE_CHARACTERS] for sentence in sentences if _is_absent(sentence, known))[:MOST_PASSAGES]


def _is_absent(sentence: str, known: Numbers) -> bool:
    found = shingles(*tokens_of(sentence))
    return len(found) > 1 and float(np.isin(found, known).mean()) < MOSTLY_ABSENT
