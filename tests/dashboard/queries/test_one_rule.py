"""The list of initiatives and every other page count the same money under the same address, and a country's rows add up to its total."""

from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.pages.country_rows import country_rows
from dashboard.queries import money, selection
from dashboard.queries.cells import cells
from dashboard.queries.country_profile import initiatives_of
from dashboard.queries.initiative_list import initiative_stream, list_sums
from dashboard.queries.totals import totals
from initiatives.ledger.values import BASES
from tests.dashboard.conftest import Ask

ADDRESSES = (
    "",
    "region=Europe",
    "region=-Europe",
    "country=USA",
    "country=-USA",
    "country=joint",
    "country=JPN&country=KOR&scope=ai&scope=chips",
    "as_of=2025-06-30",
    "as_of=2024-01-31&region=Europe",
    "from=2025&to=2025",
    "from=2025-06&kind=compute&country=-USA",
    "origin=public&country=SAU",
    "stage=committed&from=2024",
    "q=data&region=Europe&basis=headline",
    "basis=committed&to=2025&currency=EUR",
    "reason=counted&country=FRA",
    "quantity=gpus-planned&country=FRA",
)


@pytest.mark.parametrize("query", ADDRESSES)
def test_the_list_counts_what_every_page_counts(curated: Path, ask: Ask, query: str) -> None:
    filters = ask(query)
    rows = list(initiative_stream(filters))
    sums = list_sums(filters, len(rows))
    assert sums.counted == sum((row.counted or money.ZERO for row in rows), money.ZERO) == (totals(filters).total or money.ZERO)
    assert sums.with_money == sum(bool(row.counted) for row in rows)


def test_an_initiative_is_listed_where_its_money_counts(two_countries: Path, ask: Ask) -> None:
    (lab,) = initiative_stream(ask("country=FIN&currency=EUR"))
    assert (lab.slug, lab.countries, lab.counted) == ("stockholm-lab", ("SWE",), Decimal(9_000_000))
    at_home = {row.slug: row for row in initiative_stream(ask("country=SWE&currency=EUR"))}["stockholm-lab"]
    assert (at_home.counted, at_home.elsewhere) == (None, {"FIN": Decimal(9_000_000)})


@pytest.mark.parametrize("basis", [pytest.param(basis, marks=() if basis == "announced" else pytest.mark.slow) for basis in BASES])
def test_the_rows_of_every_country_add_up_to_its_total(curated: Path, ask: Ask, basis: str) -> None:
    everything = ask(f"basis={basis}")
    for code in sorted({cell.country for cell in cells(everything)} - {"joint"}):
        filters = ask(f"basis={basis}&country={code}")
        listed = country_rows(initiatives_of(filters), code, filters)
        added = sum((row.initiative.counted or money.ZERO for row in listed.rows), money.ZERO)
        assert added == (totals(filters).total or money.ZERO), code
        assert not any(one.counted for one, _ in listed.shared)


def test_who_takes_part_is_asked_of_the_initiatives_themselves(two_countries: Path, ask: Ask) -> None:
    assert selection.own_initiatives(ask("country=FIN")).count() == 0
    assert selection.participations(ask("country=FIN")).count() == 0
