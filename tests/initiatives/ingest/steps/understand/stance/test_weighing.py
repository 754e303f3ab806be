"""Who speaks and the words, weighed into a stance."""

import pytest

from initiatives.ingest.steps.understand.stance import judge
from initiatives.ingest.steps.understand.stance.signs import shows_anything, side_of, signs_of
from initiatives.ingest.steps.understand.stance.weighing import ORDER, weigh
from tests.initiatives.ingest.steps.understand.stance.learning import learn, own, right_share


def test_stances_are_right_on_quotations_that_were_not_learned_from() -> None:
    given = own()
    assert right_share(learn([one for index, one in enumerate(given) if index % 5]), given[::5]) >= 65


def test_the_weights_are_those_of_signs_that_still_exist() -> None:
    assert all(weigh({sign: 1.0})[0] in ORDER for signs, _, _ in own() for sign in signs)
    assert sum(weigh(signs)[0] == stance for signs, stance, _ in own()) >= 0.7 * len(own())


@pytest.mark.parametrize(
    ("title", "affiliation", "actor", "takes_part", "around", "side"),
    [
        ("opposition spokeswoman", "", "official", False, "", "politician"),
        ("MP for the ruling party", "", "official", False, "", "official"),
        ("chair", "Union of Dock Workers", "executive", False, "", "interested"),
        ("", "", "other", False, "Ona Brekke, who teaches law,", "academic"),
        ("professor", "", "academic", True, "", "part, scholar"),
        ("rector", "", "academic", True, "", "part"),
        ("", "", "other", False, "", "other"),
    ],
)
def test_who_speaks_is_told_by_what_the_text_says_of_them(title: str, affiliation: str, actor: str, takes_part: bool, around: str, side: str) -> None:
    assert side_of(title, affiliation, actor, takes_part, around) == side


def test_a_plain_fact_shows_nothing() -> None:
    assert not shows_anything(signs_of("It stands in a hall", "analyst", "said"))
    assert shows_anything(signs_of("It stands in a hall", "analyst", "warned"))


def test_who_only_looks_on_is_not_judged_by_who_they_are() -> None:
    assert judge("It stands in a hall", "analyst", actor="analyst").stance == "unclear"


def test_a_weighed_stance_says_what_weighs() -> None:
    judged = judge("They have bought ships and not a single sailor.", "opposition MP", actor="official")
    assert judged.stance == "critical"
    assert judged.reason
