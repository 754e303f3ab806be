"""How entries hang together."""

import pytest

from initiatives.ledger.forest import circle_in_words, circles, grow, linked
from tests.initiatives.ledger.statements import said


def test_rivals_are_put_one_after_the_other_by_day_and_then_by_key() -> None:
    entries = [
        said("a", 1),
        said("late", 1, "replaces", "a", day="2026-03"),
        said("early", 1, "replaces", "a", day="2026-01-01"),
        said("twin", 1, "replaces", "a", day="2026-03"),
        said("after-early", 1, "replaces", "early", day="2026-02-01"),
    ]
    assert {entry.key: entry.related_to for entry in linked(entries)} == {
        "a": None, "early": "a", "after-early": "early", "late": "after-early", "twin": "late",
    }  # fmt: skip


def test_linking_aims_at_the_money_and_leaves_the_rest_alone() -> None:
    entries = [
        said("a", 1),
        said("b", 1, "restates", "a"),
        said("c", 1, "replaces", "b"),
        said("d", None, "cancels", "e"),
        said("e", 1, "restates", "c"),
        said("f", 1, "part-of", "b"),
    ]
    assert {entry.key: entry.related_to for entry in linked(entries)} == {"a": None, "b": "a", "c": "a", "d": "c", "e": "c", "f": "b"}
    assert linked(linked(entries)) == linked(entries)


def test_a_unit_is_named_by_its_first_entry_and_led_by_its_newest() -> None:
    forest = grow([said("z", 1), said("a", 2, "replaces", "z"), said("b", 2, "restates", "a"), said("c", 1, "part-of", "b")])
    assert {key: forest.unit_of[key] for key in "zab"} == {"z": "z", "a": "z", "b": "z"}
    assert (forest.head("z"), forest.says["b"], forest.above("c")) == ("a", "a", "z")


def test_every_circle_is_found_once_and_its_tails_are_not_part_of_it() -> None:
    entries = [
        said("a", 1, "part-of", "c"), said("b", 1, "part-of", "a"), said("c", 1, "part-of", "b"),
        said("tail", 1, "part-of", "a"), said("self", 1, "restates", "self"), said("free", 1),
    ]  # fmt: skip
    assert circles(entries) == [["a", "c", "b"], ["self"]]


@pytest.mark.parametrize(
    ("keys", "words"),
    [(["a"], "a → a runs in a circle"), (["a", "b"], "a → b → a runs in a circle"), (list("abcdefg"), "a → b → c → … → g → a runs in a circle")],
)
def test_a_circle_is_said_in_words(keys: list[str], words: str) -> None:
    assert circle_in_words(keys) == words
