"""Counts promised quantities once: a whole counts and its stages are listed under it; knows nothing of money."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

STATUSES = ("planned", "installed")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One stated quantity: `value` in units of `measure` (megawatts, gpus …), `status` planned or installed, `relation` new or part-of."""

    key: str
    measure: str
    value: Decimal
    status: str
    relation: str = "new"
    related_to: str | None = None


@dataclass(frozen=True, slots=True)
class CountedQuantity:
    """What a quantity counts in the sum of its measure and status: its whole value, or nothing where it lies in a larger one of that sum."""

    key: str
    counted: Decimal
    within: str | None  # the whole that it is listed under


def count_quantities(quantities: Iterable[Quantity]) -> dict[str, CountedQuantity]:
    """What each quantity counts, by key. Planned and installed are two sums: a stage already installed counts among the installed though
    its whole is only planned. Raises ValueError for a circle or a link to an absent quantity."""
    by_key = {quantity.key: quantity for quantity in quantities}
    return {key: _counted(quantity, by_key) for key, quantity in by_key.items()}


def totals(quantities: Iterable[Quantity]) -> dict[tuple[str, str], Decimal]:
    """The sums by (measure, status)."""
    listed = list(quantities)
    counted = count_quantities(listed)
    sums: dict[tuple[str, str], Decimal] = {}
    for quantity in listed:
        of = quantity.measure, quantity.status
        sums[of] = sums.get(of, Decimal(0)) + counted[quantity.key].counted
    return sums


def _counted(quantity: Quantity, by_key: Mapping[str, Quantity]) -> CountedQuantity:
    wholes = _wholes(quantity, by_key)
    inside = any((whole.measure, whole.status) == (quantity.measure, quantity.status) for whole in wholes)
    return CountedQuantity(quantity.key, Decimal(0) if inside else quantity.value, wholes[-1].key if wholes else None)


def _wholes(quantity: Quantity, by_key: Mapping[str, Quantity]) -> list[Quantity]:
    """What a quantity lies in, from the nearest to the outermost."""
    wholes: dict[str, Quantity] = {}
    at = quantity
    while at.relation == "part-of" and at.related_to is not None:
        if at.related_to not in by_key:
            raise ValueError(f"{at.key} is part of {at.related_to}, which is not among the quantities.")
        at = by_key[at.related_to]
        if at.key == quantity.key or at.key in wholes:
            raise ValueError(f"{quantity.key} is part of itself by way of {', '.join(wholes)}. Unlink one of them.")
        wholes[at.key] = at
    return list(wholes.values())
