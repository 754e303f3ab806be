"""When two figures are the same sum."""

from dataclasses import replace
from decimal import Decimal

from initiatives.ingest.steps.match.amounts import Amounts
from initiatives.ingest.values import Evidence, KnownEntry, MoneyClaim
from initiatives.ledger.series import load_rates

AMOUNTS = Amounts(load_rates())
CLAIM = MoneyClaim(
    Evidence(0, 5, "3,3 bn", "test", "1", 1.0), Decimal(3_300_000_000), "GHS", announced_on="2026-10-20", usd_quoted=Decimal(300_000_000)
)
ENTRY = KnownEntry("hall#1", "hall", Decimal(300_000_000), "USD", "2026-04-24", countries=("GHA",))


def test_dollars_that_the_article_prints_are_the_sum_of_an_entry_in_dollars_whatever_our_rate_says() -> None:
    like = AMOUNTS.equal(CLAIM, ENTRY)
    assert like is not None
    assert (like.currency, like.by_rate, like.quoted) == ("USD", False, Decimal(300_000_000))
    assert AMOUNTS.equal(replace(CLAIM, usd_quoted=None), ENTRY) is None
    assert AMOUNTS.equal(replace(CLAIM, usd_quoted=Decimal(350_000_000)), ENTRY) is None


def test_dollars_that_the_source_of_an_entry_printed_are_the_sum_of_an_article_in_dollars() -> None:
    entry = replace(ENTRY, amount=CLAIM.amount, currency="GHS", usd_quoted=Decimal(300_000_000))
    claim = replace(CLAIM, amount=Decimal(300_000_000), currency="USD", usd_quoted=None)
    like = AMOUNTS.equal(claim, entry)
    assert like is not None
    assert like.quoted == Decimal(300_000_000)
    assert AMOUNTS.equal(claim, replace(entry, usd_quoted=None)) is None


def test_two_sums_of_one_currency_are_not_the_same_for_their_dollars() -> None:
    entry = replace(ENTRY, amount=Decimal(4_000_000_000), currency="GHS", usd_quoted=Decimal(300_000_000))
    assert AMOUNTS.equal(CLAIM, entry) is None


def test_a_sum_with_dollars_beside_it_is_converted_by_them() -> None:
    assert AMOUNTS.in_currency(CLAIM, "USD", "2026-10-20") == Decimal(300_000_000)
