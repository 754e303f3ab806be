"""The record that we ship, counted: the figures that its pages open with. Whoever changes the record changes them here, knowingly."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from initiatives.ledger.count import check_relations, count
from initiatives.ledger.forest import linked
from initiatives.ledger.quantities import Quantity, count_quantities
from initiatives.ledger.rates import Rates
from initiatives.ledger.series import ANNUAL_FILE
from initiatives.ledger.values import BASES, Counted, Entry, reason_at
from initiatives.ledger.warnings import warnings_of
from initiatives.ledger.why import row_of, steps

RECORD = ANNUAL_FILE.parent / "initiatives.jsonl"
BILLION = Decimal(10**9)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line, parse_float=Decimal) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def entry_of(stated: dict[str, Any], owners: list[str]) -> Entry:
    return Entry(
        key=stated["key"],
        amount=None if stated["amount"] is None else Decimal(stated["amount"]),
        currency=stated["currency"],
        announced_on=stated["announced_on"],
        stage=stated["stage"],
        relation=stated["relation"],
        related_to=stated["related_to"],
        scope=stated["scope"],
        origin=stated["origin"],
        owners=tuple(owners),
        recipient_country=stated["recipient_country"],
        hedge=stated["hedge"],
        usd_as_published=None if stated["usd_as_published"] is None else Decimal(stated["usd_as_published"]),
    )


@pytest.fixture(scope="module")
def record() -> list[Entry]:
    return [entry_of(stated, initiative["countries"]) for initiative in lines(RECORD) for stated in initiative["funding"]]


@pytest.fixture(scope="module")
def counted(record: list[Entry], rates: Rates) -> dict[str, Counted]:
    return count(record, rates)


def in_billions(record: list[Entry], counted: dict[str, Counted], rates: Rates, basis: str) -> list[tuple[str, int, Decimal]]:
    """Step, entries and amount in billions of dollars to three figures."""
    rows = [
        row_of(entry, counted[entry.key], lambda amount, of=entry: rates.convert(amount, of.currency, "USD", of.announced_on))  # type: ignore[misc]
        for entry in record
    ]
    return [(step.step, step.entries, Decimal(f"{step.amount / BILLION:.3g}")) for step in steps(rows, basis, ["ai"])]


def test_the_way_from_everything_published_to_what_is_counted(record: list[Entry], counted: dict[str, Counted], rates: Rates) -> None:
    assert in_billions(record, counted, rates, "announced") == [
        ("published", 539, Decimal(5390)),
        ("restated", 14, Decimal("-82.2")),
        ("replaced", 16, Decimal(-112)),
        ("cancelled", 3, Decimal("-1.55")),
        ("contained", 141, Decimal(-1930)),
        ("out_of_scope", 67, Decimal(-905)),
        ("below_basis", 98, Decimal(-2050)),
        ("counted", 307, Decimal(314)),
    ]


def test_the_total_at_each_basis(record: list[Entry], counted: dict[str, Counted], rates: Rates) -> None:
    totals = [in_billions(record, counted, rates, basis)[-1][2] for basis in BASES]
    assert totals == [Decimal(2360), Decimal(314), Decimal(144), Decimal(125), Decimal("13.0")]


def test_how_many_entries_count_for_which_reason(record: list[Entry], counted: dict[str, Counted]) -> None:
    assert Counter(str(reason_at(counted[entry.key], entry)) for entry in record) == {
        "counted": 246,
        "counted-less": 61,
        "contains-only": 23,
        "below-basis": 103,
        "out-of-scope": 70,
        "restates": 14,
        "replaced": 16,
        "cancelled": 3,
        "cancels": 3,
    }


def test_nothing_in_it_is_refused_and_every_link_is_as_an_import_would_make_it(record: list[Entry]) -> None:
    assert [problem for problems in check_relations(record).values() for problem in problems if problem.refused] == []
    assert linked(record) == record


def test_no_dollar_figure_of_a_source_is_far_from_its_rate(record: list[Entry], counted: dict[str, Counted], rates: Rates) -> None:
    codes = Counter(caution.code for caution in warnings_of(record, counted, rates))
    assert codes == {"parts-exceed-envelope": 9, "softer-part": 17, "stale-rate": 18, "provisional-rate": 5, "undisclosed": 3}


def test_its_quantities_can_be_counted() -> None:
    stated = [
        Quantity(each["key"], each["measure"], Decimal(each["value"]), each["status"], each["relation"], each["related_to"])
        for initiative in lines(RECORD)
        for each in initiative["quantities"]
    ]
    found = count_quantities(stated)
    inside = [each.key for each in stated if each.relation == "part-of"]
    assert inside
    assert all(found[key].within is not None for key in inside)
