"""What each download holds."""

import csv
import io
import json
from pathlib import Path

import pytest

from dashboard import charts
from dashboard.exports import as_csv, as_json, tables
from dashboard.exports.table import Table
from dashboard.queries.initiative_list import initiative_page
from tests.dashboard.conftest import Ask


def rows_of(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(as_csv.stream(table)).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("query", ["", "country=NOR&basis=committed&currency=EUR", "as_of=2025-07-01", "country=USA"])
def test_every_chart_and_list_has_the_same_rows_in_csv_and_json(two_countries: Path, ask: Ask, query: str) -> None:
    makes = [(tables.chart_table, slug) for slug in tables.CHART_ROWS] + [(tables.list_table, name) for name in tables.LISTS]
    for make, name in makes:
        filters = ask(f"{query}&country=NOR&country=SWE") if name == "compare" else ask(query)  # a comparison names its countries
        flat, wrapped = rows_of(make(name, filters)), json.loads(b"".join(as_json.stream(make(name, filters))))
        assert len(flat) == len(wrapped["rows"])
        assert all(list(one) == list(other) for one, other in zip(flat, wrapped["rows"], strict=True))
        assert {row["edition"] for row in flat} <= {str(wrapped["edition"])}
        assert {row["as_of"] for row in flat} <= {wrapped["as_of"]}


def test_joint_money_names_its_owners_in_one_cell(two_countries: Path, ask: Ask) -> None:
    rows = {row["country"]: row for row in rows_of(tables.chart_table("funding-by-country", ask("currency=EUR")))}
    assert (rows["joint"]["total"], rows["joint"]["owners"]) == ("30000000", "NOR SWE")
    assert (rows["SWE"]["total"], rows["SWE"]["undisclosed"]) == ("", "1")
    assert (rows["NOR"]["private"], rows["NOR"]["basis"], rows["NOR"]["scope"]) == ("0", "announced", "ai")


def test_the_ledger_names_reason_rate_and_payers(two_countries: Path, ask: Ask) -> None:
    rows = {row["key"]: row for row in rows_of(tables.list_table("ledger", ask()))}
    assert rows["fjord-computer#3"]["reason"] == "restates #1"
    assert rows["fjord-computer#1"]["reason"] == "counted, less what it contains"
    assert (rows["fjord-computer#1"]["net"], rows["fjord-computer#1"]["gross"]) == ("60000000", "100000000")
    assert rows["stockholm-lab#2"]["funders"] == "Government of Finland (50 %); European Union (50 %)"
    assert (rows["stockholm-lab#1"]["amount"], rows["stockholm-lab#1"]["net"]) == ("", "0")
    assert rows["fjord-computer#1"]["rate_provider"] == "ECB"


def test_files_hold_every_match_in_the_order_of_the_screen_whatever_the_page(curated: Path, ask: Ask) -> None:
    filters = ask("q=compute&sort=name&page=2")
    rows = rows_of(tables.list_table("initiatives", filters))
    assert len(rows) == initiative_page(filters).count > 50
    assert [row["slug"] for row in rows[25:50]] == [row.slug for row in initiative_page(filters).rows]
    heading = tables.list_table("initiatives", filters).heading
    assert heading.day is not None
    assert heading.address == f"/initiatives/?q=compute&edition={heading.edition}&sort=name"
    assert "“compute”" in heading.filter_words


def test_a_chart_that_does_not_exist_is_named_with_those_that_do(two_countries: Path, ask: Ask) -> None:
    with pytest.raises(charts.UnknownChart, match="funding-by-country"):
        tables.chart_table("funding-by-planet", ask())


def test_days_do_not_move_with_the_time_zone(two_countries: Path, ask: Ask, settings: pytest.FixtureRequest) -> None:
    for zone in ("Asia/Tokyo", "America/Los_Angeles"):
        settings.TIME_ZONE = zone  # type: ignore[attr-defined]
        rows = {row["key"]: row for row in rows_of(tables.list_table("ledger", ask()))}
        assert rows["stockholm-lab#2"]["announced_on"] == "2026-02-01"
        assert rows["fjord-computer#4"]["announced_on"] == "2025"
