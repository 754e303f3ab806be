"""Marks of currencies and sums in words."""

from decimal import Decimal

import pytest

from initiatives.names.currencies import CURRENCIES, in_words, mark_of


def test_the_currencies_of_the_record_have_marks_of_their_own() -> None:
    assert [mark_of(code) for code in ("JPY", "CNY", "CAD", "TWD", "BRL")] == ["¥", "CN¥", "C$", "NT$", "R$"]
    marks = [currency.mark for currency in CURRENCIES.values()]
    assert len(marks) == len(set(marks))


@pytest.mark.parametrize(
    ("amount", "code", "words"),
    [
        ("1e12", "JPY", "¥1 tn"),
        ("6340000000", "USD", "$6.34 bn"),
        ("250000000", "AED", "AED 250 m"),
        ("72500000000", "JPY", "¥72.5 bn"),
        ("950", "EUR", "€950"),
    ],
)
def test_a_sum_is_said_to_three_digits(amount: str, code: str, words: str) -> None:
    assert in_words(Decimal(amount), code) == words
