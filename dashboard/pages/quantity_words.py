"""Stated power and computing in words, for lists of initiatives; knows no requests."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dashboard.charts.energy_and_compute import UNITS
from dashboard.figures.quantity_bars import written
from dashboard.queries.quantities import Statement
from initiatives import formats


def in_words(value: Decimal, measure: str, status: str) -> str:
    """`1,000 MW planned`."""
    return f"{written(value)}{formats.NO_BREAK}{UNITS[measure]} {status}"


def stated(statements: Sequence[Statement]) -> str:
    """`target 1,000 MW planned; 200 MW planned, part of it`."""
    return "; ".join(
        f"{formats.hedged(in_words(one.value, one.measure, one.status), one.hedge)}{'' if one.counted else ', part of it'}" for one in statements
    )


def sums(found: Mapping[str, Decimal]) -> str:
    """`32,183 MW planned are stated here; …`; nothing where no quantity is asked for."""
    if not found:
        return ""
    words = [in_words(value, *quantity.split("-")) for quantity, value in found.items()]
    return f"{formats.listed(words)} are stated here; what lies in a larger quantity is counted once, with it."
