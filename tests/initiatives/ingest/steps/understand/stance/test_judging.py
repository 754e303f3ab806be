"""How a speaker stands towards an initiative."""

import pytest

from initiatives.ingest.steps.understand.stance import judge
from initiatives.ingest.steps.understand.stance.judging import speaks_for_others


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("This is a necessary step, and it is the only way to keep our engineers.", "supportive"),
        ("Its success will depend on who is allowed to look inside.", "cautious"),
        ("Throwing money at it does not guarantee anything; it is a vanity project.", "critical"),
        ("The office has had no proposal of the kind.", "neutral"),
        ("The meeting was on a Tuesday.", "unclear"),
        ("This had nothing to do with the supplier.", "neutral"),
        ("Where is the electricity for it coming from?", "critical"),
        ("It is a press release that nobody has checked.", "critical"),
    ],
)
def test_words_decide_where_they_show_something(words: str, stance: str) -> None:
    assert judge(words).stance == stance


def test_who_answers_for_the_initiative_supports_it_where_words_show_nothing() -> None:
    judged = judge("The meeting was on a Tuesday.", takes_part=True)
    assert judged.stance == "supportive"
    assert judged.reason is not None


def test_the_texts_own_verb_counts() -> None:
    assert judge("It was a Tuesday.", around="scoffed the economist").stance == "critical"
    assert judge("It was a Tuesday.", around="she warned").stance == "cautious"


def test_a_judgement_gives_its_reason() -> None:
    assert judge("This is a vanity project.").reason == "says “vanity”"


def test_a_council_of_unions_is_no_house_of_the_state() -> None:
    beside = "Its assistant secretary said so for the Australian Council of Trade Unions."
    assert speaks_for_others("assistant secretary", None, beside)
    assert not speaks_for_others("minister", "Council for Machines", "The minister said so in the council.")
