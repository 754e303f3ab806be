"""Warns of money that is proposed as new though the ledger has something very like it; must not change a proposal."""

from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.steps.match.words import known_entry_in_words
from initiatives.ingest.values import Candidate, Proposal, Warning  # noqa: A004

LEAST_LIKE = 0.3  # score from which a look-alike is worth a word; what is proposed needs more
SAME = frozenset(["restates", "replaces", "cancels", "tranche-of"])


def doubts(proposals: tuple[Proposal, ...], search: Search) -> tuple[Warning, ...]:
    """One warning for each sum that is proposed as new beside a likely candidate."""
    new = [(proposal, _likeliest(proposal)) for proposal in proposals if proposal.relation == "new"]
    return tuple(_warning(proposal, like, search) for proposal, like in new if like is not None)


def _likeliest(proposal: Proposal) -> Candidate | None:
    return next((each for each in proposal.candidates if each.relation in SAME and each.score >= LEAST_LIKE), None)


def _warning(proposal: Proposal, like: Candidate, search: Search) -> Warning:
    evidence = search.understanding.money[proposal.money].evidence
    known = known_entry_in_words(search.known.entries[like.key], search.record.organizations)
    reasons = ", ".join(words for words in like.reasons_for if words)
    message = f"“{evidence.text}” is proposed as new money, but it may be {known} ({reasons}). Look at that entry before you publish."
    return Warning("may-be-known", message, evidence.start, evidence.end)
