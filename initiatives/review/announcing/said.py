"""Finds where in the words of a source the fields of the form stand: the day, the years, who passes the money on and who receives it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from initiatives.ingest.steps.understand.money.periods import period_of
from initiatives.ingest.steps.understand.passing import ways_of
from initiatives.ingest.values import DraftValue, Evidence, MoneyClaim
from initiatives.review.announcing.dated import day_match
from initiatives.review.announcing.typed import Typed

ARTICLE: Final = "The "
YEARS_SAID: Final = re.compile(
    r"\b(?:in |for |over )?(?:the )?(?:fiscal(?: year)?|financial year|FY) ?\d{4}(?:[-–/]\d{2,4})?|\b20\d\d ?(?:-|–|to) ?20\d\d\b"
    r"|\b(?:over|for|within) (?:the (?:next|coming) )?\w+ years(?: (?:from|starting in) (?:fiscal )?\d{4})?",
    re.IGNORECASE,
)
KIND_OF_FIELD: Final = {
    "amount": "money",
    "payers": "organization",
    "channel": "organization",
    "recipients": "organization",
    "publisher": "source",
    "announced_on": "time",
    "period": "time",
    "initiative": "purpose",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A passage behind a field: half-open code points of the pasted text."""

    field: str
    start: int
    end: int

    @property
    def kind(self) -> str:
        """Its kind, by which it is coloured."""
        return KIND_OF_FIELD[self.field]


def passages_of(value: DraftValue, number: int | None, typed: Typed, unnamed: MoneyClaim | None = None) -> list[Found]:
    """The passages behind the fields, in the order of the text; of two that overlap the first stays. `unnamed` is a sum that is not disclosed."""
    claim = value.understanding.money[number] if number is not None else unnamed
    spans = sorted({*of_the_article(value, typed), *(of_the_sum(value, claim, typed) if claim else ())}, key=lambda each: (each.start, -each.end))
    kept: list[Found] = []
    for each in spans:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def of_the_article(value: DraftValue, typed: Typed) -> Iterator[Found]:
    """Who said it, when, and what it is for."""
    for attribution in value.understanding.attributions[:1]:
        yield Found("publisher", attribution.evidence.start, attribution.evidence.end)
    day = day_match(typed.pasted)
    if day:
        yield Found("announced_on", day.start(), day.end())
    claim = value.understanding.initiative
    if claim and claim.evidence and claim.evidence.end > claim.evidence.start:
        yield Found("initiative", claim.evidence.start, claim.evidence.end)


def of_the_sum(value: DraftValue, claim: MoneyClaim, typed: Typed) -> Iterator[Found]:
    """The sum, its years, and who pays, passes on and receives it."""
    text = typed.pasted
    yield Found("amount", claim.evidence.start, claim.evidence.end)
    years = YEARS_SAID.search(text) if claim.period else None
    if years:
        yield Found("period", years.start(), years.end())
    payers = {funder.organization for funder in claim.funders}
    for organization in value.understanding.organizations:
        if organization.name in payers:
            yield Found("payers", organization.evidence.start, organization.evidence.end)
    ways = ways_of(claim, value.understanding.organizations, text)
    if ways.channel:
        yield Found("channel", ways.channel.start, ways.channel.end)
    for each in ways.recipients:
        yield Found("recipients", each.start, each.end)


def with_article(text: str, evidence: Evidence) -> str:
    """The name of a publisher with the article that belongs to it: `The Japan Times`."""
    begins = evidence.start - len(ARTICLE)
    return text[begins if begins >= 0 and text[begins : evidence.start] == ARTICLE else evidence.start : evidence.end]


def years_beside(claim: MoneyClaim, text: str) -> str | None:
    """The years that the clause of a sum gives it, before what the rest of the sentence says; None where it names none."""
    end = re.search(r"[;.]\s|$", text[claim.evidence.end :])
    return period_of(text[claim.evidence.start : claim.evidence.end + (end.start() if end else 0)], None)


def channel_of(value: DraftValue, claim: MoneyClaim, text: str) -> str:
    """The agency that the words say the money passes through; empty where they name none."""
    found = ways_of(claim, value.understanding.organizations, text).channel
    return found.name if found else ""
