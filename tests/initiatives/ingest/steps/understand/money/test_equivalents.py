"""Dollars that are quoted for the upper end of a range are no sum of their own, and none of the lower end."""

from decimal import Decimal

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article

LOW, HIGH = Decimal(700_000_000), Decimal(1_000_000_000)


@pytest.mark.parametrize(
    "text",
    [
        "Canada will invest between C$700 million and C$1 billion in sovereign compute, about US$730 million at most, it said.",
        "Canada will invest between C$700 million and C$1 billion (about US$730 million at most) in compute.",
        "Canada will invest between C$700 million and C$1 billion, about US$730 million at the most, in compute.",
        "Canada will invest C$700 million to C$1 billion (US$730 million at the upper end).",
    ],
)
def test_the_dollars_of_the_upper_end_are_folded_into_the_range(text: str) -> None:
    found = find_money(Article(text), ("CAN",), True)
    assert [(claim.amount_low, claim.amount_high, claim.currency, claim.usd_quoted) for claim in found] == [(LOW, HIGH, "CAD", None)]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Canada will invest C$1 billion in compute, about US$300 million at most from Ontario.", 2),
        ("Canada will invest between C$700 million and C$1 billion in compute, and US$30 million in skills.", 2),
        ("Canada will invest between C$700 million and C$1 billion (about US$510 million) in compute.", 1),
    ],
)
def test_other_sums_stand_for_themselves(text: str, sums: int) -> None:
    assert len(find_money(Article(text), ("CAN",), True)) == sums
