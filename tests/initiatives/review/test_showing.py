"""Each field of a sum stands beside the words that it was read from."""

from dataclasses import replace
from typing import Any

import pytest

from initiatives.review.decision import Words
from initiatives.review.showing import words_of
from tests.initiatives.review.test_decision import SUM


def shown(text: str, figure: str, published: str = "2026-03-04", **fields: Any) -> dict[str, str]:
    start = text.index(figure)
    entry = replace(SUM, **{"origin": "unknown", "announced_on": published, **fields}, words=Words(start, start + len(figure), figure))
    return {field: words.text for field, words in words_of(text, entry, published).items()}


@pytest.mark.parametrize(
    ("text", "figure", "field", "value", "expected"),
    [
        ("The ministry will spend up to 5 billion kroner on chips.", "5 billion kroner", "hedge", "up-to", "up to"),
        ("Norway has 2 billion kroner in public funding for models.", "2 billion kroner", "origin", "public", "public"),
        ("The state pledged 2 billion kroner for models.", "2 billion kroner", "stage", "pledged", "pledged"),
        ("Parliament approved 2 billion kroner for models.", "2 billion kroner", "stage", "budgeted", "Parliament approved"),
        ("It pays 2 billion kroner from 2026 to 2030 for models.", "2 billion kroner", "period", "2026-2030", "2026 to 2030"),
    ],
)
def test_a_field_is_shown_with_the_words_that_say_it(text: str, figure: str, field: str, value: str, expected: str) -> None:
    assert expected in shown(text, figure, **{field: value}).get(field, "")


def test_the_words_are_no_longer_than_they_must_be() -> None:
    text = "Long after the summit had ended in the north, the cabinet pledged 2 billion kroner for models that speak its languages."
    assert shown(text, "2 billion kroner", stage="pledged")["stage"] == "pledged"


def test_what_no_word_says_has_no_words() -> None:
    assert shown("There are 2 billion kroner for models.", "2 billion kroner") == {}


def test_a_value_that_an_editor_chose_has_no_words_of_the_article() -> None:
    assert "stage" not in shown("The state pledged 2 billion kroner.", "2 billion kroner", stage="committed")


def test_words_of_another_sentence_are_not_taken() -> None:
    text = "Others pledged much. Norway has 2 billion kroner for models. Sweden pledged more."
    assert "stage" not in shown(text, "2 billion kroner", stage="pledged")


def test_passages_are_stretches_of_the_text() -> None:
    text = "First line.\nThe state pledged up to 2 billion kroner in grants for models."
    start = text.index("2 billion kroner")
    entry = replace(SUM, stage="pledged", hedge="up-to", instrument="grant", words=Words(start, start + 16, "2 billion kroner"))
    found = words_of(text, entry, None)
    assert found
    assert all(text[words.start : words.end] == words.text for words in found.values())
