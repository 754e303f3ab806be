"""Adds what a language service found in the text to what the rules read; the rules' claims stay; must not know where the answer came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from initiatives.ingest.steps.match.names import same_organization
from initiatives.ingest.steps.proposals import found
from initiatives.ingest.steps.proposals.reply import Reply
from initiatives.ingest.values import (
    Article,
    Evidence,
    MoneyClaim,
    OrganizationClaim,
    PointClaim,
    QuoteClaim,
    Understanding,
    Warning,  # noqa: A004
)

Claim = TypeVar("Claim", MoneyClaim, OrganizationClaim, QuoteClaim, PointClaim)


@dataclass(slots=True)
class _Tally:
    """How many proposals were dropped, added, and taken as a suggestion."""

    dropped: int = 0
    added: int = 0
    suggested: list[str] = field(default_factory=list)


def merged(article: Article, understanding: Understanding, reply: Reply, model: str) -> Understanding:
    """The understanding with the service's claims beside the rules' own, and warnings that count what was added and what was dropped.

    Where the rules had no opinion (money that is mere context, an organization that is merely mentioned, a stance that is unclear), the service's
    is taken; its name then stands with that of the rules in the evidence.
    """
    tally = _Tally()
    money = _money(article, understanding, reply, model, tally)
    organizations = _organizations(article, understanding.organizations, reply, model, tally)
    quotes = _quotes(article, understanding.quotes, reply, model, tally)
    points = _points(article, understanding.points, reply, model, tally)
    warnings = (*understanding.warnings, *_in_words(tally, reply.misshapen, model))
    return replace(understanding, money=money, organizations=organizations, quotes=quotes, points=points, warnings=warnings)


def without_an_answer(understanding: Understanding, words: str) -> Understanding:
    """The rules' reading alone, with a warning that says why."""
    return replace(
        understanding, warnings=(*understanding.warnings, Warning("assistant-silent", f"{words} What is shown was read by the rules alone."))
    )


def _money(article: Article, understanding: Understanding, reply: Reply, model: str, tally: _Tally) -> tuple[MoneyClaim, ...]:
    kept, owners = list(understanding.money), understanding.owners()
    for proposed in reply.money:
        sums = found.sums(article, proposed, owners, model)
        tally.dropped += not sums
        for claim in sums:
            at = _overlapping(claim.evidence, kept)
            if at is None:
                kept.append(claim)
                tally.added += 1
            elif len(sums) == 1 and kept[at].role == "context" and claim.role != "context":
                kept[at] = replace(kept[at], role=claim.role, evidence=_with(kept[at].evidence, model))
                tally.suggested.append(kept[at].evidence.text)
    return _in_reading_order(kept)


def _in_reading_order(money: list[MoneyClaim]) -> tuple[MoneyClaim, ...]:
    """Sorted by place, with the indexes of sums that say another again led to their new places."""
    order = sorted(range(len(money)), key=lambda at: money[at].evidence.start)
    new = {old: at for at, old in enumerate(order)}
    return tuple(replace(money[old], restates_in_text=new.get(_index(money[old]))) for old in order)


def _index(claim: MoneyClaim) -> int:
    return -1 if claim.restates_in_text is None else claim.restates_in_text


def _organizations(article: Article, known: tuple[OrganizationClaim, ...], reply: Reply, model: str, tally: _Tally) -> tuple[OrganizationClaim, ...]:
    kept = list(known)
    for proposed in reply.organizations:
        claim = found.organization(article, proposed, model)
        tally.dropped += claim is None
        if claim is None:
            continue
        at = _same(claim, kept)
        if at is None:
            kept.append(claim)
            tally.added += 1
        elif kept[at].role == "mentioned" and claim.role != "mentioned":
            kept[at] = replace(kept[at], role=claim.role, evidence=_with(kept[at].evidence, model))
            tally.suggested.append(kept[at].name or proposed.name)
    return _sorted(kept)


def _same(claim: OrganizationClaim, kept: list[OrganizationClaim]) -> int | None:
    overlapping = _overlapping(claim.evidence, kept)
    named = (at for at, each in enumerate(kept) if each.name and claim.name and same_organization(each.name, claim.name))
    return overlapping if overlapping is not None else next(named, None)


def _quotes(article: Article, known: tuple[QuoteClaim, ...], reply: Reply, model: str, tally: _Tally) -> tuple[QuoteClaim, ...]:
    kept = list(known)
    for proposed in reply.quotes:
        claim = found.quotation(article, proposed, model)
        tally.dropped += claim is None
        if claim is None:
            continue
        at = _overlapping(claim.evidence, kept)
        if at is None:
            kept.append(claim)
            tally.added += 1
        elif kept[at].stance == "unclear" and claim.stance != "unclear":
            kept[at] = replace(kept[at], stance=claim.stance, stance_reason=claim.stance_reason, evidence=_with(kept[at].evidence, model))
            tally.suggested.append(kept[at].speaker or "a quotation")
    return _sorted(kept)


def _points(article: Article, known: tuple[PointClaim, ...], reply: Reply, model: str, tally: _Tally) -> tuple[PointClaim, ...]:
    kept = list(known)
    for proposed in reply.points:
        claim = found.point(article, proposed, model)
        tally.dropped += claim is None
        if claim is not None and _overlapping(claim.evidence, [each for each in kept if each.kind == claim.kind]) is None:
            kept.append(claim)
            tally.added += 1
    return _sorted(kept)


def _overlapping(evidence: Evidence, kept: Iterable[Claim]) -> int | None:
    return next((at for at, each in enumerate(kept) if each.evidence.start < evidence.end and evidence.start < each.evidence.end), None)


def _sorted(kept: list[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(kept, key=lambda each: each.evidence.start))


def _with(evidence: Evidence, model: str) -> Evidence:
    """The rules' evidence, with the service named beside them."""
    return replace(evidence, producer=f"{evidence.producer}+{found.PRODUCER}", version=f"{evidence.version}+{model}")


def _in_words(tally: _Tally, misshapen: int, model: str) -> list[Warning]:
    used = f"The language service {model} was asked too: {_counted(tally.added, 'claim')} added as its own"
    suggestions = f", and its suggestion taken for {', '.join(dict.fromkeys(tally.suggested))}" if tally.suggested else ""
    said = [Warning("assistant", f"{used}{suggestions}. Check them against the text.")] if tally.added or tally.suggested else []
    if tally.dropped:
        said.append(
            Warning(
                "assistant-dropped", f"{_counted(tally.dropped, 'proposal')} of the language service {_were(tally.dropped)} dropped: not in the text."
            )
        )
    if misshapen:
        said.append(
            Warning(
                "assistant-misshapen",
                f"{_counted(misshapen, 'proposal')} of the language service {_were(misshapen)} dropped: not in the form asked for.",
            )
        )
    return said


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _were(number: int) -> str:
    return "was" if number == 1 else "were"
