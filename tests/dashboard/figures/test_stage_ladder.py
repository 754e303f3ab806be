"""Bars cut by how firm the money is: pieces that add up, open ends, shares or sums, and the figures beside them."""

from decimal import Decimal

import pytest

from dashboard.figures import stage_ladder
from dashboard.figures.labels import Labels
from dashboard.figures.ladder_lines import View, arranged, pieces_of
from dashboard.figures.theme import Figure
from tests.dashboard.figures.flows import ladder, ladders
from tests.dashboard.figures.rows import BILLION

DOLLARS = Labels("USD")
SHARES, SUMS = View("announced", "announced", True), View("headline", "announced", False)


def drawn(view: View, width: int = 789) -> Figure:
    return stage_ladder.figure(ladders(), DOLLARS, view, width, opens=lambda codes, basis: f"/ledger/?country={codes[0]}&basis={basis}")


def words(figure: Figure) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"]]


def length(figure: Figure, row: int) -> float:
    return float(sum(x for trace in figure["data"] for y, x in zip(trace["y"], trace["x"], strict=True) if y == row))


def test_shares_fill_the_bar_and_sums_are_on_one_scale() -> None:
    assert [length(drawn(SHARES), row) for row in (0, 1, 2)] == [pytest.approx(1), pytest.approx(1), 0]
    assert [length(drawn(SUMS), row) for row in (0, 1, 2)] == [pytest.approx(548e9), pytest.approx(19.5e9), pytest.approx(55.9e9)]


def test_the_pieces_add_up_to_the_basis_and_the_open_part_is_its_own() -> None:
    (america, *_) = ladders()
    pieces = pieces_of([america], SHARES.bases)
    assert sum(piece.amount for piece in pieces) == america.announced
    assert [(piece.basis, piece.amount) for piece in pieces if piece.open_end] == [("committed", Decimal("0.8") * BILLION)]
    assert pieces[0].basis == "disbursed"


def test_a_mark_opens_the_entries_at_its_basis() -> None:
    committed = next(trace for trace in drawn(SHARES)["data"] if trace["name"] == "committed")
    assert committed["customdata"][0] == "/ledger/?country=USA&basis=committed"
    assert committed["hovertext"][0].startswith("United States<br>committed or firmer: $19.8\u00a0bn (37.0\u00a0%)")


def test_a_wide_drawing_writes_every_basis_and_a_narrow_one_the_share() -> None:
    assert {"<b>37.0\u00a0%</b>", "<b>$53.5\u00a0bn</b>"} <= set(words(drawn(SHARES)))
    assert any("$548\u00a0bn" in line for line in words(drawn(SHARES)))
    assert "<b>37.0\u00a0%</b>" in words(drawn(SHARES, 358))
    assert not any("$548" in line for line in words(drawn(SHARES, 358)))


def test_a_row_without_a_bar_says_why() -> None:
    said = " ".join(words(drawn(SHARES, 358)))
    assert "only pledged" in said
    assert "undisclosed" in said


def test_small_countries_are_gathered_and_joint_efforts_stand_apart() -> None:
    many = [ladder(f"C{index:02}", f"Country {index}", 2, 1, 1, 0.5, 0) for index in range(30)]
    lines = arranged([*many, ladders()[-1]], SHARES, top=20)
    assert [line.name if line else None for line in lines[20:]] == ["and 10\u00a0others", None, "Joint efforts"]
    assert lines[20] is not None
    assert lines[20].sums["announced"] == 10 * BILLION
    assert len(lines[20].codes) == 10
