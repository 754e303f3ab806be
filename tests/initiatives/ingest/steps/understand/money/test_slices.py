"""Slices of an initiative's money that their own words name, where no whole stands beside them."""

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article

ENVELOPE, PART, CONTEXT = "initiative-funding", "part-of-it", "context"
LEAD = "The government will build a national AI centre, a minister said on Monday."


def roles(text: str, owner: str = "FRA", title: str = "A centre for AI") -> list[str]:
    return [claim.role for claim in find_money(Article(text, title, published="2026-01-05"), (owner,), True)]


@pytest.mark.parametrize(
    "said",
    [
        "A first tranche of €20 million will be paid in March.",
        "The European Investment Bank provides a loan of €20 million.",
        "The European Investment Bank gives €20 million as a soft loan.",
        "A state guarantee of €20 million backs it.",
        "The university puts in €20 million of its own.",
        "The ministry pays €20 million a year.",
        "The ministry's budget for it this year is €20 million.",
        "Some €20 million has been allocated in the current fiscal year.",
        "The second half of the money, €20 million, comes from the recovery fund.",
        "The agency will reserve €20 million for young companies.",
    ],
)
def test_a_slice_is_a_part_where_no_whole_is_stated(said: str) -> None:
    assert roles(f"{LEAD} {said}") == [PART]


@pytest.mark.parametrize(
    "said",
    [
        "The World Bank will lend €20 million and the ministry pay €30 million.",
        "The fund will bear €20 million, while Germany gives £30 million.",
        "It is co-financed by the Bank of Lyon (€20 million) and the Treasury (€30 million).",
        "Grants of €20 million come from the state; Tarn puts in €30 million of its own.",
        "\n\nAvailable funds\n• €20 million from the Ministry of Science\n• €30 million in kind, as credits, from Tarn",
    ],
)
def test_what_several_pay_are_all_parts(said: str) -> None:
    assert roles(f"{LEAD} {said}") == [PART, PART]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The ministry has committed €20 million of the €30 million it thinks is needed.", [PART, ENVELOPE]),
        ("It spends €20 million now, or a tenth of the programme's approved outlay of €200 million.", [PART, ENVELOPE]),
        ("The plan, written with the German agency, costs €30 million to put into practice.", [ENVELOPE]),
        ("The programme has a budget of €80 million.", [ENVELOPE]),
        ("The ministry will award up to €35 million over five years.", [ENVELOPE]),
        ("The cabinet let the state take a stake in it for €67 million. The government buys shares for €67 million.", [ENVELOPE, ENVELOPE]),
    ],
)
def test_the_whole_is_told_from_its_slices(said: str, expected: list[str]) -> None:
    assert roles(f"{LEAD} {said}") == expected


def test_a_loan_that_the_first_sentence_or_the_title_tells_is_the_whole() -> None:
    assert roles("The World Bank gives Kenya a loan of €60 million for a national AI centre.") == [ENVELOPE]
    assert roles(f"{LEAD} The World Bank provides a loan of €60 million.", title="€60 million for AI") == [ENVELOPE]


@pytest.mark.parametrize(
    "said",
    [
        "It belongs to an institute, launched in 2024 with a budget of €50 million.",
        "Tarn, set up in 2021 with €50 million from investors, helps.",
        "The Tiger Leap of 1996 cost €50 million in today's money.",
        "Renting the same capacity would cost €50 million.",
        "Tarn quoted €50 million for the same.",
        "The ministry had asked for €50 million.",
        "It is helped by a fund that controls €50 billion.",
        "The budget also sets aside €50 million (about $58 million) for digital training.",
    ],
)
def test_the_money_of_others_and_of_earlier_years_is_no_slice(said: str) -> None:
    assert roles(f"{LEAD} It gets €40 million. {said}") == [ENVELOPE, CONTEXT]
