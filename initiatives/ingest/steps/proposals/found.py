"""Finds what a language service proposes in the article's own text, and makes claims of what is there; must not decide what stays."""

import re
from collections.abc import Collection
from dataclasses import replace

from initiatives.ingest.steps.proposals.reply import Body, Point, Sum, Words
from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article, Evidence, MoneyClaim, OrganizationClaim, PointClaim, QuoteClaim

PRODUCER = "language-service"
CONFIDENCE = 0.5  # a proposal that nobody checked but for its words
_OPENING = "\"“”„«‹‘'「『"


def evidence(article: Article, words: str, model: str) -> Evidence | None:
    """Where the text has these very words as whole words; None where it has not."""
    begins, ends = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    match = re.search(begins + re.escape(words) + ends, article.text)
    return Evidence(match.start(), match.end(), words, PRODUCER, model, CONFIDENCE) if match else None


def sums(article: Article, proposed: Sum, owners: Collection[str], model: str) -> tuple[MoneyClaim, ...]:
    """The sums that our grammar reads in the passage, with its amounts and currencies; none where the text has no such passage."""
    at = evidence(article, proposed.passage, model)
    if at is None:
        return ()
    read = find_money(replace(article, text=proposed.passage, title=""), tuple(owners), True)
    return tuple(_moved(claim, at, proposed.role, model) for claim in read)


def _moved(claim: MoneyClaim, at: Evidence, role: str, model: str) -> MoneyClaim:
    beside = claim.usd_evidence and _shifted(claim.usd_evidence, at, model)
    return replace(claim, evidence=_shifted(claim.evidence, at, model), usd_evidence=beside, role=role, restates_in_text=None)


def _shifted(inner: Evidence, at: Evidence, model: str) -> Evidence:
    """The evidence in the passage as evidence in the article; found by the service, read by the grammar."""
    return replace(inner, start=inner.start + at.start, end=inner.end + at.start, producer=PRODUCER, version=model, confidence=CONFIDENCE)


def organization(article: Article, proposed: Body, model: str) -> OrganizationClaim | None:
    """The organization at its first mention, as reported: a service confirms nothing."""
    at = evidence(article, proposed.name, model)
    return OrganizationClaim(at, proposed.name, role=proposed.role, status="reported") if at else None


def quotation(article: Article, proposed: Words, model: str) -> QuoteClaim | None:
    """The words with their speaker; None where the text lacks either."""
    at = evidence(article, proposed.words, model)
    if at is None or (proposed.speaker is not None and evidence(article, proposed.speaker, model) is None):
        return None
    reason = None if proposed.stance == "unclear" else f"The language service {model} reads it so."
    direct = article.text[at.start - 1 : at.start] in tuple(_OPENING) or proposed.words[0] in _OPENING
    return QuoteClaim(at, proposed.speaker, direct=direct, stance=proposed.stance, stance_reason=reason)


def point(article: Article, proposed: Point, model: str) -> PointClaim | None:
    """The point with its passage."""
    at = evidence(article, proposed.passage, model)
    return PointClaim(at, proposed.kind, proposed.aspect) if at else None
