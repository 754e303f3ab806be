"""Finds figures printed without a currency that the matched initiative's ledger has ("with 20 million"); must not propose them as new money."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from initiatives.ingest.steps.match.days import is_far
from initiatives.ingest.steps.match.search import Search
from initiatives.ingest.values import Evidence, KnownEntry, MoneyClaim, Proposal, Warning  # noqa: A004
from initiatives.names.currencies import in_words

PRODUCER, VERSION, CONFIDENCE = "figures-of-the-ledger", "1", 0.5
CODE = "unit-of-the-record"
_SCALES = {
    "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
# What may follow money that has lost its unit; any other word is what is counted ("20 million people").
_AFTER = (
    r"(?=\s*(?:[,.;:!?)”\"]|$|\n)|\s(?:for|to|from|in|into|on|over|at|by|with|and|or|as|is|was|were|will|would|has|had|it|the|which|that|this|"
    r"towards?|until|between|during|through|per|each|a year|announced|earmarked|set)\b)"
)
_FIGURE = re.compile(rf"(?<![\w$€£¥₩₹.,\-])(?<![$€£¥₩₹]\s)(\d+(?:[.,]\d+)*)[\s\u00a0-]?({'|'.join(_SCALES)})\b{_AFTER}", re.I)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def with_figures(search: Search) -> Search:
    """The search with a claim for each bare figure that the ledger of its initiative has; those of an earlier match keep their places, and are
    mere context where the ledger has them no more."""
    found = {claim.evidence.start: claim for claim in _claims(search)}
    money = tuple(_renewed(claim, found) for claim in search.understanding.money)
    known = {claim.evidence.start for claim in money}
    more = tuple(claim for start, claim in found.items() if start not in known)
    return replace(search, understanding=replace(search.understanding, money=(*money, *more)))


def is_bare(claim: MoneyClaim) -> bool:
    """Whether the claim has its currency from the ledger and not from the article."""
    return claim.evidence.producer == PRODUCER


def only_known(search: Search, proposals: tuple[Proposal, ...]) -> tuple[Search, tuple[Proposal, ...]]:
    """Both without bare figures that are no money of the ledger after all; they stay as context, so that none is counted by a guessed unit."""
    money = search.understanding.money
    kept = tuple(each for each in proposals if each.related_to is not None or not is_bare(money[each.money]))
    known = {each.money for each in kept}
    cut = tuple(replace(claim, role="context") if is_bare(claim) and index not in known else claim for index, claim in enumerate(money))
    return replace(search, understanding=replace(search.understanding, money=cut)), kept


def units_in_doubt(search: Search, proposals: tuple[Proposal, ...]) -> tuple[Warning, ...]:
    """A warning for each bare figure that is proposed."""
    claims = [search.understanding.money[each.money] for each in proposals]
    return tuple(_warning(claim) for claim in claims if is_bare(claim))


def _warning(claim: MoneyClaim) -> Warning:
    amount, printed = in_words(claim.amount, claim.currency), claim.evidence
    message = (
        f"“{printed.text}” stands without a currency. The record has {amount} for this initiative, so it is taken for that: look before you publish."
    )
    return Warning(CODE, message, printed.start, printed.end)


def _renewed(claim: MoneyClaim, found: dict[int, MoneyClaim]) -> MoneyClaim:
    return found.get(claim.evidence.start, replace(claim, role="context")) if is_bare(claim) else claim


def _claims(search: Search) -> Iterator[MoneyClaim]:
    entries = search.known.by_initiative.get(search.initiative or "", [])
    taken = _taken(search)
    for match in _FIGURE.finditer(search.article.text) if entries else ():
        amount = _amount(match.group(1)) * _SCALES[match.group(2).lower()]
        entry = next((entry for entry in entries if entry.amount == amount and not is_far(entry.announced_on, search.article.published)), None)
        if entry is not None and not any(start < match.end() and match.start() < end for start, end in taken):
            yield _claim(match, amount, entry, search)


def _taken(search: Search) -> list[tuple[int, int]]:
    """Passages that are read as money, or as a quantity of something else."""
    money = [claim for claim in search.understanding.money if not is_bare(claim)]
    evidence = [*(claim.evidence for claim in money), *(claim.evidence for claim in search.understanding.quantities)]
    return [(each.start, each.end) for each in evidence]


def _claim(match: re.Match[str], amount: Decimal, entry: KnownEntry, search: Search) -> MoneyClaim:
    evidence = Evidence(match.start(), match.end(), match.group(), PRODUCER, VERSION, CONFIDENCE)
    day = search.article.published
    return MoneyClaim(evidence, amount, entry.currency, role="initiative-funding", origin=entry.origin, scope=entry.scope, announced_on=day)


def _amount(printed: str) -> Decimal:
    plain = printed.replace(",", "") if _GROUPED.fullmatch(printed) else printed.replace(",", ".")
    return Decimal(plain) if plain.count(".") <= 1 else Decimal(0)
