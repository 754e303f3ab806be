"""Words between quotation marks of every style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.ingest.steps.understand.quotes.marks import find_quoted


def words(text: str) -> list[str]:
    return [text[quoted.words.start : quoted.words.end] for quoted in find_quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One thing,” he said.", ["One thing"]),
        ('"One thing," he said.', ["One thing"]),
        ("‘It’s the ministers’ plan,’ he said.", ["It’s the ministers’ plan"]),
        ("„Wir warten“, sagte er.", ["Wir warten"]),
        ("« Un pari », dit-elle.", ["Un pari"]),
        ("「進める」と述べた。", ["進める"]),
        ("He said “we shouldn‘t wait” and left.", ["we shouldn‘t wait"]),
        ("“Outer ‘inner’ words.”", ["Outer ‘inner’ words."]),
        ("“First.\n\n“Second.”", ["First.", "Second."]),
        ("“First.\n\nSecond.”", ["First.", "Second."]),
        ("A mark “ that is never closed", []),
        ("the companies' plan and the '90s", []),
    ],
)
def test_marks_of_every_style_are_read(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_later_paragraph_continues_the_first() -> None:
    assert [quoted.continues for quoted in find_quoted("“First.\n\n“Second.”")] == [False, True]


@given(st.text(alphabet="“”‘’\"'«» \nab.,"))
def test_marks_in_any_order_are_read_without_a_fault(text: str) -> None:
    for quoted in find_quoted(text):
        assert 0 <= quoted.outer.start <= quoted.words.start <= quoted.words.end <= quoted.outer.end <= len(text)
