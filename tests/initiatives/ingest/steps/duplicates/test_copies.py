"""Copies are found whatever was done to them, and reports in the same phrases about other matters are not taken for copies."""

import random
from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from initiatives.ingest.steps.duplicates import Text, bands, likeness, text_of
from tests.initiatives.ingest.steps.duplicates import articles
from tests.initiatives.ingest.steps.duplicates.matters import MATTERS

LEAST_FOUND = 0.99
MOST_COMPARED = 40  # as many as are fetched when a new article comes in
SUMMARY = "{} will spend {} on an institute for artificial intelligence in {}, the science minister said on Monday, adding that calls open in spring."
NORWAY = SUMMARY.format("Norway", "EUR 400 million", "Trondheim")
JAPANESE = (
    "経済産業省は国産の人工知能の基盤モデルの開発に五年間で一兆円を支援する方針を固めた。"
    "ソフトバンクなど十社余りが新会社を設立し、北海道などにデータセンターを整備する。"
)
OTHER_JAPANESE = (
    "文部科学省は大学の研究者が使う計算機の共同利用を広げるため来年度の予算案に百億円を盛り込んだ。"
    "人工知能の人材を育てる課程も全国の二十校に新しく設けるという。"
)


@pytest.fixture(scope="module")
def reports() -> list[str]:
    return articles.articles()


@pytest.fixture(scope="module")
def briefs(reports: list[str]) -> list[str]:
    dice = random.Random(3)
    return [articles.brief(report, dice) for report in reports] + [told for matter in MATTERS for told in matter]


@pytest.mark.slow
@pytest.mark.parametrize("length", ["reports", "briefs"])
@pytest.mark.parametrize("made", [articles.wire, articles.cut, articles.edited, articles.edited_hard])
def test_a_copy_is_among_those_compared_and_confirmed(request: pytest.FixtureRequest, length: str, made: Callable[[str, random.Random], str]) -> None:
    stored: list[str] = request.getfixturevalue(length)
    dice, texts = random.Random(5), [text_of(report) for report in stored]
    kept = np.array([bands(text.shingles) for text in texts])
    found = [is_found(index, text_of(made(report, dice)), texts, kept) for index, report in enumerate(stored)]
    assert sum(found) / len(found) >= LEAST_FOUND


def is_found(index: int, copy: Text, texts: list[Text], kept: NDArray[np.int64]) -> bool:
    """Whether the text at the index is among those with the most bands in common, and is confirmed."""
    shared = (kept == np.array(bands(copy.shingles))).sum(axis=1)
    compared = [place for place in np.argsort(-shared, kind="stable")[:MOST_COMPARED] if shared[place]]
    return index in compared and likeness(copy, texts[index]) is not None


@pytest.mark.slow
@pytest.mark.parametrize("length", ["reports", "briefs"])
def test_different_reports_are_never_taken_for_copies(request: pytest.FixtureRequest, length: str) -> None:
    assert taken_for_copies(request.getfixturevalue(length)) == []


@pytest.mark.slow
def test_edited_reports_are_never_taken_for_copies_of_others(briefs: list[str]) -> None:
    dice = random.Random(7)
    assert taken_for_copies([articles.edited(report, dice) for report in briefs]) == []


def taken_for_copies(stored: list[str]) -> list[tuple[str, str]]:
    """The beginnings of every two reports that would be put together, of all pairs."""
    texts = [text_of(report) for report in stored]
    pairs = list(combinations(range(len(texts)), 2))
    assert len(pairs) > 20_000
    return [(stored[one][:80], stored[other][:80]) for one, other in pairs if likeness(texts[one], texts[other]) is not None]


@pytest.mark.parametrize("matter", MATTERS, ids=lambda matter: matter[0][:20])
def test_reports_of_one_matter_by_different_reporters_are_no_copies(matter: tuple[str, ...]) -> None:
    """They share names, numbers and quoted words."""
    assert [likeness(text_of(one), text_of(other)) for one, other in combinations(matter, 2)] == [None] * 3


@pytest.mark.parametrize("report", [matter[0] for matter in MATTERS], ids=lambda report: report[:20])
@pytest.mark.parametrize("made", [articles.wire, articles.cut, articles.edited])
def test_a_short_report_is_found_in_each_of_its_copies(report: str, made: Callable[[str, random.Random], str]) -> None:
    copies = [made(report, random.Random(seed)) for seed in range(20)]
    assert [copy for copy in copies if likeness(text_of(copy), text_of(report)) is None] == []


def test_a_cut_in_the_middle_of_a_word_or_a_day_in_a_dateline_is_no_other_fact() -> None:
    report = MATTERS[0][0]
    assert likeness(text_of("OSLO, Nov 24 — " + report[:290]), text_of(report)) is not None


def test_a_summary_of_another_matter_is_no_copy_of_a_longer_report_in_the_same_words() -> None:
    longer = f"{SUMMARY.format('Sweden', 'EUR 400 million', 'Uppsala')} {MATTERS[3][1]}"
    assert likeness(text_of(NORWAY), text_of(longer)) is None
    assert likeness(text_of(NORWAY), text_of(f"{NORWAY} {MATTERS[3][1]}")) == 1


@pytest.mark.parametrize(
    "other",
    [
        SUMMARY.format("Norway", "EUR 450 million", "Trondheim"),
        SUMMARY.format("Sweden", "EUR 400 million", "Trondheim"),
        SUMMARY.format("Norway", "EUR 400 million", "Bergen"),
    ],
    ids=["another sum", "another country", "another town"],
)
def test_summaries_in_the_same_words_with_another_fact_are_two(other: str) -> None:
    assert likeness(text_of(NORWAY), text_of(other)) is None


def test_a_summary_with_a_dateline_is_a_copy() -> None:
    assert likeness(text_of(NORWAY), text_of(f"OSLO, 23 November (Wire) - {NORWAY}")) == 1


def test_a_script_without_blanks_is_compared_by_its_characters() -> None:
    copy = f"【東京】{JAPANESE[:60]}関係者が明らかにした。"
    assert (likeness(text_of(JAPANESE), text_of(copy)) or 0) > 0.5
    assert set(bands(text_of(JAPANESE).shingles)) & set(bands(text_of(copy).shingles))
    assert likeness(text_of(JAPANESE), text_of(OTHER_JAPANESE)) is None


@pytest.mark.parametrize("text", ["", " ", "AI", "two words", "—…—", "\ud800", "a" * 300_000, "1." * 100_000, "A " * 100_000, "." * 200_000])
def test_a_text_with_nothing_to_compare_is_no_copy_of_anything(text: str) -> None:
    assert likeness(text_of(text), text_of(NORWAY)) is None
    assert likeness(text_of(text), text_of("")) is None


@given(st.text(max_size=400), st.text(max_size=400))
def test_likeness_does_not_ask_which_came_first(one: str, other: str) -> None:
    assert likeness(text_of(one), text_of(other)) == likeness(text_of(other), text_of(one))
