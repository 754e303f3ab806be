"""Money by origin as the series of a native chart, what is only an “up to” apart; knows no pixels and no query."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from dashboard.charts.native import Pattern, Series
from dashboard.figures.theme import ORIGINS

NAMES: Final = {"public": "Public", "mixed": "Mixed: one figure joins both", "private": "Private", "unknown": "Origin unknown"}
PATTERNS: Final[dict[str, Pattern]] = {"mixed": "lines", "unknown": "crosses"}
OPEN: Final = "{}, “up to”"

Amount = Callable[[int, str, bool], Decimal | None]


def series(count: int, amount: Amount) -> tuple[Series, ...]:
    """One series an origin for what is stated, then one for each open end; those that hold nothing are left out.

    `amount` answers for a category, an origin and whether the open end is asked for; None where nobody said."""
    stated = [Series(NAMES[origin], _values(count, amount, origin, False), origin, PATTERNS.get(origin)) for origin in ORIGINS]
    opened = [Series(OPEN.format(NAMES[origin].partition(":")[0]), _values(count, amount, origin, True), origin, open_end=True) for origin in ORIGINS]
    return tuple(one for one in (*stated, *opened) if any(one.values))


def _values(count: int, amount: Amount, origin: str, open_end: bool) -> tuple[Decimal | None, ...]:
    return tuple(amount(place, origin, open_end) for place in range(count))


def unit(currency_words: str, per: str = "total") -> str:
    """The unit of the values in words: `US dollars`, `% of GDP`, `US dollars per person`."""
    return {"total": currency_words, "gdp": "% of GDP", "person": f"{currency_words} per person"}[per]
