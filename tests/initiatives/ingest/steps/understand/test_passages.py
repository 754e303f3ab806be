"""Cutting a text without a language model."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.understand.passages import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aral Inc. builds it. The U.S. pays.", ["Aral Inc. builds it.", "The U.S. pays."]),
        ("It went to Aral Inc. The rest stays.", ["It went to Aral Inc.", "The rest stays."]),
        ("Dr. Lund spoke. “We go on.” He left.", ["Dr. Lund spoke.", "“We go on.”", "He left."]),
        ("Sum: 1.5 billion kroner. Done!", ["Sum: 1.5 billion kroner.", "Done!"]),
        ("一兆円。次の文。", ["一兆円。", "次の文。"]),
        ("• One thing\n• Another thing\n\nA paragraph\nthat is wrapped.", ["• One thing", "• Another thing", "A paragraph\nthat is wrapped."]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_lines_are_paragraphs_where_no_blank_line_stands() -> None:
    assert len(paragraphs("One.\nTwo.\nThree.")) == 3
    assert len(paragraphs("One\nstill one.\n\nTwo.")) == 2


@given(st.text())
def test_any_text_is_cut_in_order_and_without_overlap(text: str) -> None:
    spans = sentences(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[span.start : span.end].strip() for span in spans)
