"""Proposes how each sum of an article relates to the ledger, with reasons in words; must not count anything."""

import re
from dataclasses import replace

from initiatives.ingest.steps.match.agreements import agreements, nearest, sum_in_words
from initiatives.ingest.steps.match.amounts import Likeness
from initiatives.ingest.steps.match.days import gap
from initiatives.ingest.steps.match.inside import Whole, whole_of
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.steps.match.signs import far_without_a_sign
from initiatives.ingest.steps.match.words import known_entry_in_words
from initiatives.ingest.values import Candidate, KnownEntry, MoneyClaim, Proposal, Record
from initiatives.ledger.values import CONTAINED_IN
from initiatives.names.currencies import in_words
from initiatives.vocabulary import STAGES

LEAST_SCORE = 0.5  # below it the money is proposed as new
SHOWN = 5
MOST_WHEN_FAR = 0.45  # an old look-alike without a sign that it is meant is shown, and not proposed
_FIRMNESS = {stage: index for index, stage in enumerate(STAGES)}
_REVISED = re.compile(
    r"\b(?:rais\w+|increas\w+|expand\w+|lift\w+|doubl\w+|tripl\w+|cut|reduc\w+|revis\w+|trim\w+|scal\w+ (?:up|back)|up from|down from|instead of|"
    r"rather than|now (?:stands|totals|worth)|grown)\b", re.I
)  # fmt: skip
_TRANCHE = re.compile(
    r"\b(?:first|second|third|initial|next|latest) (?:tranche|instal?lment|phase|round|payment|batch)|\bfirst year|"
    r"\bthis year's|\btranche\b",
    re.I,
)


def propose_relations(search: Search) -> tuple[Proposal, ...]:
    """One proposal for each sum that is not mere context, in reading order. A part of a sum of this article, or a sum said again in it, points
    there by `related_money`."""
    proposals: list[Proposal] = []
    for index, claim in enumerate(search.understanding.money):
        if claim.role != "context":
            proposals.append(_within_what_is_known(_propose(index, claim, search), proposals))
    return tuple(proposals)


def _propose(index: int, claim: MoneyClaim, search: Search) -> Proposal:
    if claim.restates_in_text is not None and search.understanding.money[claim.restates_in_text].role != "context":
        return _said_again(index, claim, search)
    candidates = _candidates(claim, search)
    best = candidates[0] if candidates else None
    inside = whole_of(index, search.understanding.money, search.article.text)
    if best is not None and best.score >= LEAST_SCORE and best.relation and not _is_rather_inside(inside, best, search):
        return Proposal(index, best.relation, best.key, best.score, _reason(best, search), candidates)
    if inside is not None:
        return _inside(index, inside, search, candidates)
    return Proposal(index, "new", None, 1 - (best.score if best else 0.0), _why_new(best), candidates)


def _is_rather_inside(inside: Whole | None, best: Candidate, search: Search) -> bool:
    """Whether the article's own "of which" says more than the record: where that is only an envelope, or money of another initiative."""
    if inside is None:
        return False
    return best.relation in CONTAINED_IN or (inside.is_said and _entry(best.key, search).initiative != search.initiative)


def _entry(key: str, search: Search) -> KnownEntry:
    return next(each for each in search.record.entries if each.key == key)


def _why_new(best: Candidate | None) -> str:
    if best is None or not best.reasons_against:
        return "No entry of the record is the same money, nor an envelope of it."
    return f"No entry of the record is surely the same money, nor an envelope of it. Against the likeliest: {'; '.join(best.reasons_against)}."


def _within_what_is_known(proposal: Proposal, earlier: list[Proposal]) -> Proposal:
    """A part of a sum that restates an entry is a part of that entry."""
    whole = next((each for each in earlier if each.money == proposal.related_money), None)
    if proposal.relation == "restates" or whole is None or whole.relation != "restates" or whole.related_to is None:
        return proposal
    return replace(proposal, related_to=whole.related_to, related_money=None)


def _said_again(index: int, claim: MoneyClaim, search: Search) -> Proposal:
    first = search.understanding.money[claim.restates_in_text or 0]
    reason = f"Says “{first.evidence.text}” of the same article again."
    return Proposal(index, "restates", None, 0.95, reason, related_money=claim.restates_in_text)


def _inside(index: int, inside: Whole, search: Search, candidates: tuple[Candidate, ...]) -> Proposal:
    whole = search.understanding.money[inside.money].evidence.text
    reason = f"The article gives it as a part of “{whole}”." if inside.is_said else f"Smaller than “{whole}” of the same article."
    return Proposal(index, "part-of", None, 0.7, reason, candidates, related_money=inside.money)


def _candidates(claim: MoneyClaim, search: Search) -> tuple[Candidate, ...]:
    owners = set(search.understanding.owners())
    near = [entry for entry in search.record.entries if entry.initiative == search.initiative or owners & set(entry.countries)]
    found = [candidate for entry in near if (candidate := _candidate(claim, entry, search))]
    best: dict[str, Candidate] = {}
    for candidate in sorted(found, key=lambda each: (-each.score, each.key)):
        best.setdefault(candidate.key, candidate)
    return tuple(list(best.values())[:SHOWN])


