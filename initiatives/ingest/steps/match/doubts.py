"""Warns of what the proposals leave open: new money beside a look-alike, an end without a sum; must not change a proposal."""

from initiatives.ingest.steps.match.said import ended_in
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.steps.match.words import known_entry_in_words
from initiatives.ingest.values import Candidate, Proposal, Warning  # noqa: A004

LEAST_LIKE = 0.3  # score from which a look-alike is worth a word; what is proposed needs more
SAME = frozenset(["restates", "replaces", "cancels", "tranche-of"])


def doubts(proposals: tuple[Proposal, ...], search: Search) -> tuple[Warning, ...]:
    """One warning for each sum that is proposed as new beside a likely candidate, and one for an initiative that ends without a sum."""
    new = [(proposal, _likeliest(proposal)) for proposal in proposals if proposal.relation == "new"]
    alike = tuple(_warning(proposal, like, search) for proposal, like in new if like is not None)
    return (*alike, *_ends(search)) if not proposals else alike


def _ends(search: Search) -> tuple[Warning, ...]:
    """For an article that calls off the money of its initiative and prints no sum of it."""
    ended = ended_in(search.article.title)
    known = search.known.initiatives.get(search.initiative or "")
    if ended is None or known is None or not search.known.by_initiative.get(known.slug):
        return ()
    message = (
        f"The title says that something ends (“{ended}”), and the article gives no sum. Does {known.name} end? Then enter what cancels its money."
    )
    return (Warning("may-be-cancelled", message),)


def _likeliest(proposal: Proposal) -> Candidate | None:
    return next((each for each in proposal.candidates if each.relation in SAME and each.score >= LEAST_LIKE), None)


def _warning(proposal: Proposal, like: Candidate, search: Search) -> Warning:
    evidence = search.understanding.money[proposal.money].evidence
    known = known_entry_in_words(search.known.entries[like.key], search.record.organizations)
    reasons = ", ".join(words for words in like.reasons_for if words)
    message = f"“{evidence.text}” is proposed as new money, but it may be {known} ({reasons}). Look at that entry before you publish."
    return Warning("may-be-known", message, evidence.start, evidence.end)
