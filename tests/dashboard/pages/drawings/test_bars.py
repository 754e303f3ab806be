"""Bars keep their proportions, and what is not zero is seen."""

from decimal import Decimal

from dashboard.pages.drawings import balance, ladder, split


def test_the_longest_rung_has_room_for_its_figure_and_nothing_has_no_bar() -> None:
    rungs = ladder({"headline": Decimal(1000), "announced": Decimal(500), "disbursed": Decimal(0)}, "announced")
    assert [rung.width for rung in rungs] == ["74.000%", "37.000%", "0.000%", "0.000%", "0.000%"]
    assert [rung.basis for rung in rungs if rung.chosen] == ["announced"]


def test_a_sliver_is_still_seen() -> None:
    rungs = ladder({"headline": Decimal(10**12), "announced": Decimal(1)}, "announced")
    assert rungs[1].width == "0.400%"


def test_a_split_fills_the_whole_width_and_leaves_out_what_is_nothing() -> None:
    pieces = split({"public": Decimal(30), "mixed": None, "private": Decimal(10)})
    assert [(piece.name, piece.x, piece.width) for piece in pieces] == [("public", "0.000%", "75.000%"), ("private", "75.000%", "25.000%")]


def test_doubts_stand_left_of_one_line_and_support_right_of_it() -> None:
    rows = [("a", "A", {"critical": 2, "supportive": 1}), ("b", "B", {"cautious": 1, "neutral": 2, "supportive": 3})]
    first, second = balance(rows)
    ends = {piece.name: float(piece.x[:-1]) + float(piece.width[:-1]) for piece in first.pieces}
    starts = {piece.name: float(piece.x[:-1]) for piece in (*first.pieces, *second.pieces)}
    assert abs(ends["critical"] - float(first.pieces[-1].x[:-1])) < 0.01
    assert starts["neutral"] < ends["critical"] < starts["supportive"] + 0.01
    assert (second.doubting, second.agreeing) == (1, 3)


def test_no_comment_is_no_bar() -> None:
    assert balance([]) == ()
