"""Reads on what terms a sum is given: its instrument, and whether it is new money; must not know the ledger."""

import re

from initiatives.ingest.steps.understand.money.wording import Wording

_INSTRUMENTS = {
    "guarantee": r"guarantees?|guaranteed",
    "loan": r"loans?|lends?|lent|lending|credit line",
    "tax": r"tax (?:credits?|relief|breaks?|incentives?|deductions?)|deduct",
    "equity": r"equity|stakes?|shares in|capital increase",
    "procurement": r"procure\w*|buys?|purchas\w+|tender",
    "grant": r"grants?|granted|subsid\w+|scholarships?|awards?|awarded",
    "in-kind": r"in kind|computing time|free access",
    "budget": r"budget\w*|appropriat\w+|allocat\w+|allott?ed|earmark\w*|sets? aside|outlay",
    "investment": r"invest\w*",
}
_FINDERS = tuple((instrument, re.compile(rf"\b(?:{words})\b", re.I)) for instrument, words in _INSTRUMENTS.items())
_ALREADY = re.compile(r"\b(?:already|previously|earlier) (?:announced|pledged|promised|committed)\b", re.I)
_MOVED = re.compile(
    r"\b(?:reallocat\w+|redirect\w+|repurpos\w+|existing (?:funds?|budgets?|programmes?|programs?|money)|shifted from|"
    r"taken from)\b",
    re.I,
)
_NEW = re.compile(r"\b(?:new money|new funding|fresh (?:money|funding|capital)|additional|extra|a further|on top of)\b", re.I)


def instrument_of(words: Wording) -> str | None:
    """The instrument that the clause, else the sentence, names; None where neither does."""
    texts = (words.clause, words.sentence)
    return next((instrument for text in texts for instrument, finder in _FINDERS if finder.search(text)), None)


def newness_of(words: Wording) -> str:
    """new, reallocated, already-announced or unclear, as the sentence says."""
    for answer, cue in (("already-announced", _ALREADY), ("reallocated", _MOVED), ("new", _NEW)):
        if cue.search(words.sentence):
            return answer
    return "unclear"
