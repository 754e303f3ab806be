"""Which rate converts an amount, by a fixed rule of days; knows neither where the series is kept nor what is converted."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Context, Decimal, localcontext
from math import isnan
from typing import Literal

from initiatives.dates import first_day, last_day, precision

Asked = tuple[str, str, str, date]
Mark = Literal["exact", "average", "provisional", "stale"]

DAYS_BACK = 10  # the longest pause of the reference rates is five days, at Easter and at the turn of a year
EURO_PEGS = {"XOF": 655.957, "XAF": 655.957}  # units per euro, fixed since 1 January 1999
RATE_DIGITS = Context(prec=16)  # more than the published six digits can bear, the same on every machine
SMALLEST_RATE = Decimal(1).scaleb(-18)  # as fine as a rate is kept
CROSS_DIGITS = Context(prec=28)
AMOUNT_CONTEXT = Context(prec=60)
SMALLEST_UNIT = Decimal("0.01")
ECB = "ECB"
MOST_REMEMBERED = 50_000  # about twenty-five megabytes
_FIRMNESS: tuple[Mark, ...] = ("exact", "average", "provisional", "stale")


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of the target currency for one unit; `day` is the day, month or year whose rate it is."""

    value: Decimal
    day: str
    provider: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Annual:
    """The average of one year in units per US dollar, and who published it."""

    units_per_usd: Decimal
    provider: str


@dataclass(frozen=True)
class Series:
    """Published rates: `per_euro[currency][n]` units per euro on `days[n]` (ordinals, ascending; NaN where none), and yearly averages."""

    days: Sequence[int]
    per_euro: Mapping[str, Sequence[float]]
    annual: Mapping[str, Mapping[int, Annual]] = field(default_factory=dict)


