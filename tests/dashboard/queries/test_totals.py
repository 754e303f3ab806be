"""A total counts money once, and every partition of the entries parts it."""

from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.queries import selection
from dashboard.queries.cells import cells, counted, kept
from dashboard.queries.entries import entry_rows
from dashboard.queries.totals import totals
from initiatives.vocabulary import BASES, ORIGINS, STAGES
from tests.dashboard.conftest import Ask

TN, BN = Decimal(10) ** 12, Decimal(10) ** 9


@pytest.mark.parametrize(
    ("basis", "public", "private", "total"),
    [
        ("headline", TN, 2 * TN, 3 * TN),
        ("announced", TN, 0, TN),
        ("budgeted", Decimal("387.3") * BN, 0, Decimal("387.3") * BN),
        ("committed", 0, 0, 0),
        ("disbursed", 0, 0, 0),
    ],
)
def test_japans_money_is_counted_once_at_every_basis(japan: Path, ask: Ask, basis: str, public: Decimal, private: Decimal, total: Decimal) -> None:
    found = totals(ask(f"kind=foundation-model&basis={basis}&currency=JPY"))
    assert [found.public, found.private, found.mixed, found.total] == [public, private, 0, total]
    assert found.by_basis[basis] == total
    assert found.published == Decimal("12.6873") * TN


def test_an_older_programme_adds_up_to_where_it_is_committed(japan: Path, ask: Ask) -> None:
    both = totals(ask("country=JPN&basis=committed&currency=JPY"))
    assert both.total == Decimal("72.5") * BN


def test_what_lies_beside_the_total_is_named(two_countries: Path, ask: Ask) -> None:
    found = totals(ask("currency=NOK"))
    assert found.beside_scope == {"chips": Decimal(2_000_000_000), "wider": 0}
    assert found.only_pledged > 5_000_000_000  # 500 m dollars
    assert found.undisclosed == 1
    assert (found.countries, found.has_union) == (2, False)  # Norway and Finland; joint money is of neither
    assert found.statements == 8


def test_only_undisclosed_money_is_unknown_and_no_money_is_zero(two_countries: Path, ask: Ask) -> None:
    assert totals(ask("country=SWE")).total is None
    assert totals(ask("country=NOR&basis=disbursed")).total == 0


def test_every_partition_parts_the_total(curated: Path, ask: Ask) -> None:
    for query in ("", "basis=headline&scope=ai&scope=chips", "currency=EUR", "as_of=2025-07-01", "basis=committed&currency=JPY"):
        parts_the_total(ask, query)


def parts_the_total(ask: Ask, query: str) -> None:
    filters = ask(query)
    found = cells(filters)
    whole = counted(kept(found, filters))
    for name, values in {"origin": ORIGINS, "stage": STAGES}.items():
        parts = [totals(ask(f"{query}&{name}={value}")) for value in values]
        assert sum((part.total or Decimal(0) for part in parts), Decimal(0)) == whole
        assert sum(part.statements for part in parts) == sum(cell.entries for cell in found)
    by_country = {cell.country for cell in found}
    assert sum((counted(kept(cells(ask(f"{query}&country={code}")), filters)) for code in sorted(by_country)[:4]), Decimal(0)) == counted(
        cell for cell in kept(found, filters) if cell.country in sorted(by_country)[:4]
    )
    assert sum((row.counts or Decimal(0) for row in entry_rows(selection.entries(filters), filters)), Decimal(0)) == whole


def test_totals_never_grow_as_the_basis_gets_firmer(curated: Path, ask: Ask) -> None:
    by_basis = list(totals(ask()).by_basis.values())
    assert len(by_basis) == len(BASES)
    assert by_basis == sorted(by_basis, reverse=True)
    assert round(by_basis[1] / BN, 1) == Decimal("314.1")
