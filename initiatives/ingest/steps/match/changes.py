"""Weighs whether a sum stands in place of an entry's: the article says that it was changed, or gives the older one too; must not know parts."""

from initiatives.ingest.steps.match.called import is_another, programme_of
from initiatives.ingest.steps.match.days import gap
from initiatives.ingest.steps.match.said import change_said, sentence_of
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.values import Candidate, KnownEntry, MoneyClaim

SAID, OLDER_TOO, OLDER_EXACTLY = 0.6, 0.7, 0.75


def revision(claim: MoneyClaim, entry: KnownEntry, search: Search) -> Candidate | None:
    """The entry in whose place the claim stands; None where the article speaks of no change, or the entry is not older."""
    older = printed_too(claim, entry, search)
    same, beside = entry.initiative == search.initiative, _stands_beside(claim, older, search)
    change = change_said(claim, search.article, beside) if same or beside else None
    if change is None or _is_of_another_programme(claim, entry, search) or not _may_be_replaced(claim, entry, older, search):
        return None
    said = f"the article gives the older “{older.evidence.text}” too" if older else f"the article speaks of a change (“{change}”)"
    score = SAID if older is None else OLDER_EXACTLY if older.amount == entry.amount else OLDER_TOO
    return Candidate(entry.key, "replaces", score, (f"of the same {'initiative' if same else 'country'}", said, "later than the entry"))


def revised_by_a_little(claim: MoneyClaim, entry: KnownEntry, search: Search) -> Candidate | None:
    """A sum that is near enough to be the same, where the article says that it was changed to this."""
    if claim.amount == entry.amount or claim.currency != entry.currency or entry.initiative != search.initiative:
        return None
    return None if entry.key in search.known.replaced else revision(claim, entry, search)


def printed_too(claim: MoneyClaim, entry: KnownEntry, search: Search) -> MoneyClaim | None:
    """Another sum of the article that is the entry's own, in the same sentence where there is one."""
    others = [other for other in search.understanding.money if other is not claim and search.amounts.equal(other, entry)]
    if len(others) < 2:
        return others[0] if others else None
    sentence = sentence_of(claim, search.article.text)
    return next((other for other in others if other.evidence.text in sentence), others[0])


def _may_be_replaced(claim: MoneyClaim, entry: KnownEntry, older: MoneyClaim | None, search: Search) -> bool:
    """An earlier figure with an amount, told as such; without the older one beside it, of the same origin and not out of something larger."""
    amount = search.amounts.in_currency(claim, entry.currency, entry.announced_on)
    if amount is None or entry.amount is None or not _is_later(claim, entry, search):
        return False
    if older is not None:
        return _stands_beside(claim, older, search) or (claim.role == "initiative-funding" and older.role != "context")
    return claim.role == "initiative-funding" and entry.relation in ("new", "replaces") and _may_be_of_one_purse(claim, entry)


def _is_of_another_programme(claim: MoneyClaim, entry: KnownEntry, search: Search) -> bool:
    """Whether the sentence of the sum calls its programme by a name that is not the entry's."""
    name, known = programme_of(claim, search.article), search.known.initiatives.get(entry.initiative)
    return name is not None and known is not None and is_another(name, known, sentence_of(claim, search.article.text))


def _is_later(claim: MoneyClaim, entry: KnownEntry, search: Search) -> bool:
    """By the day of the sum, or by that of the article where the day that stands beside the sum is the older figure's."""
    days = [day for day in (claim.announced_on, search.article.published) if day]
    return any(gap(entry.announced_on, day) > 0 for day in days)


def _stands_beside(claim: MoneyClaim, older: MoneyClaim | None, search: Search) -> bool:
    return older is not None and older.evidence.text in sentence_of(claim, search.article.text)


def _may_be_of_one_purse(claim: MoneyClaim, entry: KnownEntry) -> bool:
    return claim.origin == entry.origin or "unknown" in (claim.origin, entry.origin)
