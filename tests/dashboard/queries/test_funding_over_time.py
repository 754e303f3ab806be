"""Money by year, by quarter, and over the years it covers."""

from decimal import Decimal
from pathlib import Path

from dashboard import charts
from dashboard.queries.funding_over_time import funding_over_time, parts
from dashboard.queries.totals import totals
from initiatives.exchange import load as loading
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, initiative, write


def test_years_without_money_stand_between_those_with(two_countries: Path, ask: Ask) -> None:
    rows = funding_over_time(ask("scope=ai&scope=chips&currency=NOK"))
    assert [row.period for row in rows] == ["2024", "2025", "2026"]
    assert rows[0].total == 2_000_000_000
    assert rows[-1].cumulative == totals(ask("scope=ai&scope=chips&currency=NOK")).total


def test_what_is_known_by_its_year_alone_stands_before_its_quarters(two_countries: Path, ask: Ask) -> None:
    rows = funding_over_time(ask("basis=headline&country=NOR&period=quarter"))
    assert [row.period for row in rows] == ["2025", "2025-Q1", "2025-Q2"]


def test_phased_money_is_spread_over_the_years_it_covers(two_countries: Path, ask: Ask) -> None:
    rows = {row.period: row for row in funding_over_time(ask("country=joint&currency=EUR&period=phased"))}
    assert {period: row.total for period, row in rows.items()} == {"2026": 10_000_000, "2027": 10_000_000, "2028": 10_000_000}


def test_parts_of_a_sum_add_up_to_it() -> None:
    shares = parts(Decimal("100.01"), 3)
    assert shares == [Decimal("33.34"), Decimal("33.34"), Decimal("33.33")]
    assert parts(None, 2) == [None, None]


def test_a_year_with_undisclosed_money_alone_is_unknown(two_countries: Path, ask: Ask) -> None:
    (year,) = funding_over_time(ask("country=SWE"))
    assert (year.period, year.total, year.undisclosed) == ("2026", None, 1)


def test_a_day_ahead_has_its_period(db: None, tmp_path: Path, ask: Ask) -> None:
    loading.load(
        write(
            tmp_path, initiative("ahead", funding=[entry("ahead#1", announced_on="2031-01-01"), entry("ahead#2", announced_on="2029")], quantities=[])
        )
    )
    assert [row.period for row in funding_over_time(ask())] == ["2029", "2030", "2031"]


def test_nothing_selected_is_no_rows(two_countries: Path, ask: Ask) -> None:
    assert funding_over_time(ask("country=USA")) == []


def test_years_quarters_and_phases_are_those_counted_by_hand(db: None, tmp_path: Path, ask: Ask) -> None:
    """120 for 2026 to 2028 of which 30 are budgeted for 2026 alone, 50 known by their year, and 7 in November: 177 in all."""
    funding = [
        entry("plan#1", amount=120, announced_on="2025-03-01", period="2026-2028"),
        entry("plan#2", amount=30, announced_on="2025-06-10", period="2026-2026", stage="budgeted", relation="tranche-of", related_to="plan#1"),
        entry("plan#3", amount=50, announced_on="2025"),
        entry("plan#4", amount=7, announced_on="2025-11-20"),
    ]
    loading.load(write(tmp_path, initiative("plan", funding=funding, quantities=[])))

    def told(query: str) -> list[tuple[str, int, int]]:
        return [(row.period, int(row.total or 0), int(row.cumulative)) for row in funding_over_time(ask(f"currency=NOK&{query}"))]

    assert told("") == [("2025", 177, 177)]
    assert told("period=quarter") == [
        ("2025", 50, 50),
        ("2025-Q1", 90, 140),
        ("2025-Q2", 30, 170),
        ("2025-Q3", 0, 170),
        ("2025-Q4", 7, 177),
    ]
    assert told("period=phased") == [("2025", 57, 57), ("2026", 60, 117), ("2027", 30, 147), ("2028", 30, 177)]
    assert told("period=phased&basis=budgeted") == [("2026", 30, 30)]


def test_no_chart_of_money_over_time_hides_that_prices_are_not_adjusted(db: None, ask: Ask) -> None:
    chart = charts.get("funding-over-time")
    for query in ("", "period=quarter", "period=phased", "currency=JPY"):
        filters = ask(query)
        assert "current prices, not adjusted for inflation" in chart.subtitle(filters, charts.stamp(filters))
        assert "not adjusted for inflation" in " ".join(chart.notes([], filters))
