"""The golden case: what the press said between December 2025 and June 2026 about Japan's project, counted once."""

from decimal import Decimal

import pytest

from initiatives.ledger.count import check_relations, count, families
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import BASES, Entry, reason_at, reason_in_words
from initiatives.ledger.warnings import warnings_of
from tests.initiatives.ledger.statements import said, total

TRILLION, BILLION = 10**12, 10**9


@pytest.fixture
def japan() -> list[Entry]:
    def yen(number: str, amount: int, relation: str, to: str | None, day: str, stage: str, origin: str) -> Entry:
        related = None if to is None else f"japan#{to}"
        return said(f"japan#{number}", amount, relation, related, currency="JPY", day=day, stage=stage, origin=origin)

    return [
        yen("1", TRILLION, "restates", "3", "2025-12-19", "announced", "public"),
        yen("2", 3 * TRILLION, "new", None, "2025-12-21", "announced", "mixed"),
        yen("3", TRILLION, "part-of", "2", "2025-12-21", "announced", "public"),
        yen("4", 2 * TRILLION, "part-of", "2", "2025-12-21", "pledged", "private"),
        yen("5", 300 * BILLION, "tranche-of", "3", "2025-12-21", "budgeted", "public"),
        yen("6a", TRILLION, "restates", "3", "2026-04-12", "announced", "public"),
        yen("6b", 3 * TRILLION, "restates", "2", "2026-04-12", "announced", "mixed"),
        yen("7", 387_300_000_000, "replaces", "5", "2026-06-30", "budgeted", "public"),
        yen("8", TRILLION, "restates", "3", "2026-06-30", "announced", "public"),
    ]


@pytest.fixture
def subsidies() -> Entry:
    return said("japan#9", 72_500_000_000, currency="JPY", day="2024-04-19", stage="committed")


def test_what_was_published_adds_up_to_more_than_four_times_the_project(japan: list[Entry]) -> None:
    assert sum(entry.amount or 0 for entry in japan) == 12_687_300_000_000


@pytest.mark.parametrize(
    ("basis", "public", "private", "mixed"),
    [
        ("headline", TRILLION, 2 * TRILLION, 0),
        ("announced", TRILLION, 0, 0),
        ("budgeted", 387_300_000_000, 0, 0),
        ("committed", 0, 0, 0),
        ("disbursed", 0, 0, 0),
    ],
)
def test_the_project_counts_once_at_each_basis(japan: list[Entry], rates: Rates, basis: str, public: int, private: int, mixed: int) -> None:
    counted = count(japan, rates)
    by_origin = [total(japan, counted, basis, origins=[origin]) for origin in ("public", "private", "mixed")]
    assert by_origin == [public, private, mixed]
    assert total(japan, counted, basis) == public + private + mixed


def test_the_subsidies_are_another_programme_at_every_basis_up_to_committed(japan: list[Entry], subsidies: Entry, rates: Rates) -> None:
    together = [*japan, subsidies]
    counted = count(together, rates)
    added = [total(together, counted, basis) - total(japan, count(japan, rates), basis) for basis in BASES]
    assert added == [72_500_000_000] * 4 + [0]
    assert [len(family) for family in families(together)] == [9, 1]


def test_the_newer_figure_stands_where_the_older_stood(japan: list[Entry], rates: Rates) -> None:
    counted = count(japan, rates)
    assert counted["japan#7"].envelope == "japan#3"
    assert counted["japan#7"].root == "japan#2"
    assert counted["japan#5"].stands_for_it == "japan#7"
    assert counted["japan#3"].net == Decimal(612_700_000_000)
    assert counted["japan#2"].net == 0


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("1", "restates #3"),
        ("2", "contains only what is listed below it"),
        ("3", "counted, less what it contains"),
        ("4", "below the basis"),
        ("5", "replaced by #7"),
        ("6a", "restates #3"),
        ("6b", "restates #2"),
        ("7", "counted in full"),
        ("8", "restates #3"),
    ],
)
def test_every_statement_knows_why_it_counts_as_it_does(japan: list[Entry], rates: Rates, number: str, why: str) -> None:
    entry = next(entry for entry in japan if entry.key == f"japan#{number}")
    found = count(japan, rates)[entry.key]
    assert reason_in_words(reason_at(found, entry), entry.key, found.reason_key, found.reason_key_now) == why


def test_what_restates_the_replaced_budget_names_the_figure_of_today(japan: list[Entry], rates: Rates) -> None:
    again = said("elsewhere#1", 300 * BILLION, "restates", "japan#5", currency="JPY", stage="budgeted")
    found = count([*japan, again], rates)["elsewhere#1"]
    assert reason_in_words(found.reason, "elsewhere#1", found.reason_key, found.reason_key_now) == "restates japan#5 (now japan#7)"


def test_nothing_in_it_is_refused_or_doubted(japan: list[Entry], rates: Rates) -> None:
    assert check_relations(japan) == {}
    assert warnings_of(japan, count(japan, rates), rates) == []


def test_in_dollars_the_family_is_its_root_but_for_the_movement_of_the_rate(japan: list[Entry], rates: Rates) -> None:
    counted = count(japan, rates)
    dollars = [rates.convert(counted[entry.key].net, "JPY", "USD", entry.announced_on) or Decimal(0) for entry in japan]
    root = rates.convert(Decimal(3 * TRILLION), "JPY", "USD", "2025-12-21")
    assert root == Decimal("19080097746.40")
    assert sum(dollars) != root
    assert abs(sum(dollars) / root - 1) < Decimal("0.02")
