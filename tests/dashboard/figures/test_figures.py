"""Every figure as Plotly itself reads it: valid, with our words only, and with gaps where nothing is known."""

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from dashboard.figures import (
    country_bars,
    drawing,
    money_flows,
    participant_bars,
    stage_ladder,
    stamped,
    text,
    theme,
    time_columns,
    treemap,
    waterfall,
    world_map,
)
from dashboard.figures.hatched import hatched
from dashboard.figures.labels import Labels
from dashboard.figures.ladder_lines import View
from dashboard.figures.theme import Figure
from dashboard.queries.rows import PeriodFunding
from tests.dashboard.figures.flows import flows, ladders, portions
from tests.dashboard.figures.rows import BILLION, HOSTILE, MINISTRY, country, homes, periods, silent, small_world, steps

DOLLARS = Labels("USD")


def every_figure() -> Iterator[tuple[str, Figure]]:
    for narrow, width in ((False, 789), (True, 358)):
        name = "narrow" if narrow else "wide"
        yield f"bars-{name}", country_bars.figure(small_world(), DOLLARS, width)
        yield f"gdp-{name}", country_bars.figure(small_world(), Labels("USD", "gdp"), width)
        yield f"map-{name}", world_map.figure(small_world(), DOLLARS, width, narrow)
        yield f"time-{name}", time_columns.figure(periods(), DOLLARS, width, narrow)
        yield f"steps-{name}", waterfall.figure(steps(), DOLLARS, width, narrow)
        yield f"homes-{name}", participant_bars.figure(homes(), participant_bars.groups_of(homes()), width, narrow)
        yield f"ladder-{name}", stage_ladder.figure(ladders(), DOLLARS, View("announced", "announced", True), width)
        yield f"ladder-sums-{name}", stage_ladder.figure(ladders(), DOLLARS, View("headline", "headline", False), width)
        yield f"treemap-{name}", treemap.figure(portions(), DOLLARS, width, 236 if narrow else 540)
        yield f"flows-{name}", money_flows.figure(flows(), DOLLARS, width)
        yield f"no-flows-{name}", money_flows.figure([], DOLLARS, width)
        yield f"empty-{name}", country_bars.figure([], DOLLARS, width)
        yield f"no-time-{name}", time_columns.figure([], DOLLARS, width, narrow)


FIGURES = dict(every_figure())


@pytest.mark.parametrize("name", FIGURES)
def test_plotly_accepts_the_figure(name: str) -> None:
    go.Figure(FIGURES[name])


@pytest.mark.parametrize("name", FIGURES)
def test_no_number_is_formatted_by_d3(name: str) -> None:
    """Its `s` format writes billions as G; every tick and hover is a word of ours."""
    text = json.dumps(FIGURES[name])
    assert "tickformat" not in text
    assert "~s" not in text
    for trace in FIGURES[name]["data"]:
        assert trace.get("hovertemplate", "%{hovertext}<extra></extra>") == "%{hovertext}<extra></extra>"
        assert "hovertemplate" in trace or trace.get("hoverinfo") in ("skip", "text")
    for axis in ("xaxis", "yaxis"):
        shown = FIGURES[name]["layout"][axis]
        hidden = shown.get("visible") is False or shown.get("showticklabels") is False
        assert hidden or len(shown["ticktext"]) == len(shown["tickvals"])


@pytest.mark.parametrize("name", FIGURES)
def test_every_word_lies_inside_the_picture(name: str) -> None:
    """Names that end at the bars and values that start behind them have room, whatever their length."""
    root = ElementTree.fromstring(drawing.for_page(FIGURES[name], "x", "t", "d"))
    width = float(root.get("width", 0))
    for element in (found for found in root.iter() if found.tag.endswith("text") and found.get("x")):
        x, room = float(element.get("x", 0)), text.width_of("".join(element.itertext())) * 0.9
        anchor = element.get("text-anchor", "start")
        assert anchor != "end" or x - room >= -4, ElementTree.tostring(element)
        assert anchor != "start" or x + room <= width + 4, ElementTree.tostring(element)


