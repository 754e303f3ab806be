"""Bands from payers to initiatives to those who take the money: level, conserved, and never in a ring."""

import time
from collections import defaultdict

import pytest

from dashboard.figures import money_flows
from dashboard.figures.flow_layout import INITIATIVE, PAYER, TAKER, Flows, arranged, place
from dashboard.figures.labels import Labels
from dashboard.figures.theme import nowhere
from dashboard.queries.money_flows import Flow
from tests.dashboard.figures.flows import flow, flows, ring

DOLLARS = Labels("USD")


def laid(rows: list[Flow], columns: int = 3, most: int = 12) -> Flows:
    return arranged(rows, columns, 180, most, True, nowhere, DOLLARS)


def test_a_ring_of_payers_is_drawn_in_columns_in_no_time() -> None:
    started = time.monotonic()
    found = laid(ring())
    money_flows.figure(ring(), DOLLARS, 789)
    assert time.monotonic() - started < 2
    assert all(band.end.column == band.start.column + 1 for band in found.bands)
    assert [sorted(node.name for node in column) for column in found.columns] == [
        ["A", "B", "SoftBank"],
        ["Alpha", "Beta", "Delta", "Gamma"],
        ["A", "B", "SoftBank"],
    ]


@pytest.mark.parametrize("most", [1, 2, 12])
def test_what_flows_into_an_initiative_flows_out_of_it(most: int) -> None:
    found = laid([row for row in flows() if row.kind in ("named", "others")], most=most)
    balance: dict[int, float] = defaultdict(float)
    for band in found.bands:
        balance[id(band.end)] += float(band.amount)
        balance[id(band.start)] -= float(band.amount)
    assert [balance[id(node)] for node in found.columns[INITIATIVE]] == [pytest.approx(0)] * len(found.columns[INITIATIVE])
    sums = [sum(node.amount for node in column) for column in found.columns]
    assert sums[PAYER] == sums[INITIATIVE] == sums[TAKER] == 36 * 10**9


def test_many_names_are_gathered_and_counted() -> None:
    rows = [flow(f"Payer {index}", f"Initiative {index}", "Somebody", 1) for index in range(36)]
    found = laid([*rows, Flow("others", rows[0].amount, payers=5, initiatives=7)])
    assert [found.columns[column][-1].name for column in (PAYER, INITIATIVE)] == ["and 29 other payers", "and 31 other initiatives"]
    assert len(found.columns[PAYER]) == 13


def test_no_two_nodes_of_a_column_overlap_and_all_lie_inside() -> None:
    found = laid([row for row in flows() if row.kind in ("named", "others")])
    height = place(found, 330)
    for column in found.columns:
        lower = 0.0
        for node in column:
            assert node.top - node.above >= lower - 0.01
            lower = node.top - node.above + node.room
        assert lower <= height + 1


def test_what_has_no_payer_is_not_drawn() -> None:
    figure = money_flows.figure(flows(), DOLLARS, 789)
    assert not any("split" in str(trace["name"]) for trace in figure["data"])
    small = money_flows.figure(flows(), DOLLARS, 378, 6, 170, False)
    assert not any("other payers" in note["text"] for note in small["layout"]["annotations"])


def test_the_open_part_of_a_band_is_apart_and_origins_differ_without_colour() -> None:
    names = {trace["name"] for trace in money_flows.figure(ring(), DOLLARS, 789)["data"]}
    assert "private, up to" in names
    looks = [money_flows.look_of(origin) for origin in ("public", "private", "mixed", "unknown")]
    assert len({("pattern" in look and look["pattern"]["shape"], look["line"]["width"]) for look in looks}) == 4


def test_names_from_outside_are_shown_as_written() -> None:
    said = [note["text"] for note in money_flows.figure(flows(), DOLLARS, 789)["layout"]["annotations"]]
    assert any("&lt;b&gt;Kingdom&lt;/b&gt;" in line for line in said)
    assert any("経済産業省" in line for line in said)
