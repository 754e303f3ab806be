"""Three outcomes, from keywords alone or with a classifier; a clear hit of the keywords stays in sight."""

from dataclasses import replace

import pytest

from initiatives.ingest.steps.understand.relevance import KEYWORDS, Classifier, Relevance, judge
from initiatives.ingest.steps.understand.relevance.classifier import DIMENSIONS
from initiatives.ingest.values import Article

NOWHERE = (0.0,) * DIMENSIONS
STATE_AI = Article(
    "The government will spend 900 million pounds on artificial intelligence. The ministry builds a national AI centre. "
    "Parliament approved the AI fund.",
    "Government funds national AI centre",
)
GARDEN = Article("Prune the roses before the first frost, and cover the roots.", "Roses in winter")


def always(constant: float) -> Classifier:
    return Classifier("made-up-7", "some-model", (*NOWHERE, 0.0, constant))


@pytest.mark.parametrize(("constant", "verdict"), [(3.0, "yes"), (-0.5, "maybe"), (-3.0, "no")])
def test_a_classifier_has_three_outcomes_and_signs_its_judgement(constant: float, verdict: str) -> None:
    judged = judge(Article("The council opened a new bridge.", "Bridge"), NOWHERE, always(constant))
    assert (judged.verdict, judged.version) == (verdict, "made-up-7")


def test_without_embedding_or_classifier_the_keywords_judge() -> None:
    assert judge(STATE_AI, None, always(-9.0)) == judge(STATE_AI, NOWHERE, None) == judge(STATE_AI)
    assert (judge(STATE_AI).verdict, judge(STATE_AI).version) == ("yes", KEYWORDS)


def test_no_classifier_puts_a_clear_hit_of_the_keywords_away() -> None:
    longer = replace(STATE_AI, text=f"{STATE_AI.text} {STATE_AI.text}")
    assert judge(longer, NOWHERE, always(-9.0)).verdict == "maybe"


def test_a_passing_mention_of_ai_late_in_a_text_about_something_else_is_no_hit() -> None:
    told = "The government invests 2 billion in a dam. The ministry names the builder. Parliament voted the budget. Work begins in May. "
    asked = "Asked whether an AI centre would use the power, the minister of the state laughed about the AI plans. "
    assert judge(Article(told * 2 + asked, "Dam gets public money")).verdict != "yes"


def test_any_text_is_judged() -> None:
    for text in ("", "\x00", "🌊" * 500, "AI " * 5000, "«" * 5000):
        assert isinstance(judge(Article(text)), Relevance)
    assert judge(GARDEN).verdict == "no"
