"""A strip: every country as a tick on a logarithmic scale, one of them marked; knows places in percent only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10
from typing import Final

EDGE: Final = 3.0  # percent kept free at both ends
LABELS_AT_MOST: Final = 5
Words = Callable[[Decimal], str]


@dataclass(frozen=True, slots=True)
class Strip:
    """Ticks and labels; `own` is the place of the marked one, empty where it has no value."""

    ticks: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]
    own: str


def strip(values: Sequence[Decimal], own: Decimal | None, words: Words) -> Strip | None:
    """All positive values on one logarithmic scale; None where there are fewer than two to compare."""
    positive = sorted(value for value in values if value > 0)
    if len(positive) < 2:
        return None
    low, high = log10(positive[0]), log10(positive[-1])
    span = (high - low) or 1.0

    def place(value: Decimal) -> str:
        return f"{EDGE + (log10(value) - low) / span * (100 - 2 * EDGE):.2f}%"

    powers = list(range(ceil(low), floor(high) + 1))
    step = max(1, ceil(len(powers) / LABELS_AT_MOST))
    labels = tuple((place(Decimal(10) ** power), words(Decimal(10) ** power)) for power in powers[::step])
    return Strip(tuple(map(place, positive)), labels, place(own) if own is not None and own > 0 else "")
