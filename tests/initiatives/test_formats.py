"""Numbers, sums and days as a reader sees them."""

from decimal import Decimal

import pytest

from initiatives import formats


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "$0"),
        ("55.3", "$55.3"),
        ("0.4", "$0.400"),
        ("0.0314159", "$0.0314"),
        ("56400", "$56,400"),
        ("999600", "$1.00 m"),
        ("999500000", "$1.00 bn"),
        ("8581000000", "$8.58 bn"),
        ("83000000000", "$83.0 bn"),
        ("313900000000", "$314 bn"),
        ("9996000000", "$10.0 bn"),
        ("2356700000000", "$2.36 tn"),
        ("-1930000000000", "−$1.93 tn"),
    ],
)
def test_sums_have_three_figures_and_say_bn_and_tn(amount: str, words: str) -> None:
    assert formats.money(Decimal(amount), "USD").replace(formats.NO_BREAK, " ") == words


def test_a_sum_never_breaks_over_two_lines() -> None:
    assert " " not in formats.money(Decimal(10**12), "JPY") + formats.money(Decimal(10**12), "AED")


def test_undisclosed_is_a_word_and_never_a_zero() -> None:
    assert formats.money(None, "USD") == formats.published(None, "JPY") == formats.money_in_full(None, "EUR") == "undisclosed"


def test_a_published_round_number_keeps_its_own_digits() -> None:
    assert formats.published(Decimal(10**12), "JPY") == "¥1\u00a0tn"
    assert formats.published(Decimal("387300000000"), "JPY") == "¥387.3\u00a0bn"
    assert formats.published(Decimal("6360032582"), "USD") == "$6.36\u00a0bn"


def test_a_mark_made_of_letters_stands_apart() -> None:
    assert formats.money(Decimal(5 * 10**9), "AED") == "AED\u00a05.00\u00a0bn"


def test_all_digits_show_the_minor_unit_only_where_there_is_one() -> None:
    assert formats.money_in_full(Decimal("1000000000000"), "JPY") == "¥1,000,000,000,000"
    assert formats.money_in_full(Decimal("12.5"), "USD") == "$12.50"


def test_a_hedge_stands_in_front_and_an_exact_sum_alone() -> None:
    assert formats.hedged("¥1\u00a0tn", "up-to") == "up to\u00a0¥1\u00a0tn"
    assert formats.hedged("¥1\u00a0tn", "exact") == "¥1\u00a0tn"
    assert formats.hedged(formats.UNDISCLOSED, "about") == "undisclosed"


@pytest.mark.parametrize(("share", "words"), [
        ("41.3", "41.3 %"),
        ("0.1639", "0.164 %"), ("0.2", "0.200 %"), ("9", "9.00 %"), ("9.999", "10.0 %"), ("99.97", "100 %"), ("0.004", "under 0.01 %"),
        ("0", "0 %"), (None, "no figure"),
    ],
)  # fmt: skip
def test_shares_have_three_figures(share: str | None, words: str) -> None:
    assert formats.percent(None if share is None else Decimal(share)).replace(formats.NO_BREAK, " ") == words


def test_lists_ordinals_and_counts_read_as_english() -> None:
    assert formats.listed(["Japan"]) == "Japan"
    assert formats.listed(["Japan", "Korea", "Chile"]) == "Japan, Korea and Chile"
    assert [formats.ordinal(number) for number in (1, 2, 3, 11, 22, 113)] == ["1st", "2nd", "3rd", "11th", "22nd", "113th"]
    assert formats.counted(1, "entry", "entries") == "1\u00a0entry"
    assert formats.counted(1329, "article") == "1,329\u00a0articles"


def test_days_keep_their_precision() -> None:
    assert formats.day("2025-12-21") == "21\u00a0Dec\u00a02025"
    assert formats.day("2025") == "2025"
    assert formats.day(None) == formats.day("") == "day unknown"


def test_a_sum_without_a_currency_is_a_number() -> None:
    assert formats.published(Decimal(2025), "") == "2,025"


def test_what_was_typed_and_is_no_day_stands_as_typed() -> None:
    assert formats.day("2025-02-30") == "2025-02-30"
    assert formats.day("<soon>") == "<soon>"


def test_a_published_share_keeps_its_own_digits() -> None:
    assert formats.published_percent(Decimal("50.00")) == "50\u00a0%"
    assert formats.published_percent(Decimal("33.3333")) == "33.3\u00a0%"


def test_small_numbers_stand_in_letters() -> None:
    assert [formats.in_letters(number) for number in (0, 2, 12, 13, 1200)] == ["no", "two", "twelve", "13", "1,200"]
