"""Copies are found whatever was done to them, and reports in the same phrases about other matters are not taken for copies."""

import random
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.duplicates import Text, bands, likeness, text_of
from tests.initiatives.ingest.steps.duplicates import articles

LEAST_FOUND = 0.98
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


@pytest.mark.slow
@pytest.mark.parametrize("made", [articles.wire, articles.cut, articles.edited])
def test_a_copy_is_among_those_compared_and_confirmed(reports: list[str], made: Callable[[str, random.Random], str]) -> None:
    dice, texts = random.Random(5), [text_of(report) for report in reports]
    stored = [bands(text.shingles) for text in texts]
    found = [is_found(index, text_of(made(report, dice)), texts, stored) for index, report in enumerate(reports)]
    assert sum(found) / len(found) >= LEAST_FOUND


def is_found(index: int, copy: Text, texts: list[Text], stored: list[tuple[int, ...]]) -> bool:
    """Whether the text at the index is among those with the most bands in common, and is confirmed."""
    asked = bands(copy.shingles)
    shared = [sum(one == other for one, other in zip(asked, each, strict=True)) for each in stored]
    compared = sorted((place for place, count in enumerate(shared) if count), key=lambda place: -shared[place])[:MOST_COMPARED]
    return index in compared and likeness(copy, texts[index]) is not None


@pytest.mark.slow
def test_different_reports_are_never_taken_for_copies(reports: list[str]) -> None:
    texts = [text_of(report) for report in reports]
    pairs = list(combinations(range(len(texts)), 2))
    assert len(pairs) > 20_000
    assert [(reports[one][:80], reports[other][:80]) for one, other in pairs if likeness(texts[one], texts[other]) is not None] == []


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
