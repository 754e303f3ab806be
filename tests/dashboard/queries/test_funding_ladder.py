"""Every country's money at every basis: the same sums as every other page, and what is paused is told."""

from decimal import Decimal
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.queries.cells import cells
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.funding_ladder import funding_ladder, paused_money
from dashboard.queries.totals import totals
from initiatives.exchange import load as loading
from initiatives.ledger.values import BASES
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, initiative, write


def test_each_basis_of_the_ladder_is_the_funding_by_country_at_that_basis(curated: Path, ask: Ask) -> None:
    for query in ("", "scope=ai&scope=chips&currency=EUR", "country=JPN&country=joint", "as_of=2025-06-30&region=Europe"):
        rows = {row.country: row for row in funding_ladder(ask(query))}
        for basis in BASES:
            others = {row.country: row.total for row in funding_by_country(ask(f"{query}&basis={basis}"), divided=False)}
            assert {code: row.at(basis) for code, row in rows.items()} == others, (query, basis)


def test_the_rows_add_up_to_the_totals_of_every_basis(curated: Path, ask: Ask) -> None:
    filters = ask()
    rows, whole = funding_ladder(filters), totals(filters).by_basis
    assert {basis: sum((row.at(basis) or Decimal(0) for row in rows), Decimal(0)) for basis in BASES} == whole


def test_no_step_of_a_ladder_is_above_the_one_before_it(curated: Path, ask: Ask) -> None:
    for row in funding_ladder(ask()):
        sums = [row.at(basis) or Decimal(0) for basis in BASES]
        assert sums == sorted(sums, reverse=True), row.country


def test_paused_money_keeps_its_stage_and_is_told_by_name(db: None, tmp_path: Path, ask: Ask) -> None:
    stalled = initiative("stalled", name="Stalled Campus", status="paused", funding=[entry("stalled#1", amount=10_000_000, stage="announced")])
    loading.load(write(tmp_path, stalled, initiative("moving", funding=[entry("moving#1", amount=5_000_000, stage="pledged")])))
    (norway,) = funding_ladder(ask("currency=NOK"))
    assert (norway.headline, norway.announced, norway.budgeted) == (15_000_000, 10_000_000, 0)
    assert norway.paused == {"Stalled Campus": 10_000_000}
    assert paused_money(ask("status=underway")) == {}


def test_an_undisclosed_sum_is_no_zero_at_the_bases_that_hold_it(two_countries: Path, ask: Ask) -> None:
    rows = {row.country: row for row in funding_ladder(ask())}
    assert (rows["SWE"].headline, rows["SWE"].announced, rows["SWE"].budgeted) == (None, None, 0)
    assert rows["SWE"].undisclosed == 1
    assert rows["NOR"].beside_scope > 0


def test_the_scale_and_the_basis_decide_who_comes_first(two_countries: Path, ask: Ask) -> None:
    assert funding_ladder(ask())[0].country == "joint"
    assert funding_ladder(ask("scale=sum"))[0].country == "NOR"
    assert funding_ladder(ask("basis=headline"))[0].country == "NOR"


def test_the_ladder_asks_at_most_three_statements_beside_the_cells(curated: Path, ask: Ask) -> None:
    filters = ask("from=2019")
    found = cells(filters)
    with CaptureQueriesContext(connection) as asked:
        funding_ladder(filters, found)
    assert len(asked) <= 4  # one of them asks for the edition
