"""Says who pays a sum, from the organizations named beside it; must not know the record."""

import re
from dataclasses import replace

from initiatives.ingest.steps.understand.passages import containing, sentences
from initiatives.ingest.values import Funder, MoneyClaim, OrganizationClaim, Span

_PAYS_AFTER = re.compile(
    r"\b(?:will|would|is to|are to|plans? to|intends? to|means to|has|have|wants? to|to)?\s*(?:invest|fund|grant|provid|contribut|pledg|pay|paid|"
    r"spend|spent|commit|suppl|allocat|allott|promis|put)\w*\b", re.I
)  # fmt: skip
_BEFORE_PAYER = re.compile(r"\b(?:from|by|of)\s+(?:the\s+)?$", re.I)
_PRIVATE_KINDS = frozenset({"company", "startup"})
_UNNAMED = re.compile(r"\b(?:private (?:partners?|investors?|companies|capital|money)|pension funds|financial institutions|industry)\b", re.I)


def with_funders(money: tuple[MoneyClaim, ...], organizations: tuple[OrganizationClaim, ...], text: str) -> tuple[MoneyClaim, ...]:
    """The claims with the organizations that the sum's sentence names as payers."""
    spans = sentences(text)
    return (
        tuple(replace(claim, funders=_funders(claim, organizations, text, containing(spans, claim.evidence.start))) for claim in money)
        if spans
        else money
    )


def _funders(claim: MoneyClaim, organizations: tuple[OrganizationClaim, ...], text: str, sentence: Span) -> tuple[Funder, ...]:
    named = [each for each in organizations if each.name and _pays(each, claim, text, sentence)]
    found = tuple(Funder(organization=each.name, country=each.country) for each in named if _may_pay(each, claim))
    unnamed = _UNNAMED.search(text[sentence.start : sentence.end])
    return (*found, Funder(described=unnamed.group())) if unnamed and claim.origin in ("private", "mixed") else found


def _pays(organization: OrganizationClaim, claim: MoneyClaim, text: str, sentence: Span) -> bool:
    if organization.name is None:
        return False
    at = text.find(organization.evidence.text, sentence.start, sentence.end)
    if at < 0:
        return False
    end = at + len(organization.evidence.text)
    if end <= claim.evidence.start:
        return _PAYS_AFTER.search(text[end : claim.evidence.start]) is not None
    return _BEFORE_PAYER.search(text[claim.evidence.end : at]) is not None


def _may_pay(organization: OrganizationClaim, claim: MoneyClaim) -> bool:
    if claim.origin == "public":
        return organization.kind not in _PRIVATE_KINDS
    return claim.origin != "private" or organization.kind != "government"
