"""Words over columns that have room, and none that have not."""

from dashboard.figures.word_room import shifts


def test_words_of_high_columns_have_room_first() -> None:
    assert list(shifts([(1, "98.6"), (0, "97.0")], [97.0, 98.6], 12, 0.36)) == [1]


def test_words_move_aside_rather_than_stand_on_a_higher_column() -> None:
    found = shifts([(0, "151"), (1, "63.7")], [200.0, 80.0, 20.0, 10.0, 5.0], 14, 0.36)
    assert found[0] == 0
    assert found[1] > 0


def test_words_that_would_be_cut_at_the_edge_or_stand_on_others_are_left_out() -> None:
    assert not shifts([(1, "63.7")], [200.0, 80.0], 6, 0.36)
