"""Proposes how each sum of an article relates to the ledger, with reasons in words; must not count anything."""

from dataclasses import replace

from initiatives.ingest.steps.match.changes import revised_by_a_little, revision
from initiatives.ingest.steps.match.inside import Whole, whole_of
from initiatives.ingest.steps.match.parts import part
from initiatives.ingest.steps.match.precedence import place_of
from initiatives.ingest.steps.match.said import is_beside_said
from initiatives.ingest.steps.match.same import doubted_when_far, same_money
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.steps.match.words import known_entry_in_words
from initiatives.ingest.values import Candidate, KnownEntry, MoneyClaim, Proposal
from initiatives.ledger.values import CONTAINED_IN

LEAST_SCORE = 0.5  # below it the money is proposed as new
LEAST_OF_CONTEXT = 0.7  # from which a sum that reads like mere context is proposed all the same: the ledger has it
SHOWN = 5
_VERBS = {"restates": "Restates", "tranche-of": "A tranche of", "replaces": "Replaces", "part-of": "Part of", "cancels": "Cancels"}


def propose_relations(search: Search) -> tuple[Proposal, ...]:
    """One proposal for each sum that is not mere context, in reading order; for context only where it is surely money of the ledger. A part of a
    sum of this article, or a sum said again in it, points there by `related_money`."""
    claims = enumerate(search.understanding.money)
    proposals = [found for index, claim in claims if (found := _proposal(index, claim, search))]
    return tuple(_within_what_is_known(each, proposals) for each in proposals)


def _proposal(index: int, claim: MoneyClaim, search: Search) -> Proposal | None:
    found = _propose(index, claim, search)
    if claim.role != "context":
        return found
    is_known = found.related_to is not None and found.relation in ("restates", "replaces", "cancels") and found.score >= LEAST_OF_CONTEXT
    return found if is_known and _entry(found.related_to or "", search).initiative == search.initiative else None


def _propose(index: int, claim: MoneyClaim, search: Search) -> Proposal:
    if claim.restates_in_text is not None and search.understanding.money[claim.restates_in_text].role != "context":
        return _said_again(index, claim, search)
    candidates = _candidates(claim, search)
    best = candidates[0] if candidates else None
    inside = whole_of(index, search.understanding.money, search.article.text)
    if inside is not None and not inside.is_said and is_beside_said(claim, search.article):
        inside = None
    if best is not None and best.score >= LEAST_SCORE and best.relation and not _is_rather_inside(inside, best, search):
        return Proposal(index, best.relation, best.key, best.score, _reason(best, search), candidates)
    if inside is not None:
        return _inside(index, inside, search, candidates)
    return Proposal(index, "new", None, 1 - (best.score if best else 0.0), _why_new(best, is_beside_said(claim, search.article)), candidates)


def _is_rather_inside(inside: Whole | None, best: Candidate, search: Search) -> bool:
    """Whether the article's own "of which" says more than the record: where that is only an envelope, or money of another initiative."""
    if inside is None:
        return False
    return best.relation in CONTAINED_IN or (inside.is_said and _entry(best.key, search).initiative != search.initiative)


def _entry(key: str, search: Search) -> KnownEntry:
    return search.known.entries[key]


def _why_new(best: Candidate | None, is_beside: bool) -> str:
    if is_beside:
        return "The article sets it beside money that was told before, and not within it."
    if best is None or not best.reasons_against:
        return "No entry of the record is the same money, nor an envelope of it."
    return f"No entry of the record is surely the same money, nor an envelope of it. Against the likeliest: {'; '.join(best.reasons_against)}."


def _within_what_is_known(proposal: Proposal, proposals: list[Proposal]) -> Proposal:
    """A part of a sum that restates an entry is a part of that entry."""
    whole = next((each for each in proposals if each.money == proposal.related_money), None)
    if proposal.relation == "restates" or whole is None or whole.relation != "restates" or whole.related_to is None:
        return proposal
    own = next((each for each in proposal.candidates if each.key == whole.related_to and each.relation in CONTAINED_IN), None)
    relation = own.relation if own and own.relation else proposal.relation
    return replace(proposal, relation=relation, related_to=whole.related_to, related_money=None)


def _said_again(index: int, claim: MoneyClaim, search: Search) -> Proposal:
    first = search.understanding.money[claim.restates_in_text or 0]
    reason = f"Says “{first.evidence.text}” of the same article again."
    return Proposal(index, "restates", None, 0.95, reason, related_money=claim.restates_in_text)


def _inside(index: int, inside: Whole, search: Search, candidates: tuple[Candidate, ...]) -> Proposal:
    whole = search.understanding.money[inside.money].evidence.text
    reason = f"The article gives it as a part of “{whole}”." if inside.is_said else f"Smaller than “{whole}” of the same article."
    return Proposal(index, "part-of", None, 0.7, reason, candidates, related_money=inside.money)


def _candidates(claim: MoneyClaim, search: Search) -> tuple[Candidate, ...]:
    found = [candidate for entry in search.entries() if (candidate := _candidate(claim, entry, search))]
    best: dict[str, Candidate] = {}
    for candidate in sorted(found, key=lambda each: place_of(each, search)):
        best.setdefault(candidate.key, candidate)
    return tuple(list(best.values())[:SHOWN])


def _candidate(claim: MoneyClaim, entry: KnownEntry, search: Search) -> Candidate | None:
    like = search.amounts.equal(claim, entry)
    if like is not None:
        return revised_by_a_little(claim, entry, search) or same_money(claim, entry, like, search)
    if entry.initiative == search.initiative and entry.amount is None and entry.relation == "new":
        return Candidate(entry.key, "replaces", 0.55, ("the first figure for a sum that was undisclosed",))
    if entry.relation in ("restates", "cancels") or entry.key in search.known.replaced:
        return None
    found = revision(claim, entry, search) or part(claim, entry, search)
    return doubted_when_far(found, claim, entry, search) if found else None


def _reason(best: Candidate, search: Search) -> str:
    entry = _entry(best.key, search)
    against = f" Against it: {'; '.join(best.reasons_against)}." if best.reasons_against else ""
    said = ", ".join(words for words in best.reasons_for if words)
    return f"{_VERBS.get(best.relation or '', 'Of')} {known_entry_in_words(entry, search.record.organizations)}: {said}.{against}"
