"""Areas that are money: the same for every rectangle, with an open part, tones that differ in grey, and names where they fit."""

from decimal import Decimal

import pytest

from dashboard.figures import treemap
from dashboard.figures.labels import Labels
from dashboard.figures.theme import LIGHT, Figure
from tests.dashboard.figures.flows import portion, portions

DOLLARS = Labels("USD")


def drawn(width: int = 789, height: int = 480) -> Figure:
    return treemap.figure(portions(), DOLLARS, width, height, lambda row, _: f"/initiatives/{row.slug}/")


def size(trace: dict[str, list[float]]) -> float:
    return (max(trace["x"]) - min(trace["x"])) * (max(trace["y"]) - min(trace["y"]))


def words(figure: Figure) -> list[str]:
    return [note["text"] for note in figure["layout"]["annotations"]]


def test_areas_are_in_the_proportion_of_the_money() -> None:
    sizes = {(trace["text"], trace["name"]): size(trace) for trace in drawn()["data"]}
    by_address: dict[str, float] = {}
    for trace in drawn()["data"]:
        by_address[trace["customdata"][0]] = by_address.get(trace["customdata"][0], 0) + size(trace)
    assert len(sizes) == 6  # five portions, of which one is cut
    assert by_address["/initiatives/schwarz/"] / by_address["/initiatives/aip/"] == pytest.approx(12.8 / 9, rel=0.02)
    assert by_address["/initiatives/schwarz/"] / by_address["/initiatives/ministry/"] == pytest.approx(12.8 / 3.9, rel=0.02)


def test_an_open_part_is_cut_off_and_painted_as_paper() -> None:
    open_parts = [trace for trace in drawn()["data"] if trace["name"] == "up to"]
    assert len(open_parts) == 2
    assert {trace["fillcolor"] for trace in open_parts} == {LIGHT["paper"]}
    hostile = [trace for trace in drawn()["data"] if trace["customdata"] == ["/initiatives/hostile/"]]
    assert size(hostile[0]) == pytest.approx(size(hostile[1]), rel=0.02)
    assert "of which “up to” or a target: $2.00\u00a0bn" in hostile[0]["text"]


@pytest.mark.parametrize(("committed", "token"), [(0, "sum-1"), (2.4, "sum-1"), (2.5, "sum-2"), (7.4, "sum-2"), (7.5, "sum-5"), (10, "sum-5")])
def test_the_tone_says_how_much_is_committed(committed: float, token: str) -> None:
    assert treemap.tone_of(portion("Europe", "DEU", "x", "x", 10, committed)).token == token


def test_a_small_drawing_has_one_rectangle_a_country() -> None:
    small = drawn(378, 236)
    names = {trace["text"].split("<br>")[0].replace("\u00a0", " ") for trace in small["data"]}
    assert names == {"5 initiatives, Germany", "1 initiative, Japan", "1 initiative, Joint efforts"}
    (germany,) = [row for row in treemap.by_country(portions()) if row.country == "DEU"]
    assert (germany.amount, germany.initiatives) == (Decimal("17.3") * 10**9, 5)


def test_names_begin_with_their_region_and_country_and_no_word_is_broken() -> None:
    said = words(drawn())
    assert any(line.startswith("Europe") for line in said)
    assert "<b>Germany</b>" in said
    assert treemap.fitted("Schwarz Digits data centre Lübbenau", 60, 3) == []
    assert treemap.fitted("Norway", 56, 1) == ["Norway"]
    assert treemap.fitted("Rindfleischetikettierung", 100, 2)[0].endswith("…")


def test_nothing_is_drawn_of_nothing() -> None:
    assert treemap.figure([], DOLLARS, 789, 480)["data"] == []
