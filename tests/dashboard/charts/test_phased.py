"""Money phased over the years it is meant for: what states no period is said, drawn apart and opened."""

from pathlib import Path

import pytest

from dashboard import charts
from dashboard.charts.phased import opener
from dashboard.queries.funding_over_time import funding_over_time
from dashboard.queries.totals import totals
from initiatives.exchange import load as loading
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, initiative, write

CHART = charts.get("funding-over-time")


@pytest.fixture
def plan(db: None, tmp_path: Path) -> None:
    """120 for 2026 to 2028, and 50 and 7 of which nobody says which years they are meant for."""
    funding = [
        entry("plan#1", amount=120, announced_on="2025-03-01", period="2026-2028"),
        entry("plan#2", amount=50, announced_on="2025"),
        entry("plan#3", amount=7, announced_on="2026-11-20"),
    ]
    loading.load(write(tmp_path, initiative("plan", funding=funding, quantities=[])))


def test_what_states_no_period_is_told_apart(plan: None, ask: Ask) -> None:
    rows = funding_over_time(ask("currency=NOK&period=phased"))
    told = [(row.period, int(row.total or 0), int(row.no_period)) for row in rows]
    assert told == [
        ("2025", 50, 50),
        ("2026", 47, 7),
        ("2027", 40, 0),
        ("2028", 40, 0),
    ]


def test_the_answer_says_how_much_has_a_stated_period(plan: None, ask: Ask) -> None:
    filters = ask("currency=NOK&period=phased")
    words = CHART.brief(CHART.rows(filters), filters)
    assert "Of the NOK 177" in words.replace("\u00a0", " ").replace("kr", "NOK ").replace("NOK  ", "NOK ")
    assert "has a stated period" in words
    assert "nobody says" in words


def test_no_column_claims_money_for_a_year_that_nobody_states(plan: None, ask: Ask) -> None:
    filters = ask("currency=NOK&period=phased")
    rows = CHART.rows(filters)
    stated = {trace["name"]: dict(zip(trace["x"], trace["y"], strict=True)) for trace in CHART.figure(rows, filters, 789)["data"]}
    assert stated["no period stated"] == {0: 50.0, 1: 7.0}
    assert sum(sum(heights.values()) for heights in stated.values()) == 177
    assert "no period stated" in [item.words for item in CHART.key(rows, filters)]
    native = CHART.native(rows, filters)
    assert native is not None
    assert [int(value or 0) for value in native.series[-1].values] == [50, 7, 0, 0]


def test_its_marks_open_what_makes_them_up(plan: None, ask: Ask) -> None:
    filters = ask("currency=NOK&period=phased")
    opened = opener(filters)
    apart, meant = str(opened("2025", "no period stated")), str(opened("2027", "public"))
    assert totals(ask(apart.partition("?")[2])).total == 50
    assert "covers=2027" in meant
    assert "origin=public" in meant
    assert opener(ask("covers=2026"))("2027", "public") is None


def test_a_year_chooses_what_covers_it(plan: None, ask: Ask) -> None:
    sums = {year: totals(ask(f"currency=NOK&covers={year}")).total for year in ("2027", "2031", "stated", "none", "-2027")}
    assert sums == {"2027": 120, "2031": 0, "stated": 120, "none": 57, "-2027": 57}
