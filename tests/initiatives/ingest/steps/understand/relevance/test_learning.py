"""What was decided moves the classifier, evenly for both answers, and what is worse is seen."""

import random

import pytest

from initiatives.ingest.steps.understand.relevance.classifier import DIMENSIONS
from initiatives.ingest.steps.understand.relevance.learning import Example, Figures, figures, is_worse, train


def example(relevant: bool, seed: int, keywords: float = 0.0) -> Example:
    chance = random.Random(seed)
    side = 0.3 if relevant else -0.3
    return Example((side, *(chance.gauss(0, 0.05) for _ in range(DIMENSIONS - 1))), keywords, relevant)


def examples(relevant: int, other: int) -> list[Example]:
    return [example(True, seed) for seed in range(relevant)] + [example(False, 1000 + seed) for seed in range(other)]


def test_articles_that_were_not_seen_are_told_apart() -> None:
    classifier = train(examples(30, 30), "made-up", "some-model")
    unseen = [example(True, 5000), example(False, 5001), example(True, 5002), example(False, 5003)]
    assert figures(classifier, unseen) == Figures(right=1.0, found=1.0, false_alarms=0.0, held_back=4)


def test_many_decisions_of_one_kind_do_not_outvote_the_other() -> None:
    classifier = train(examples(60, 6), "made-up", "some-model")
    between = (0.0,) * DIMENSIONS
    assert 0.3 < classifier.probability(between, 0.0) < 0.7


def test_the_same_examples_give_the_same_weights() -> None:
    assert train(examples(8, 8), "made-up", "some-model") == train(examples(8, 8), "made-up", "some-model")


@pytest.mark.parametrize("one_sided", [[], examples(5, 0), examples(0, 5)])
def test_examples_of_one_kind_teach_nothing(one_sided: list[Example]) -> None:
    with pytest.raises(ValueError, match="at least one article of each kind"):
        train(one_sided, "made-up", "some-model")


def test_what_finds_less_or_is_right_less_often_is_worse() -> None:
    before = Figures(right=0.9, found=0.9, false_alarms=0.1, held_back=50)
    assert is_worse(Figures(0.88, 0.95, 0.0, 50), before)
    assert is_worse(Figures(0.92, 0.8, 0.0, 50), before)
    assert not is_worse(Figures(0.9, 0.9, 0.1, 50), before)
    assert not is_worse(Figures(0.1, 0.1, 0.9, 50), Figures(None, None, None, 50))
