"""Warns of what the proposals leave open: new money beside a look-alike, an end without a sum; must not change a proposal."""

from dataclasses import replace

from initiatives.ingest.steps.match.said import ended_in
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.steps.match.words import known_entry_in_words
from initiatives.ingest.values import Candidate, InitiativeMatch, Proposal, Understanding, Warning  # noqa: A004

LEAST_LIKE = 0.3  # score from which a look-alike is worth a word; what is proposed needs more
LEAST_LIKE_INITIATIVE = 0.45  # a look-alike of which only what says that it is meant is missing
SAME = frozenset(["restates", "replaces", "cancels", "tranche-of"])
NOT_MATCHED = Warning(
    "not-matched",
    "Matching this article with the record stopped at a fault. Look for its initiative and its sums in the record yourself before you publish.",
)
OF_MATCHING = frozenset(["may-be-known", "may-be-cancelled", "may-be-initiative", "unit-of-the-record", NOT_MATCHED.code])


def without_doubts(understanding: Understanding) -> Understanding:
    """What was understood without the warnings of an earlier match."""
    return replace(understanding, warnings=tuple(each for each in understanding.warnings if each.code not in OF_MATCHING))


def look_alikes(match: InitiativeMatch, search: Search) -> tuple[Warning, ...]:
    """One warning where a new initiative is proposed though one of the record is much like it."""
    like = match.candidates[0] if match.candidates else None
    if match.slug is not None or search.initiative is not None or like is None or like.score < LEAST_LIKE_INITIATIVE:
        return ()
    known = search.known.initiatives[like.key]
    if not set(known.countries) & set(search.understanding.owners()):
        return ()
    message = f"Proposed as a new initiative, but it may be {known.name} ({', '.join(like.reasons_for)}). Look at that one before you publish."
    return (Warning("may-be-initiative", message),)


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
