"""An amount is typed as people write it, and what the form writes is read back as the same."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.names.currencies import CURRENCIES
from initiatives.review.amounts import AmountError, as_typed, read_amount

amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 17 - 1, places=2, allow_nan=False)
round_amounts = st.builds(lambda figure, zeros: Decimal(figure) * 10**zeros, st.integers(1, 99_999), st.integers(0, 11))


@given(st.one_of(amounts, round_amounts), st.sampled_from(sorted(CURRENCIES)))
def test_what_the_form_writes_is_read_as_the_same_amount_in_the_same_currency(amount: Decimal, currency: str) -> None:
    read = read_amount(as_typed(amount, currency))
    assert (read.amount, read.currency) == (amount, currency)


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("1.5tn yen", 1_500_000_000_000, "JPY"),
        ("¥1兆", 1_000_000_000_000, "JPY"),
        ("1兆3000億円", 1_300_000_000_000, "JPY"),
        ("Rs 500 crore", 5_000_000_000, "INR"),
        ("€2,5 Mrd", 2_500_000_000, "EUR"),
        ("387.3 bn JPY", 387_300_000_000, "JPY"),
        ("jpy 387.3bn", 387_300_000_000, "JPY"),
        ("3 lakh crore INR", 3_000_000_000_000, "INR"),
        ("$5bn", 5_000_000_000, "USD"),
        ("2 m TOP", 2_000_000, "TOP"),
        ("1,234,567 GBP", 1_234_567, "GBP"),
    ],
)
def test_amounts_are_read_in_the_forms_of_the_world(typed: str, amount: int, currency: str) -> None:
    read = read_amount(typed)
    assert (read.amount, read.currency) == (amount, currency)


def test_a_bare_figure_is_in_the_currency_of_its_own_field() -> None:
    assert read_amount("387.3 bn", "JPY") == read_amount("387.3 bn JPY")
    assert read_amount("1000000", "NOK").amount == 1_000_000


def test_a_dollar_is_that_of_the_owner() -> None:
    assert read_amount("$2 bn", owners=("CAN",)).currency == "CAD"
    assert read_amount("Rs 500 crore", owners=("PAK",)).currency == "PKR"


@pytest.mark.parametrize("typed", ["", "undisclosed", "Undisclosed", " unknown "])
def test_an_undisclosed_sum_is_no_amount_and_not_zero(typed: str) -> None:
    assert read_amount(typed).amount is None


@pytest.mark.parametrize(("typed", "hedge"), [("up to 1 trillion yen", "up-to"), ("about $5bn", "about"), ("over ¥300bn", "at-least")])
def test_a_hedge_that_is_typed_with_the_amount_is_kept(typed: str, hedge: str) -> None:
    assert read_amount(typed).hedge == hedge


def test_a_range_has_its_lower_end_as_the_amount() -> None:
    read = read_amount("$5-7 bn")
    assert (read.amount, read.low, read.high, read.hedge) == (5 * 10**9, 5 * 10**9, 7 * 10**9, "range")


@pytest.mark.parametrize(
    "typed", ["abc", "-5", "0", "1e9", "387.3 bn", "5 bn yen and 3 bn yen", "10^9", "x" * 200, "9" * 18 + " EUR", "about", "$1.2.3"]
)
def test_what_is_no_amount_is_refused_with_the_way_out(typed: str) -> None:
    with pytest.raises(AmountError, match=r"387\.3 bn JPY|Leave it empty"):
        read_amount(typed)
