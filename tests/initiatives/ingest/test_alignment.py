"""Offsets of a cleaned text in the text as given."""

from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.alignment import clean_aligned


def test_offsets_lead_back_over_what_was_mended() -> None:
    given_text = "First line.\r\nThe state gave Â£500 million\x00 and €3 bn."
    aligned = clean_aligned(given_text)
    for passage in ("£500 million", "€3 bn"):
        start = aligned.cleaned.text.index(passage)
        first, last = aligned.given_span(start, start + len(passage))
        assert given_text[first:last].replace("Â", "") == passage


@given(st.text(max_size=80))
def test_every_offset_lies_in_the_text_and_they_never_go_back(text: str) -> None:
    aligned = clean_aligned(text)
    offsets = [aligned.given(at) for at in range(len(aligned.cleaned.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)
