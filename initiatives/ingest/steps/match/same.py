"""Weighs whether a sum is money that an entry holds already: said again, made firmer, or called off; must not know parts or changes."""

from dataclasses import replace

from initiatives.ingest.steps.match.agreements import agreements, nearest, sum_in_words
from initiatives.ingest.steps.match.amounts import Likeness
from initiatives.ingest.steps.match.said import end_said
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.steps.match.signs import far_without_a_sign
from initiatives.ingest.values import Candidate, KnownEntry, MoneyClaim
from initiatives.vocabulary import STAGES

MOST_WHEN_FAR = 0.45  # an old look-alike without a sign that it is meant is shown, and not proposed
FIRMNESS = {stage: index for index, stage in enumerate(STAGES)}


def same_money(claim: MoneyClaim, entry: KnownEntry, like: Likeness, search: Search) -> Candidate:
    """The entry that the claim says again, with what speaks for and against it."""
    stands = search.known.stands_for(entry)
    told = nearest(claim, entry, stands)
    weighed = [sum_in_words(claim, entry, like), *agreements(claim, stands, told, search)]
    score = round(min(1.0, max(0.0, sum(weight for weight, _ in weighed))), 2)
    reasons_for = [words for weight, words in weighed if weight > 0]
    against = [words for weight, words in weighed if weight < 0]
    ended = end_said(claim, search.article)
    relation = _relation(claim, stands, ended, stands.key in search.known.replaced)
    if relation == "cancels":
        reasons_for.append(f"the article says that it ends (“{ended}”)")
    if relation == "tranche-of":
        against.append(f"it is {claim.stage}, firmer than {stands.stage}, so it is no restatement")
    return doubted_when_far(Candidate(stands.key, relation, score, tuple(reasons_for), tuple(against)), claim, told, search)


def _relation(claim: MoneyClaim, stands: KnownEntry, ended: str | None, is_replaced: bool) -> str:
    """What the claim is to the entry; a figure that another stands in place of is not there to be called off."""
    if ended is not None and stands.relation != "cancels" and not is_replaced:
        return "cancels"
    return "tranche-of" if is_firmer(claim, stands) else "restates"


def is_firmer(claim: MoneyClaim, entry: KnownEntry) -> bool:
    """Whether the article says more than that the money was announced, which every article does, and more than the entry."""
    return FIRMNESS[claim.stage] > max(FIRMNESS[entry.stage], FIRMNESS["announced"])


def doubted_when_far(found: Candidate, claim: MoneyClaim, entry: KnownEntry, search: Search) -> Candidate:
    """The same candidate, held back where the entry is old and nothing in the article says that it is meant."""
    known = search.known.initiatives.get(entry.initiative)
    doubt = far_without_a_sign(claim, entry, search.article, known, search.initiative)
    if doubt is None:
        return found
    return replace(found, score=min(found.score, MOST_WHEN_FAR), reasons_against=(*found.reasons_against, doubt))
