"""Quantities counted once."""

from decimal import Decimal

import pytest

from initiatives.ledger.quantities import Quantity, count_quantities, totals


def power(key: str, value: int, within: str | None = None, status: str = "planned") -> Quantity:
    return Quantity(key, "megawatts", Decimal(value), status, "part-of" if within else "new", within)


def test_a_campus_counts_once_and_its_phases_are_listed_under_it() -> None:
    campus = [power("c~1", 1000, "c~2"), power("c~2", 5000), power("c~3", 200, "c~1")]
    counted = count_quantities(campus)
    assert {key: found.counted for key, found in counted.items()} == {"c~1": 0, "c~2": 5000, "c~3": 0}
    assert {key: found.within for key, found in counted.items()} == {"c~1": "c~2", "c~2": None, "c~3": "c~2"}
    assert totals(campus) == {("megawatts", "planned"): 5000}


def test_planned_and_installed_are_two_sums() -> None:
    campus = [power("c~1", 5000), power("c~2", 200, "c~1", "installed"), power("c~3", 50, "c~2", "installed")]
    assert totals(campus) == {("megawatts", "planned"): 5000, ("megawatts", "installed"): 200}


@pytest.mark.parametrize(
    ("quantities", "says"),
    [
        ([power("a", 1, "b"), power("b", 1, "a")], "a is part of itself"),
        ([power("a", 1, "a")], "a is part of itself"),
        ([power("a", 1, "b"), power("b", 1, "c"), power("c", 1, "b")], "part of itself"),
        ([power("a", 1, "b")], "a is part of b, which is not among the quantities"),
    ],
)
def test_quantities_that_cannot_be_counted_are_refused_in_words(quantities: list[Quantity], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        count_quantities(quantities)
