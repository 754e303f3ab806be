"""What the numbers of one chart are called: its currency and whether they are sums, shares of GDP or sums a person; knows no rows."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from initiatives import formats

TICKS_AT_MOST: Final = 6
STEPS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """The marks of an axis from zero: where they stand and what is written there; the last one carries the unit."""

    values: tuple[float, ...]
    words: tuple[str, ...]

    def axis(self) -> dict[str, list[float] | list[str]]:
        """The part of a Plotly axis that says where its marks are."""
        return {"tickvals": list(self.values), "ticktext": list(self.words)}


@dataclass(frozen=True, slots=True)
class Labels:
    """How values are written; `per` is `total`, `gdp` (values are percent) or `person`."""

    currency: str = "USD"
    per: str = "total"

    def value(self, amount: Decimal | None) -> str:
        """At a bar: `$53.5 bn`, `0.164 %`."""
        if amount is None:
            return formats.UNDISCLOSED
        return formats.percent(amount) if self.per == "gdp" else formats.money(amount, self.currency)

    def edge(self, amount: Decimal) -> str:
        """A round limit with its own digits: `$5 bn`, `0.05 %`."""
        if self.per == "gdp":
            return f"{amount.normalize():f}{formats.NO_BREAK}%"
        return formats.round_sum(amount, self.currency)

    def scale(self, top: Decimal, most: int = TICKS_AT_MOST) -> Scale:
        """Round marks from 0 to at most `top`, not more than `most` of them."""
        step = round_step(top, most)
        values = [step * index for index in range(int(top / step) + 1)] if top > 0 else [Decimal(0)]
        size = next((limit for limit, _ in formats.SIZES if values[-1] >= limit), Decimal(1)) if self.per != "gdp" else Decimal(1)
        return Scale(tuple(map(float, values)), tuple(self._tick(value, size, value == values[-1]) for value in values))

    def _tick(self, value: Decimal, size: Decimal, last: bool) -> str:
        if self.per == "gdp":
            return f"{value.normalize():f}{formats.NO_BREAK}%" if last else f"{value.normalize():f}"
        return formats.tick(value, self.currency, size, with_unit=last and value > 0)


def round_step(top: Decimal, most: int) -> Decimal:
    """The smallest of 1, 2, 2.5 or 5 times a power of ten that marks `top` at most `most` times, zero included."""
    if top <= 0:
        return Decimal(1)
    least = top / most
    power = Decimal(1).scaleb(least.adjusted())
    return next(step * power for step in STEPS if step * power >= least)