@pytest.mark.parametrize("name", FIGURES)
def test_a_printed_figure_has_no_patterns_left_and_is_still_valid(name: str) -> None:
    printed = hatched(FIGURES[name])
    go.Figure(printed)
    assert "fillpattern" not in json.dumps(printed["data"])
    assert not any("pattern" in trace.get("marker", {}) for trace in printed["data"])


def traces(figure: Figure, kind: str = "bar") -> dict[str, dict[str, Any]]:
    return {trace["name"]: trace for trace in figure["data"] if trace["type"] == kind}


def words(figure: Figure) -> list[str]:
    return [annotation["text"] for annotation in figure["layout"]["annotations"]]


def test_the_parts_of_a_bar_add_up_to_its_total_and_the_ceiling_is_open() -> None:
    found = traces(country_bars.figure(small_world(), DOLLARS, 789))
    japan = sum(length for trace in found.values() for row, length in zip(trace["y"], trace["x"], strict=True) if row == 1)
    assert japan == pytest.approx(6.81e9)
    assert found["public, up to"]["x"] == [pytest.approx(0.47e9)]
    assert found["public, up to"]["base"] == [pytest.approx(6.34e9)]


def test_an_undisclosed_sum_is_a_gap_with_a_word_and_not_a_bar_of_zero() -> None:
    figure = country_bars.figure(small_world(), DOLLARS, 789)
    assert all(3 not in trace["y"] for trace in figure["data"])
    assert any("undisclosed" in found for found in words(figure))
    assert any("nothing at this basis" in found for found in words(figure))


def test_a_floor_of_a_quarter_or_more_is_marked_and_said() -> None:
    figure = country_bars.figure(small_world(), DOLLARS, 789)
    assert traces(figure, "scatter")["at least"]["y"] == [2]
    assert any("of which “at least” $1.54\u00a0bn" in found for found in words(figure))


def test_small_countries_are_gathered_and_their_sum_is_right() -> None:
    rows = [country(f"C{number}", f"Country {number}", 30 - number) for number in range(25)]
    lines = country_bars.arranged(rows, DOLLARS)
    last = lines[-1]
    assert last is not None
    assert last.name == "and 5 others"
    assert last.length == sum(30 - number for number in range(20, 25)) * BILLION


def test_a_drawing_beside_others_shows_the_first_rows_alone() -> None:
    rows = [*(country(f"C{number}", f"Country {number}", 30 - number) for number in range(25)), country("joint", "Joint efforts", 9)]
    assert len(country_bars.arranged(rows, DOLLARS, 8, whole=False)) == 8
    figure = country_bars.figure(rows, DOLLARS, 378, 8, whole=False)
    places = figure["layout"]["xaxis"]["tickvals"]
    assert 2 <= len(places) <= 5


def test_the_highest_column_carries_its_figure_however_many_there_are() -> None:
    rows = [
        PeriodFunding(f"{2000 + index}", BILLION, None, None, None, (index + 1) * BILLION if index == 21 else BILLION, BILLION, 1)
        for index in range(26)
    ]
    assert "<b>22.0</b>" in words(time_columns.figure(rows, DOLLARS, 378))


def test_shares_of_gdp_are_not_gathered_into_a_sum_and_joint_efforts_have_none() -> None:
    rows = [country(f"C{number}", f"Country {number}", 30 - number, gdp_percent=Decimal(1)) for number in range(22)]
    lines = country_bars.arranged([*rows, country("joint", "Joint efforts", 9)], Labels("USD", "gdp"))
    assert lines[-1] is not None
    assert lines[-1].length is None
    assert len(lines) == 21


def test_a_country_without_a_gdp_figure_keeps_its_row() -> None:
    figure = country_bars.figure([country("TWN", "Taiwan", 8.94)], Labels("USD", "gdp"), 789)
    assert any("no GDP figure" in found for found in words(figure))


def test_names_from_outside_are_shown_as_written_and_long_ones_are_cut() -> None:
    figure = country_bars.figure([country("AAA", HOSTILE * 5, 5), country("BBB", MINISTRY, 4)], DOLLARS, 358)
    assert all("<script" not in found for found in words(figure))
    svg = drawing.for_page(figure, "x", "t", "d")
    assert "<script" not in svg
    assert "&lt;b&gt;Kingdom" in svg
    assert "…" in svg


