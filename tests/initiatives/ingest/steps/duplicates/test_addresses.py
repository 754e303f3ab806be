"""Addresses and hashes of the same article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.duplicates import canonical_address, text_hash
from initiatives.ingest.values import Article


@pytest.mark.parametrize(
    "address",
    [
        "http://www.paper.example/a/",
        "https://paper.example/a?utm_source=x&fbclid=1",
        "https://paper.example:443/a#top",
        "https://amp.paper.example/a/amp",
        "HTTPS://Paper.example/a/index.html",
    ],
)
def test_one_article_has_one_address(address: str) -> None:
    assert canonical_address(address) == "https://paper.example/a"


def test_what_tells_articles_apart_stays() -> None:
    assert canonical_address("https://paper.example/a?id=2&b=1") == "https://paper.example/a?b=1&id=2"
    assert canonical_address("http://paper.example:8080/a") == "https://paper.example:8080/a"


def test_copies_that_differ_in_blanks_case_and_marks_have_one_hash() -> None:
    assert text_hash(Article("The State  pays “€5 m”.\n", "Title")) == text_hash(Article('the state pays "€5 m"', "TITLE"))
    assert text_hash(Article("The state pays €5 m.")) != text_hash(Article("The state pays €6 m."))


@given(st.text())
def test_no_text_breaks_an_address(text: str) -> None:
    assert canonical_address(canonical_address(text)) == canonical_address(text) or "//" in text