def _candidate(claim: MoneyClaim, entry: KnownEntry, search: Search) -> Candidate | None:
    like = search.amounts.equal(claim, entry)
    revised = _revised_by_a_little(claim, entry, search) if like else None
    if revised is not None:
        return revised
    if like is not None:
        return _same_money(claim, entry, like, search)
    if entry.initiative == search.initiative and entry.amount is None and entry.relation == "new":
        return Candidate(entry.key, "replaces", 0.55, ("the first figure for a sum that was undisclosed",))
    if entry.initiative != search.initiative or entry.relation in ("restates", "cancels") or _is_replaced(entry, search.record):
        return None
    found = _revision(claim, entry, search) or _part(claim, entry, search)
    return _doubted_when_far(found, claim, entry, search) if found else None


def _revised_by_a_little(claim: MoneyClaim, entry: KnownEntry, search: Search) -> Candidate | None:
    """A sum that is near enough to be the same, where the article says that it was changed to this."""
    if claim.amount == entry.amount or claim.currency != entry.currency or entry.initiative != search.initiative:
        return None
    return None if _is_replaced(entry, search.record) else _revision(claim, entry, search)


def _doubted_when_far(found: Candidate, claim: MoneyClaim, entry: KnownEntry, search: Search) -> Candidate:
    doubt = far_without_a_sign(claim, entry, search.article, search.record, search.initiative)
    if doubt is None:
        return found
    return replace(found, score=min(found.score, MOST_WHEN_FAR), reasons_against=(*found.reasons_against, doubt))


def _is_replaced(entry: KnownEntry, record: Record) -> bool:
    return any(each.relation == "replaces" and each.related_to == entry.key for each in record.entries)


def _same_money(claim: MoneyClaim, entry: KnownEntry, like: Likeness, search: Search) -> Candidate:
    stands = _stands_for(entry, search.record)
    weighed = [sum_in_words(claim, entry, like), *agreements(claim, stands, nearest(claim, entry, stands), search)]
    firmer = _FIRMNESS[claim.stage] > _FIRMNESS[stands.stage]
    score = round(min(1.0, max(0.0, sum(weight for weight, _ in weighed))), 2)
    relation = "tranche-of" if firmer else "restates"
    reasons_for = tuple(words for weight, words in weighed if weight > 0)
    against = [words for weight, words in weighed if weight < 0]
    if firmer:
        against.append(f"it is {claim.stage}, firmer than {stands.stage}, so it is no restatement")
    return _doubted_when_far(Candidate(stands.key, relation, score, reasons_for, tuple(against)), claim, nearest(claim, entry, stands), search)


def _stands_for(entry: KnownEntry, record: Record) -> KnownEntry:
    """The entry that a restatement restates, at the end of the chain; itself for any other."""
    by_key = {each.key: each for each in record.entries}
    seen: set[str] = set()
    while entry.relation == "restates" and entry.related_to in by_key and entry.key not in seen:
        seen.add(entry.key)
        entry = by_key[entry.related_to]
    return entry


def _revision(claim: MoneyClaim, entry: KnownEntry, search: Search) -> Candidate | None:
    around = search.article.text[max(0, claim.evidence.start - 120) : claim.evidence.end + 60]
    change = _REVISED.search(around)
    older = _printed_too(claim, entry, search)
    if claim.role != "initiative-funding" or change is None or (entry.relation not in ("new", "replaces") and older is None):
        return None
    amount = search.amounts.in_currency(claim, entry.currency, entry.announced_on)
    if amount is None or entry.amount is None or entry.origin not in (claim.origin, "unknown") or claim.announced_on is None:
        return None
    if gap(entry.announced_on, claim.announced_on) <= 0:
        return None
    said = f"the article gives the older “{older.evidence.text}” too" if older else f"the article speaks of a change (“{change.group()}”)"
    score = 0.6 if older is None else 0.75 if older.amount == entry.amount else 0.7
    return Candidate(entry.key, "replaces", score, ("of the same initiative", said, "later than the entry"))


def _printed_too(claim: MoneyClaim, entry: KnownEntry, search: Search) -> MoneyClaim | None:
    """Another sum of the article that is the entry's own."""
    return next((other for other in search.understanding.money if other is not claim and search.amounts.equal(other, entry)), None)


def _part(claim: MoneyClaim, entry: KnownEntry, search: Search) -> Candidate | None:
    amount = search.amounts.in_currency(claim, entry.currency, entry.announced_on)
    if amount is None or entry.amount is None or amount >= entry.amount:
        return None
    fits = 0.15 if entry.origin in (claim.origin, "mixed", "unknown") else 0.05 if claim.origin == "unknown" else -0.2
    score = 0.4 + fits + (0.05 if entry.relation == "new" else 0) - (0.15 if claim.role == "initiative-funding" else 0)
    around = search.article.text[max(0, claim.evidence.start - 80) : claim.evidence.end + 40]
    tranche = _TRANCHE.search(around) or _FIRMNESS[claim.stage] > max(_FIRMNESS[entry.stage], _FIRMNESS["announced"])
    reasons = ("of the same initiative", f"smaller than its {in_words(entry.amount, entry.currency)}")
    return Candidate(entry.key, "tranche-of" if tranche else "part-of", round(score, 2), reasons)


def _reason(best: Candidate, search: Search) -> str:
    entry = _entry(best.key, search)
    verb = {"restates": "Restates", "tranche-of": "A tranche of", "replaces": "Replaces", "part-of": "Part of"}.get(best.relation or "", "Of")
    against = f" Against it: {'; '.join(best.reasons_against)}." if best.reasons_against else ""
    return f"{verb} {known_entry_in_words(entry, search.record.organizations)}: {', '.join(words for words in best.reasons_for if words)}.{against}"
