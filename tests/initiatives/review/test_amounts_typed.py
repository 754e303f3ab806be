"""A draft's sums are typed in any form that quick entry reads, and shown so that a slip of a zero is seen."""

from dataclasses import replace

import pytest

from initiatives.review.amounts_typed import shown, with_read_sums
from initiatives.review.decision import DecidedEntry, Words
from initiatives.review.reader import Reader

NONE = dict.fromkeys(["funders", "channel", "recipient_country", "within", "period", "instrument", "note", "related_to", "related_money"], "")
BEFORE = DecidedEntry(
    keep=True, money=0, amount="2100000000000", currency="KRW", hedge="exact", amount_low="", amount_high="", usd_as_published="", stage="announced",
    origin="public", scope="ai", announced_on="2026-03-04", new_money="unclear", tier="3", relation="new", words=Words(0, 0, ""), **NONE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("2.5tn won", "2500000000000", "KRW"),
        ("₩2조", "2000000000000", "KRW"),
        ("Rs 500 crore", "5000000000", "INR"),
        ("€2,5 Mrd", "2500000000", "EUR"),
        ("2.5 bn", "2500000000", "KRW"),
        ("1 500 000", "1500000", "KRW"),
        ("2.1 tn KRW", "2100000000000", "KRW"),
        ("2100000000000", "2100000000000", "KRW"),
        ("undisclosed", "", "KRW"),
    ],
)
def test_whatever_quick_entry_reads_is_read(typed: str, amount: str, currency: str) -> None:
    read = with_read_sums(replace(BEFORE, amount=typed), BEFORE)
    assert (read.amount, read.currency) == (amount, currency)


def test_what_is_no_amount_stands_as_typed_and_says_how_to_write_one() -> None:
    read = with_read_sums(replace(BEFORE, amount="plenty"), BEFORE)
    assert read.amount == "plenty"
    reader = Reader()
    assert reader.amount("entries-0-amount", read.amount, read.currency) is None
    assert "387.3 bn JPY" in reader.faults[0].message


def test_a_hedge_and_both_ends_of_a_range_are_taken_with_it_unless_they_were_typed_themselves() -> None:
    read = with_read_sums(replace(BEFORE, amount="about 2 tn won"), BEFORE)
    assert (read.amount, read.hedge) == ("2000000000000", "about")
    assert with_read_sums(replace(BEFORE, amount="about 2 tn won", hedge="up-to"), BEFORE).hedge == "up-to"
    between = with_read_sums(replace(BEFORE, amount="$5-7 bn"), BEFORE)
    assert (between.amount, between.amount_low, between.amount_high, between.currency) == ("5000000000", "5000000000", "7000000000", "USD")


def test_the_field_shows_a_short_form_that_leaves_the_row_as_it_is() -> None:
    assert shown(BEFORE.amount, BEFORE.currency) == "2.1 tn KRW"
    assert (shown("", "KRW"), shown("plenty", "KRW"), shown("1500", "")) == ("", "plenty", "1500")
    assert with_read_sums(replace(BEFORE, amount="2.1 tn KRW"), BEFORE) == BEFORE


def test_another_currency_in_its_own_field_holds_where_the_amount_was_left_alone_and_is_asked_about_where_both_say_another() -> None:
    assert with_read_sums(replace(BEFORE, amount="2.1 tn KRW", currency="JPY"), BEFORE) == replace(BEFORE, currency="JPY")
    both = with_read_sums(replace(BEFORE, amount="2 bn NOK", currency="SEK"), BEFORE)
    assert (both.amount, both.currency) == ("2 bn NOK", "SEK")
    reader = Reader()
    reader.amount("entries-0-amount", both.amount, both.currency)
    assert "is in NOK, and the currency beside it is SEK" in reader.faults[0].message


def test_bounds_and_quoted_dollars_are_read_too() -> None:
    read = with_read_sums(replace(BEFORE, amount_low="1.5 tn", amount_high="3tn won", usd_as_published="$1.4 bn"), BEFORE)
    assert (read.amount_low, read.amount_high, read.usd_as_published) == ("1500000000000", "3000000000000", "1400000000")
    assert with_read_sums(replace(BEFORE, usd_as_published="€1 bn"), BEFORE).usd_as_published == "€1 bn"


@pytest.mark.parametrize(("typed", "number"), [("13000", 13000), ("13,000", 13000), ("13 thousand", 13000), ("1.5 million", 1_500_000)])
def test_a_quantity_is_a_number_with_or_without_a_word_for_its_size(typed: str, number: int) -> None:
    assert Reader().number("quantities-0-value", typed) == number
