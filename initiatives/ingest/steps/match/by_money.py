"""Settles the initiative by where the article's money belongs; must not weigh names or sums anew."""

from dataclasses import replace

from initiatives.ingest.steps.match.called import is_another, programme_of_the_money
from initiatives.ingest.steps.match.initiative import introduced
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.values import Candidate, InitiativeMatch, KnownInitiative, Proposal

SHOWN = 5


def by_its_money(match: InitiativeMatch, proposals: tuple[Proposal, ...], search: Search) -> InitiativeMatch:
    """The match with the initiative of the entry that the article's envelope restates, replaces or lies in, where no other was found; where it has
    another, or a name of its own, the reason says so. Unchanged for new money."""
    envelope, known = _envelope(proposals, search)
    if envelope is None or known is None or match.slug == known.slug:
        return match
    if match.slug is not None:
        return replace(match, reason=f"{match.reason} Its money is proposed as {_relation(envelope)} an entry of {known.name}.")
    name = introduced(search.understanding) or programme_of_the_money(search.article, search.understanding.money)
    if name is not None and is_another(name, known, search.article.title):
        reason = f"Its money is proposed as {_relation(envelope)} an entry of {known.name}, but the article calls its programme “{name}”."
        return replace(match, reason=reason)
    return _adopted(match, envelope, known)


def _envelope(proposals: tuple[Proposal, ...], search: Search) -> tuple[Proposal | None, KnownInitiative | None]:
    """The first sum that the article gives for its initiative, and the initiative of the entry that it is related to."""
    money = search.understanding.money
    own = (each for each in proposals if money[each.money].role == "initiative-funding" and each.related_money is None)
    first = next(own, None)
    entry = search.known.entries.get(first.related_to or "") if first else None
    return first, search.known.initiatives.get(entry.initiative) if entry else None


def _adopted(match: InitiativeMatch, envelope: Proposal, known: KnownInitiative) -> InitiativeMatch:
    reason = f"Its money is {_relation(envelope)} an entry of {known.name}."
    said = f"its money is {_relation(envelope)} an entry of its ledger"
    before = next((each for each in match.candidates if each.key == known.slug), Candidate(known.slug, None, 0.0))
    found = replace(before, score=max(before.score, envelope.score), reasons_for=(*before.reasons_for, said))
    others = tuple(each for each in match.candidates if each.key != known.slug)
    return InitiativeMatch(known.slug, found.score, reason, (found, *others)[:SHOWN])


def _relation(envelope: Proposal) -> str:
    return {"restates": "the same as", "replaces": "in place of", "part-of": "a part of", "tranche-of": "a tranche of", "cancels": "the end of"}[
        envelope.relation
    ]
