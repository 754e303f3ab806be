"""A text of a sentence or two is judged by what it says, where counting words says nothing."""

import pytest

from initiatives.ingest.steps.understand.relevance import judge
from initiatives.ingest.steps.understand.relevance.pointed import is_pointed
from initiatives.ingest.values import Article
from tests.initiatives.ingest.steps.understand.relevance.test_judgement import NOWHERE, always

SURE_MISS = always(-9.0)


@pytest.mark.parametrize(
    "text",
    [
        "Japan will spend 1 trillion yen on AI.",
        "Canada's budget allocates $1.76 billion to strengthen its AI sector.",
        "The council will fund an AI hub with CHF 80 million.",
        "Nairobi has set aside 12 billion shillings for artificial intelligence.",
        "Brussels puts 20 billion euros into AI gigafactories.",
        "Seoul to buy 20,000 GPUs, worth 1.6 trillion won.",
        "Estonia adopts an artificial intelligence strategy.",
        "The ministry pledged EUR 35 million for AI safety testing.",
    ],
)
def test_a_state_that_does_something_for_ai_in_one_sentence_is_a_hit(text: str) -> None:
    assert judge(Article(text)).verdict == "yes"
    assert judge(Article(text), NOWHERE, SURE_MISS).verdict == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "The start-up raised $80 million in a Series B round for its AI sales tools.",
        "Japan will spend 1 trillion yen on roads.",
        "OpenAI will spend $1 billion on chips.",
        "Canada's Cohere is worth 5 billion dollars after its AI launch.",
        "Analysts expect AI revenue of $4 billion at the French chip maker.",
        "The mayor opened a new bridge.",
        "",
    ],
)
def test_what_no_state_does_for_ai_is_none(text: str) -> None:
    assert not is_pointed(Article(text))


def test_a_longer_text_that_begins_so_is_doubtful_at_least() -> None:
    told = "Japan will spend 1 trillion yen on AI. " + "The festival of the town drew many visitors this year. " * 8
    assert judge(Article(told), NOWHERE, SURE_MISS).verdict == "maybe"


def test_a_headline_and_its_first_sentence_say_it_together() -> None:
    assert judge(Article("The council will fund a hub with CHF 80 million.", "Council funds AI hub"), NOWHERE, SURE_MISS).verdict == "yes"
    assert not is_pointed(Article("The council will fund a hub with CHF 80 million.", "Council funds sports hub"))
