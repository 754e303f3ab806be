"""Promised quantities in words, one measure at a time, and where the bars lead."""

from decimal import Decimal
from pathlib import Path

from dashboard import charts
from dashboard.charts.energy_and_compute import EnergyAndCompute
from tests.dashboard.conftest import Ask

CHART = EnergyAndCompute()


def test_the_sentence_has_both_sums_the_leaders_and_the_other_measures(curated: Path, ask: Ask) -> None:
    filters = ask()
    brief = CHART.brief(CHART.rows(filters), filters)
    assert brief.startswith("32,183\u00a0MW planned, none recorded as installed. Saudi Arabia (8,600), the United States (7,000) and ")
    assert "1,089,628\u00a0GPUs planned, 114,504\u00a0GPUs installed" in brief
    assert "$" not in CHART.summary(CHART.rows(filters), filters) + CHART.subtitle(filters, charts.stamp(filters))


def test_the_measure_is_a_choice_of_the_drawing_alone(curated: Path, ask: Ask) -> None:
    power, chips = ask(), ask("measure=gpus")
    rows = CHART.rows(power)
    assert rows == CHART.rows(chips)
    assert CHART.question(chips) == "How many GPUs are promised, and how many stand?"
    assert CHART.figure(rows, power, 789) != CHART.figure(rows, chips, 789)


def test_a_hedge_stands_before_the_sum_or_says_how_much_of_it_is_meant(curated: Path, ask: Ask) -> None:
    filters = ask()
    spoken = CHART.spoken(CHART.rows(filters), filters)
    assert "United States, planned: about\u00a07,000\u00a0MW." in spoken
    assert "Saudi Arabia, planned: 8,600\u00a0MW, of which target\u00a06,600." in spoken


def test_a_bar_opens_the_initiatives_that_state_it(curated: Path, ask: Ask) -> None:
    filters = ask()
    figure = CHART.figure(CHART.rows(filters), filters, 789)
    addresses = {address for trace in figure["data"] for address in trace.get("customdata", [])}
    assert {f"/initiatives/?country={owner}&quantity=megawatts-planned" for owner in ("ARE&country=-joint", "joint")} <= addresses


def test_an_office_program_gets_the_open_end_as_a_series_of_its_own(curated: Path, ask: Ask) -> None:
    filters = ask()
    native = CHART.native(CHART.rows(filters), filters)
    assert native is not None
    assert (native.kind, native.unit, native.categories[0]) == ("bars", "MW", "Saudi Arabia, planned")
    series = {one.name: one for one in native.series}
    assert (series["planned"].values[0], series["up to, or a target"].values[0]) == (Decimal(2000), Decimal(6600))
    assert series["up to, or a target"].open_end
    nothing = ask("q=zzzzzz")
    assert CHART.native(CHART.rows(nothing), nothing) is None
