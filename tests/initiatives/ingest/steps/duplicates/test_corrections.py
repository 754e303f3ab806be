"""A correction is known by its own words, and its sum replaces the one entry that no longer holds."""

from decimal import Decimal

import pytest

from initiatives.ingest.steps.duplicates import is_correction, replacing, titles_alike
from initiatives.ingest.values import Article, DraftValue, Evidence, InitiativeMatch, KnownEntry, MoneyClaim, Proposal, Understanding

ENTRY = KnownEntry("chips#1", "chips", Decimal(35_000_000), "EUR", "2026-11-19")


def draft(*relations: str) -> DraftValue:
    words = Evidence(0, 14, "EUR 53 million", "money", "1", 0.9)
    money = tuple(MoneyClaim(words, Decimal(53_000_000), "EUR", role="initiative-funding") for _ in relations)
    proposals = tuple(Proposal(index, relation, None, 0.9, "") for index, relation in enumerate(relations))
    return DraftValue(Article("EUR 53 million"), Understanding("yes", 0.9, money=money), InitiativeMatch(None, 0, ""), (), proposals)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Correction: EUR 53 million for AI safety testing", ""),
        ("CORRECTED-Norway to spend more on chips", ""),
        ("Norway to spend more on chips (corrected)", ""),
        ("More for chips", "The figure published on 19 November was wrong. It is EUR 53 million."),
        ("More for chips", "An earlier version of this article misstated the sum."),
    ],
)
def test_a_correction_says_so(title: str, text: str) -> None:
    assert is_correction(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Norway corrects course on AI", "The plan was wrong, critics say."),
        ("AI grades exams", "It finds the correct sum in most cases."),
        ("Correctional services buy AI", ""),
    ],
)
def test_what_only_speaks_of_being_right_or_wrong_is_none(title: str, text: str) -> None:
    assert not is_correction(title, text)


def test_titles_are_compared_without_their_numbers() -> None:
    assert titles_alike("Correction: EUR 53 million for AI safety testing", "EUR 35 million for AI safety testing") == 1
    assert titles_alike("Correction: EUR 53 million for AI safety testing", "EUR 120 million for AI compute vouchers") < 0.5
    assert titles_alike("", "AI") == 0


def test_the_corrected_entry_is_replaced() -> None:
    proposal = replacing(draft("new"), [ENTRY], "It corrects “More for chips”.").proposals[0]
    assert (proposal.relation, proposal.related_to, proposal.reason) == ("replaces", "chips#1", "It corrects “More for chips”.")


@pytest.mark.parametrize(("relations", "entries"), [(("new", "new"), [ENTRY]), (("new",), []), (("new",), [ENTRY, ENTRY]), (("restates",), [ENTRY])])
def test_nothing_is_replaced_where_it_cannot_be_told_which(relations: tuple[str, ...], entries: list[KnownEntry]) -> None:
    assert replacing(draft(*relations), entries, "") == draft(*relations)
