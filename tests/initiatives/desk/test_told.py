"""What the line and the ledger say reaches a person in a person's words."""

import pytest

from initiatives.desk.told import keys_in, said, told


def test_an_entry_is_named_and_not_told_by_its_key() -> None:
    assert told("part of japan-geniac#2", {"japan-geniac#2": "METI's support (21 Dec 2025)"}) == "part of METI's support (21 Dec 2025)"
    assert told("part of japan-geniac#3", {}) == "part of another sum of this article"
    assert keys_in(["part of japan-geniac#2, not of eu-ai#10"]) == {"japan-geniac#2", "eu-ai#10"}


def test_a_day_is_told_in_words() -> None:
    assert told("said on 2025-05-14, not 2025-05-15.", {}) == "said on 14\u00a0May\u00a02025, not 15\u00a0May\u00a02025."


@pytest.mark.parametrize("text", ["https://a.example/2025-05-14/x", "https://a.example/page#2", "2025-13-40", "from 2010-12", "C#2"])
def test_what_is_neither_a_day_nor_a_key_stands_as_it_is(text: str) -> None:
    assert told(text, {}) == text
    assert keys_in([text]) == set()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        ('address: "ftp://x" is not an address of the web.', "The address “ftp://x” is not an address of the web."),
        ("file: choose an OPML file first.", "Choose an OPML file first."),
        ("published: “x” is no day.", "The day of publication “x” is no day."),
        ("no-such.example cannot be found.", "No-such.example cannot be found."),
        ("Nothing was changed: the source is off.", "Nothing was changed: the source is off."),
    ],
)
def test_an_error_of_a_form_is_a_sentence(error: str, sentence: str) -> None:
    assert said(ValueError(error)) == sentence
