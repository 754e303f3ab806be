"""Where an organization stands, and the turns of phrase beside it."""

import pytest

from initiatives.ingest.steps.understand.organizations.phrases import phrases_of
from initiatives.ingest.steps.understand.organizations.standing import lead_in, standing, with_others
from initiatives.ingest.steps.understand.passages import sentences
from initiatives.ingest.values import Span


def test_an_item_of_a_list_hangs_on_the_words_before_the_colon() -> None:
    text = "It is big.\nTaking part are:\n- Harz Tech,\n- Elbe Labs\n\nOthers wait."
    assert lead_in(text, text.index("Elbe")) == "Taking part are:"
    assert lead_in(text, text.index("Others")) == ""


def test_the_sentence_of_a_mention_and_what_it_is_about_are_signs() -> None:
    text = "The plan is new. The Ministry of Tides gives 4 million euros.\n\nMia Berg, professor at Lind University, doubts it."
    groups = ("ministry", "science")
    first, second = (text.index(name) for name in ("Ministry", "Lind"))
    assert {"sentence 2", "house 1", "beside money"} <= standing(text, sentences(text), Span(first, first + 8), groups, 0)
    assert {"house of a speaker", "after a ministry"} <= standing(text, sentences(text), Span(second, second + 4), groups, 1)


def test_each_knows_whether_another_leads() -> None:
    one, two = with_others([{"does steer": 1.0}, {"does join": 1.0}])
    assert "no other leads" in one
    assert "another leads" in two


@pytest.mark.parametrize(
    ("before", "after", "phrase"),
    [
        ("“It is late,” she told the ", ".", "was told"),
        ("The ", " supports the work with EUR 9 million.", "pays for it"),
        ("The ", " holds the purse.", "pays for it"),
        ("The ", " economist Per Ek doubts it.", "is spoken for"),
        ("Ada Lind, lecturer at the ", ", which trains part of the staff, nods.", "is in on it"),
        ("The ", " will administer the scheme.", "sees to it"),
        ("The ministry picked ", " to lead a consortium.", "is to lead"),
    ],
)
def test_turns_of_phrase_are_signs(before: str, after: str, phrase: str) -> None:
    assert phrase in phrases_of(before, after)
