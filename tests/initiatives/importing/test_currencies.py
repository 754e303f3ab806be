"""Currencies by their names in the cells of a file."""

import pytest

from initiatives.importing.currencies import in_words, likeliest, meant


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EURO", "EUR"), ("euros", "EUR"), ("€", "EUR"), ("eur", "EUR"), ("US dollars", "USD"), ("US$", "USD"), ("yen", "JPY"), ("円", "JPY"),
        ("RMB", "CNY"), ("rmb", "CNY"), ("yuan", "CNY"), ("Indian rupees", "INR"), ("Swiss francs", "CHF"), ("pounds sterling", "GBP"),
    ],
)  # fmt: skip
def test_a_name_that_means_one_currency_is_its_code(text: str, code: str) -> None:
    assert meant(text) == {code}


@pytest.mark.parametrize(("text", "usual"), [("dollars", "USD"), ("Rs", "INR"), ("kr", "SEK"), ("¥", "JPY"), ("pesos", "")])
def test_a_name_that_means_several_is_none_of_them_though_one_may_be_offered(text: str, usual: str) -> None:
    assert len(meant(text)) > 1
    assert likeliest(text) == usual


@pytest.mark.parametrize("text", ["billion", "foo", "", "€ and more"])
def test_other_words_are_no_currency(text: str) -> None:
    assert not meant(text)


def test_many_are_named_by_the_first_few() -> None:
    assert in_words(meant("¥")) == "CNY or JPY"
    assert in_words(meant("dollars")).startswith("USD, AUD, ")
