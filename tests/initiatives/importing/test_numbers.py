"""Numbers with a decimal point or comma."""

from decimal import Decimal

import pytest

from initiatives.importing import numbers


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("1.250.000,50", ",", "1250000.50"), ("1,250,000.50", ".", "1250000.50"), ("1250000.5", ".", "1250000.5"), ("1 250 000,5", ",", "1250000.5"),
        ("1\u202f250\u202f000", ".", "1250000"), ("1'250'000.5", ".", "1250000.5"), ("1,03,72,00,000", ".", "1037200000"), ("0,5", ",", "0.5"),
        ("1.250", ",", "1250"), ("1.250", ".", "1.250"),
    ],
)  # fmt: skip
def test_a_number_is_read_under_its_mark(text: str, mark: str, value: str) -> None:
    assert numbers.read(text, mark) == Decimal(value)


@pytest.mark.parametrize("text", ["1.2.3,4", "1,25,0.5", "abc", "", "1e9", "--5", "NaN"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert numbers.marks_of(text) == frozenset()


def test_one_clear_number_settles_the_mark_of_a_file() -> None:
    assert numbers.settled(["1.250", "7", "1,5"]) == {","}
    assert numbers.settled(["1,5", "1.250,50", "1,250.5"]) == frozenset()


def test_only_some_numbers_can_be_two() -> None:
    assert numbers.matters("1.250")
    assert not numbers.matters("1250")
    assert not numbers.matters("1250.5")
