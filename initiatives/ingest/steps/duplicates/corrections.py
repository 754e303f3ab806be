"""Recognizes an article that corrects an earlier one, and what its sums are to the ledger; must not know where the earlier one is kept."""

import re
from collections.abc import Sequence
from dataclasses import replace

from initiatives.ingest.values import DraftValue, KnownEntry, Proposal
from initiatives.text import fold

HEAD_CHARACTERS = 1500  # a correction says so at its beginning
LEAST_ALIKE = 0.5  # of the titles' words, those of the correction itself and numbers left out
SCORE = 0.8
_TITLE = re.compile(r"^\W*(?:correct(?:ion|ed|s)|clarification|erratum|corrigendum|amended)\b|\((?:corrected|correction|amended)\)\s*$", re.I)
_TEXT = re.compile(
    r"\b(?:figure|amount|sum|number|total|value)s? (?:\w+ ){0,8}?(?:was|were|is|are) (?:wrong|incorrect|misstated|in error|not correct)\b|"
    r"\b(?:an? )?(?:earlier|previous) (?:version|report|notice|release|article)\b[^.]{0,80}?\b(?:said|stated|gave|misstated|wrong|incorrect)|"
    r"\bwe (?:wrongly|incorrectly|mistakenly) (?:said|stated|reported|wrote)\b|\bthis (?:corrects|replaces) (?:the|our|an) ",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_]+")
_SAYS_NOTHING = frozenset({
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with",
    "amended", "clarification", "corrected", "correction", "corrects", "corrigendum", "erratum",
})  # fmt: skip


def is_correction(title: str, text: str) -> bool:
    """Whether the article says of itself that it corrects another one. Never raises on any text."""
    return bool(_TITLE.search(title) or _TEXT.search(text[:HEAD_CHARACTERS]))


def titles_alike(one: str, other: str) -> float:
    """The share of words that two titles have in common (Jaccard), numbers left out; 0 to 1."""
    words, others = _words(one), _words(other)
    return len(words & others) / len(words | others) if words and others else 0.0


def replacing(value: DraftValue, entries: Sequence[KnownEntry], reason: str) -> DraftValue:
    """The draft with its one new sum as the replacement of the one entry that no longer holds; unchanged where it cannot be told which is which."""
    new = [proposal for proposal in value.proposals if proposal.relation == "new"]
    if len(new) != 1 or len(entries) != 1:
        return value
    changed = _replacement(new[0], entries[0], reason)
    return replace(value, proposals=tuple(changed if each is new[0] else each for each in value.proposals))


def _replacement(proposal: Proposal, entry: KnownEntry, reason: str) -> Proposal:
    return replace(proposal, relation="replaces", related_to=entry.key, related_money=None, score=SCORE, reason=reason)


def _words(title: str) -> set[str]:
    return set(_WORDS.findall(fold(title))) - _SAYS_NOTHING
