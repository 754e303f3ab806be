"""Quotations with their speakers."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.understand.quotes import find_quotes
from initiatives.ingest.values import Context, QuoteClaim, Reading

SECONDS_FOR_A_TRAP = 5


def quotes(text: str) -> list[QuoteClaim]:
    return [claim for claim in find_quotes(text, Reading(), Context()) if claim.direct]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“We build,” said Ona Brekke, the minister.", "We build", "Ona Brekke"),
        ("“We build,” Minister Ona Brekke told the press.", "We build", "Ona Brekke"),
        ("Minister Ona Brekke said: “We build.”", "We build.", "Ona Brekke"),
        ("Minister Ona Brekke said Norway “will not queue for its own machines”.", "will not queue for its own machines", "Ona Brekke"),
        ("And from Chancellor Ona Brekke:\n\n“We build it.”", "We build it.", "Ona Brekke"),
        ("“We build it.” – Minister Ona Brekke", "We build it.", "Ona Brekke"),
        ("According to Minister Ona Brekke, “the machines arrive in spring”.", "the machines arrive in spring", "Ona Brekke"),
        ("“We build,” quipped Professor Jan Holt, beside the minister, Ona Brekke.", "We build", "Jan Holt"),
        ("“We build,” said one official, who asked not to be named.", "We build", None),
    ],
)
def test_a_speaker_is_found_before_after_and_between(text: str, words: str, speaker: str | None) -> None:
    (claim,) = quotes(text)
    assert (claim.evidence.text, claim.speaker) == (words, speaker)


def test_a_split_and_continued_quotation_has_one_speaker() -> None:
    text = "“We began small,” said Ona Brekke, who runs the fund. “We had a shed.\n\n“Now we have a bill.”\n\nIt opened in May."
    assert [(claim.evidence.text, claim.speaker) for claim in quotes(text)] == [
        ("We began small", "Ona Brekke"), ("We had a shed.", "Ona Brekke"), ("Now we have a bill.", "Ona Brekke"),
    ]  # fmt: skip


def test_a_pronoun_means_whoever_was_named_last() -> None:
    text = "Minister Ona Brekke opened the hall. “It is cold in here,” she said."
    assert quotes(text)[0].speaker == "Ona Brekke"


def test_coined_words_are_no_quotations() -> None:
    assert quotes("The “Big Pot”, as it is known, pays for “virtual embassies” and a “campus”.") == []


def test_an_interview_is_read_by_its_labels() -> None:
    text = (
        "Ona Brekke, head of the fund, spoke to us.\n\nQ: Why now of all times?\n\nBrekke: Because the machines are cheap this year.\n\n"
        "Q: And next year?\n\nBrekke: Next year we shall see what they have done."
    )
    assert [claim.speaker for claim in quotes(text)] == ["Ona Brekke", "Ona Brekke"]


def test_reported_speech_is_marked_as_such() -> None:
    claims = find_quotes("The grid will not bear it, warned Ona Brekke, an engineer at Aral Grid.", Reading(), Context())
    assert [(claim.direct, claim.speaker, claim.stance) for claim in claims] == [(False, "Ona Brekke", "cautious")]


@given(st.text(alphabet="“”\"'ABab., :\nsaid"))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for claim in find_quotes(text, Reading(), Context()):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


@pytest.mark.parametrize(
    "piece", ["“a ", "“a” said Bo Li. ", "the minister Bo Li said the fund would pay and ", "Bo Li: “Hello there, my friend.”\n", "it’s ‘so "]
)
def test_a_page_of_one_thing_repeated_costs_seconds_at_most(piece: str) -> None:
    begun = time.process_time()
    find_quotes(piece * (100_000 // len(piece)), Reading(), Context())
    assert time.process_time() - begun < SECONDS_FOR_A_TRAP


def test_an_interview_may_ask_without_a_label() -> None:
    text = (
        "Ona Brekke, head of the fund, spoke to us.\n\nWhy now of all times?\n\nBrekke: Because the machines are cheap this year.\n\n"
        "And what comes next?\n\nBrekke: Next year we shall see what they have done.\n\nBrekke: That is all there is to say."
    )
    assert [claim.speaker for claim in find_quotes(text, Reading(), Context()) if claim.direct] == ["Ona Brekke"] * 3


def test_what_a_sentence_adds_to_its_quotation_is_reported_speech() -> None:
    text = "“It is late,” said Ona Brekke, head of the fund, adding that nobody had yet found the power for it."
    reported = [claim for claim in find_quotes(text, Reading(), Context()) if not claim.direct]
    assert [(claim.speaker, claim.evidence.text) for claim in reported] == [("Ona Brekke", "nobody had yet found the power for it")]


def test_an_opinion_may_be_told_according_to_somebody() -> None:
    text = "The machines will be old before they run, according to Ona Brekke, head of the fund."
    (claim,) = find_quotes(text, Reading(), Context())
    assert (claim.speaker, claim.direct, claim.evidence.text) == ("Ona Brekke", False, "The machines will be old before they run")
