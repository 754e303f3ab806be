"""An article is cut into marked pieces without losing a letter."""

from hypothesis import given
from hypothesis import strategies as st

from initiatives.desk.passages import Mark, paragraphs

TEXT = "Norland pays 5 million krone.\n\nThe minister is glad."


def test_a_passage_stands_marked_with_its_number_behind_it() -> None:
    first, second = paragraphs(TEXT, [Mark(13, 28, "money", 1, "entries-0")])
    assert [(piece.text, piece.kinds) for piece in first] == [("Norland pays ", ""), ("5 million krone", "money"), (".", "")]
    assert [mark.number for mark in first[1].ends] == [1]
    assert second[0].text == "The minister is glad."


def test_passages_that_overlap_share_their_common_piece() -> None:
    (line,) = paragraphs("abcdef", [Mark(0, 4, "money", 1, "a"), Mark(2, 6, "quote", 2, "b")])
    assert [(piece.text, piece.kinds) for piece in line] == [("ab", "money"), ("cd", "money quote"), ("ef", "quote")]
    assert line[1].rows == "a b"


marks = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Mark(min(pair), max(pair), "money", 1, "a")))


@given(st.text(max_size=60), marks)
def test_every_letter_of_a_line_stands_in_exactly_one_piece(text: str, found: list[Mark]) -> None:
    lines = ["".join(piece.text for piece in line) for line in paragraphs(text, found)]
    assert lines == [line for line in text.split("\n") if line.strip()]
