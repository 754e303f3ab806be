"""Turns of phrase around a name say what is done, whichever words say it."""

import time

import pytest

from initiatives.ingest.steps.understand.organizations.turns import turns_of


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        ("The ", " will meet half the bill.", "pays"),
        ("The rest is borne by the ", ".", "pays"),
        ("", " has agreed to lend $120 million.", "pays"),
        ("Computing time is rented from ", ".", "supplies"),
        ("", "’s newest processors arrive in May.", "supplies"),
        ("The machines stand with ", " in the harbour.", "runs"),
        ("", " looks after the halls.", "runs"),
        ("The strategy was drawn up by the ", ".", "leads"),
        ("", " advised on the text.", "helps"),
        ("The ministry has picked ", " and two others.", "chosen"),
        ("The editor told ", " so.", "aside"),
        ("", " had withdrawn from the tender.", "aside"),
        ("Fabrication goes to ", ", since nobody at home can do it.", "works for it"),
        ("", " laid the fibre.", "makes it"),
        ("The day-to-day running has been handed to ", ".", "is handed it"),
        ("The contract was certified by the ", ".", "licenses it"),
        ("", " came second and has not appealed.", "stays out"),
        ("", " a further $90 million.", "a further sum"),
        ("", " cleaned the tables.", "does its work"),
    ],
)
def test_a_turn_says_what_is_done(before: str, after: str, turn: str) -> None:
    assert f"either way {turn}" in turns_of(before, after)


def test_lending_staff_is_helping_and_not_paying() -> None:
    turns = turns_of("", " lends staff to the project.")
    assert "either way helps" in turns
    assert "either way pays" not in turns


def test_a_plain_sentence_shows_nothing() -> None:
    assert turns_of("", " stood beside the door.") == set()


def test_endless_lists_of_names_cost_no_time() -> None:
    names = "Aral Fund and the Bank of Mersin, " * 200
    begun = time.process_time()
    turns_of(f"It is funded by {names}", f" and {names}")
    assert time.process_time() - begun < 0.5