def test_the_steps_lie_one_under_the_other_and_end_at_the_counted_total() -> None:
    bars = waterfall.laid(steps())
    assert [bar.running for bar in bars][-2:] == [40 * BILLION, 40 * BILLION]
    assert all(above.running in (below.high, below.low) for above, below in pairwise(bars[:-1]))


def test_a_period_without_a_known_sum_is_a_gap_with_a_mark() -> None:
    figure = time_columns.figure(periods(), DOLLARS, 789)
    assert all(1 not in trace["x"] for trace in figure["data"])
    assert any(">?<" in found for found in words(figure))
    assert [found for found in words(figure) if found in ("27.4", "110")] == ["27.4", "27.4", "110"]


def test_five_kinds_of_nothing_look_different_on_the_map() -> None:
    rows = [
        country("MEX", "Mexico", entries=0),
        silent("BEL", "Belgium"),
        country("RUS", "Russia", None, None, None, not_convertible=2),
        country("NGA", "Nigeria", 0),
        country("JPN", "Japan", 5),
    ]
    states = [world_map.state_of(row, DOLLARS) for row in rows] + [world_map.state_of(None, DOLLARS)]
    assert states == ["nothing", "undisclosed", "not-convertible", "zero", "sum", "absent"]
    looks = [json.dumps(world_map.PATTERNS[state]) for state in states if state in world_map.PATTERNS]
    assert len(set(looks)) == 4
    assert len(set(world_map.STATE_WORDS.values())) == len(world_map.STATE_WORDS)


def test_the_map_has_its_own_shapes_for_taiwan_and_kosovo_and_rings_for_small_states() -> None:
    figure = world_map.figure([country("TWN", "Taiwan", 9), country("XKX", "Kosovo", 1), country("SGP", "Singapore", 2)], DOLLARS, 789)
    areas = [trace["text"] for trace in figure["data"] if "text" in trace]
    assert {area.split("<br>")[0] for area in areas} == {"Taiwan", "Kosovo"}
    assert [trace["hovertext"][0].split("<br>")[0] for trace in figure["data"] if trace["mode"] == "markers"] == ["Singapore"]


def test_the_classes_of_the_map_are_round_rising_and_at_most_six() -> None:
    values = [Decimal(number) * 10**8 for number in range(1, 60)]
    edges = world_map.breaks(values)
    assert len(edges) <= 5
    assert list(edges) == sorted(set(edges))
    assert all(str(edge.normalize().as_tuple().digits[0]) in "125" for edge in edges)
    assert {world_map.token_of(value, edges) for value in values} == {
        token for token, _ in world_map.legend([country("A", "A", float(value / BILLION)) for value in values], DOLLARS)
    }
    assert world_map.legend([], DOLLARS) == []


def test_unknown_homes_are_a_row_of_their_own_and_small_homes_have_none() -> None:
    many = [*(participant_bars.Home(f"Country {number}", 2, {"company": 2}) for number in range(25)), *homes()[-1:]]
    lines = participant_bars.gathered(many)
    assert [line.name for line in lines][-2:] == ["Country 19", "Home unknown"]
    assert len(lines) == participant_bars.TOP + 1


def test_origins_differ_without_colour() -> None:
    """Public is flat, mixed stippled, private edged, unknown hatched: in greyscale they stay apart."""
    looks = [theme.fill(origin) for origin in theme.ORIGINS]
    marks = [(look.get("pattern", {}).get("shape"), look["line"]["color"]) for look in looks]
    assert len(set(marks)) == len(marks)


def test_a_stamped_figure_carries_title_subtitle_key_source_and_address() -> None:
    frame = stamped.Frame("Which country?", "Announced or firmer", "Source: the record · https://example.org/charts/x/?" + "y" * 90, ["Beside it"])
    for width in (1200, 358):
        figure = stamped.stamped(country_bars.figure(small_world(), DOLLARS, width), frame)
        text = " ".join(words(figure))
        assert all(part in text for part in ("Which country?", "Announced", "Source: the record", "Beside it"))
        go.Figure(figure)
