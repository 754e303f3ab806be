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
    """`Together they state 32,183 MW planned, each part counted once.`; nothing where no quantity is asked for."""
    if not found:
        return ""
    words = [in_words(value, *quantity.split("-")) for quantity, value in found.items()]
    return f"Together they state {formats.listed(words)}, what lies in a larger quantity counted once with it."
