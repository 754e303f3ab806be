"""A draft in its stored form."""

import json
from decimal import Decimal

import pytest

from initiatives.ingest.values import Article, DraftValue, Evidence, InitiativeMatch, MoneyClaim, Proposal, Understanding

PASSAGE = Evidence(0, 9, "€1 billion", "test", "1", 0.9)
DRAFT = DraftValue(
    Article("€1 billion for AI", published="2026-01"),
    Understanding("yes", 0.9, money=(MoneyClaim(PASSAGE, Decimal("1E+9"), "EUR", usd_quoted=Decimal("1.1E9")),)),
    InitiativeMatch(None, 0.0, "None agrees."),
    proposals=(Proposal(0, "new", None, 0.9, "No entry is the same money."),),
)


def test_a_draft_survives_its_stored_form() -> None:
    stored = json.loads(json.dumps(DRAFT.to_json()))
    assert DraftValue.from_json(stored) == DRAFT
    assert DraftValue.from_json(stored).to_json() == stored


def test_amounts_are_stored_as_plain_digits() -> None:
    assert DRAFT.to_json()["understanding"]["money"][0]["amount"] == "1000000000"


def test_a_draft_of_another_version_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="99 is not a known version"):
        DraftValue.from_json(DRAFT.to_json() | {"schema": 99})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"initiative": None}, "initiative"),
        ({"colour": 1}, "'colour' is not a field"),
        ({"proposals": {}}, "proposals"),
        ({"article": {}}, "article.text: nothing is given"),
    ],
)
def test_a_damaged_draft_names_the_field(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        DraftValue.from_json(DRAFT.to_json() | change)
