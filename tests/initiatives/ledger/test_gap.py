"""Why a sum is announced and no firmer is read from what its statement says, and nothing is guessed."""

import pytest

from initiatives.ledger.gap import IN_WORDS, GapReason, gap_reason, is_pending

PLAIN = {"status": "underway", "stage": "announced", "origin": "public", "period": None, "note": None, "year": 2026}


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({}, "unsaid"),
        ({"status": "cancelled", "note": "not voted"}, "cancelled"),
        ({"status": "paused", "origin": "private"}, "paused"),
        ({"note": "A request to Congress: proposed by the government, not voted."}, "vote"),
        ({"note": "not voted", "stage": "budgeted"}, "budgeted"),
        ({"origin": "private", "period": "2028-2030"}, "private"),
        ({"origin": "mixed"}, "mixed"),
        ({"period": "2027-2030", "stage": "budgeted"}, "later"),
        ({"period": "2025-2030"}, "running"),
        ({"period": "2025-2030", "stage": "budgeted"}, "budgeted"),
        ({"period": "2018-2022"}, "unsaid"),
        ({"origin": "unknown"}, "unsaid"),
    ],
)
def test_the_first_reason_that_holds_is_taken(told: dict[str, str], reason: str) -> None:
    assert gap_reason(**{**PLAIN, **told}) == reason  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "note",
    [
        "For AI and data in the 2026 budget bill.",
        "First year in the draft budget for 2026, stated as more than this.",
        "GPU line in the budget, as proposed.",
        "Draft plan before cabinet approval.", "Awaiting Congress since May.", "Still subject to parliamentary approval.", "Yet to be adopted.",
    ],
)  # fmt: skip
def test_a_note_that_says_so_waits_for_a_decision(note: str) -> None:
    assert is_pending(note)


@pytest.mark.parametrize(
    "note",
    [
        None, "", "Office meant to enforce the proposed AI and Data Act.", "More than this in the legislative term then running.",
        "Money of the running budget moved to buy computing sooner, without waiting for Congress.", "Cumulative investment in ten approved projects.",
        "The cabinet raised the sum from 3 to 5 billion by 2025.",
    ],
)  # fmt: skip
def test_a_note_that_names_another_bill_or_a_decision_taken_does_not(note: str | None) -> None:
    assert not is_pending(note)


def test_every_reason_has_its_words() -> None:
    assert set(IN_WORDS) == set(GapReason)