class Rates:
    """Rates of one installed series. "Today" is its last day unless an earlier one is given, so that the same series always answers the same."""

    def __init__(self, series: Series) -> None:
        self._series = series
        self._remembered: dict[Asked, Rate | None] = {}
        self.last_day = date.fromordinal(series.days[-1])
        self.currencies = frozenset({"EUR"}) | EURO_PEGS.keys() | series.per_euro.keys() | series.annual.keys()

    def rate(self, currency: str, target: str, announced_on: str, today: date | None = None) -> Rate | None:
        """The rate of a day, month or year; None where the two cannot be converted. Raises ValueError for a day that does not exist."""
        now = min(today or self.last_day, self.last_day)
        asked = (currency, target, announced_on, now)
        remembered = self._remembered
        if asked in remembered:
            return remembered[asked]
        with localcontext(CROSS_DIGITS):
            rate = self._rate(currency, target, announced_on, now)
        self._remember(asked, rate)
        return rate

    def _remember(self, asked: Asked, rate: Rate | None) -> None:
        if len(self._remembered) >= MOST_REMEMBERED:
            self._remembered = {}  # not cleared: another thread may be reading the old one
        self._remembered[asked] = rate

    def convert(self, amount: Decimal, currency: str, target: str, announced_on: str, today: date | None = None) -> Decimal | None:
        """`amount` in units of the target currency, to a hundredth of a unit; None where the two cannot be converted."""
        if currency == target:
            return amount
        rate = self.rate(currency, target, announced_on, today)
        return None if rate is None else converted(amount, rate)

    def _rate(self, currency: str, target: str, announced_on: str, today: date) -> Rate | None:
        if currency == target:
            return Rate(Decimal(1), announced_on, "same currency", "exact")
        direct = self._reference(currency, target, announced_on, today)
        if direct is not None:
            return direct
        to_dollar = self._leg(currency, "USD", announced_on, today)
        from_dollar = self._leg("USD", target, announced_on, today)
        return None if to_dollar is None or from_dollar is None else _chained(to_dollar, from_dollar)

    def _leg(self, currency: str, target: str, announced_on: str, today: date) -> Rate | None:
        """One side of a conversion through the dollar, which knows its rate to or from every currency of the yearly averages."""
        if currency == target:
            return Rate(Decimal(1), announced_on, "", "exact")
        return self._reference(currency, target, announced_on, today) or self._yearly(currency, target, first_day(announced_on).year)

    def _reference(self, currency: str, target: str, announced_on: str, today: date) -> Rate | None:
        """The European Central Bank's rate: of a day that is published, of a period that is over, else the last one."""
        first, last = first_day(announced_on), last_day(announced_on)
        if last > today:
            return self._last_before(currency, target, today, "provisional")
        if precision(announced_on) != "day":
            return self._mean(currency, target, first, last, announced_on)
        return self._last_before(currency, target, first, "exact")

    def _last_before(self, currency: str, target: str, day: date, mark: Mark) -> Rate | None:
        """The rate of `day`, else of the last day before it that has one, at most ten days back; never of a later day."""
        earliest = day.toordinal() - DAYS_BACK
        position = bisect_right(self._series.days, day.toordinal()) - 1
        while position >= 0 and self._series.days[position] >= earliest:
            value = self._cross(currency, target, position)
            if value is not None:
                return Rate(_kept(value), date.fromordinal(self._series.days[position]).isoformat(), ECB, mark)
            position -= 1
        return None

    def _mean(self, currency: str, target: str, first: date, last: date, announced_on: str) -> Rate | None:
        """The mean of the daily cross rates of the days of a period that have one."""
        days = self._series.days
        positions = range(bisect_left(days, first.toordinal()), bisect_right(days, last.toordinal()))
        values = [value for position in positions if (value := self._cross(currency, target, position)) is not None]
        if not values:
            return None
        return Rate(_kept(sum(values, Decimal(0)) / len(values)), announced_on, ECB, "average")

    def _cross(self, currency: str, target: str, position: int) -> Decimal | None:
        """Units of `target` for one unit of `currency` on one published day."""
        from_euro, to_euro = self._per_euro(target, position), self._per_euro(currency, position)
        return None if from_euro is None or to_euro is None else from_euro / to_euro

    def _per_euro(self, currency: str, position: int) -> Decimal | None:
        if currency == "EUR":
            return Decimal(1)
        if currency in EURO_PEGS:
            return Decimal(repr(EURO_PEGS[currency]))
        column = self._series.per_euro.get(currency)
        if column is None or isnan(column[position]):
            return None
        return Decimal(repr(column[position]))

    def _yearly(self, currency: str, target: str, year: int) -> Rate | None:
        """The average of the year, else of the nearest earlier one, which is stale; one of the two currencies is the dollar."""
        years = self._series.annual.get(currency if target == "USD" else target, {})
        nearest = max((known for known in years if known <= year), default=None)
        if nearest is None:
            return None
        annual = years[nearest]
        value = 1 / annual.units_per_usd if target == "USD" else annual.units_per_usd
        return Rate(_kept(value), str(nearest), annual.provider, "average" if nearest == year else "stale")


def converted(amount: Decimal, rate: Rate) -> Decimal:
    """`amount` at a rate, to a hundredth of a unit."""
    return AMOUNT_CONTEXT.multiply(amount, rate.value).quantize(SMALLEST_UNIT, context=AMOUNT_CONTEXT)


def _kept(value: Decimal) -> Decimal:
    kept = RATE_DIGITS.plus(value)
    return kept.quantize(SMALLEST_RATE) if kept < SMALLEST_RATE.scaleb(RATE_DIGITS.prec) else kept


def _chained(first: Rate, second: Rate) -> Rate:
    """Two rates one after the other; the day shown is that of the less firm one."""
    weaker = max(second, first, key=lambda rate: _FIRMNESS.index(rate.mark))
    providers = dict.fromkeys(provider for provider in (first.provider, second.provider) if provider)
    return Rate(_kept(first.value * second.value), weaker.day, " and ".join(providers), weaker.mark)
