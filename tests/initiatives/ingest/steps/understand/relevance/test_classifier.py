"""A classifier weighs an embedding and keywords, and refuses what it cannot weigh."""

from math import nan

import pytest

from initiatives.ingest.steps.understand.relevance.classifier import DIMENSIONS, Classifier, packed, unpacked

NOTHING = (0.0,) * DIMENSIONS


def weighing(*, keywords: float = 0.0, constant: float = 0.0, first: float = 0.0) -> Classifier:
    return Classifier("made-up", "some-model", (first, *NOTHING[1:], keywords, constant))


def test_keywords_and_embedding_both_move_the_probability() -> None:
    assert weighing().probability(NOTHING, 3.0) == 0.5
    assert weighing(keywords=1.0).probability(NOTHING, 3.0) > 0.9
    assert weighing(first=-9.0).probability((1.0, *NOTHING[1:]), 0.0) < 0.01


def test_keywords_beyond_six_are_no_surer() -> None:
    classifier = weighing(keywords=0.5)
    assert classifier.probability(NOTHING, 6.0) == classifier.probability(NOTHING, 600.0)


@pytest.mark.parametrize("weights", [NOTHING, (*NOTHING, 1.0, nan)])
def test_weights_that_are_too_few_or_no_numbers_are_refused(weights: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="weights: "):
        Classifier("made-up", "some-model", weights)


def test_an_embedding_is_kept_in_768_bytes_and_comes_back_nearly_the_same() -> None:
    embedding = tuple(number / 4000 for number in range(DIMENSIONS))
    assert len(packed(embedding)) == 768
    assert unpacked(packed(embedding)) == pytest.approx(embedding, abs=1e-4)


def test_bytes_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="12 bytes"):
        unpacked(b"\x00" * 12)
