"""Counted money by year or quarter of announcement, or phased over the years it covers; must not know how it is drawn."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Substr

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.remembered import Shared
from dashboard.queries.rows import Money, PeriodFunding
from initiatives.ledger.values import ORIGINS
from initiatives.models import FundingCount

MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Slice:
    """Live entries of one month (or year, where no month is known), one span of years and one origin, added up."""

    announced: str  # "2025-12", or "2025"
    covers: str | None  # "2026-2030"
    origin: str
    net: Decimal | None
    entries: int
    counting: int
    undisclosed: int
    ceiling: Decimal | None = None  # the part of the net whose figure is an “up to” or a target
    floor: Decimal | None = None  # the part of the net whose figure is an “at least”


def funding_over_time(filters: Filters) -> list[PeriodFunding]:
    """One row for each year or quarter from the first with an entry to the last, those without money as 0; one statement.

    What is known by its year alone stands before the quarters of that year. Phased money is spread evenly over the years that it covers.
    """
    by_period: dict[str, list[Slice]] = defaultdict(list)
    for one in slices(filters):
        for period, part in spread(one, filters.period):
            by_period[period].append(part)
    return with_running_total(_row(period, by_period.get(period, [])) for period in periods(by_period, filters.period))


def slices(filters: Filters) -> list[Slice]:
    """The entries at the basis and in the scope, by month, span and origin; one statement."""
    return [Slice(*row) for row in SLICES.rows(filters)]


def _slices(filters: Filters) -> QuerySet[FundingCount, Any]:
    found = selection.entries(filters).filter(money.at_basis(filters)).order_by().alias(shown_net=money.amount(filters, "net"))
    sums: QuerySet[FundingCount, Any] = found.values(month=Substr("announced_on", 1, 7), covers=F("entry__period"), origins=F("origin")).annotate(
        sum=Sum("shown_net"),
        entries=Count("id"),
        counting=Count("id", filter=Q(net__gt=0, shown_net__isnull=False)),
        undisclosed=Count("id", filter=Q(reason="undisclosed")),
        ceiling=Sum("shown_net", filter=Q(entry__hedge__in=money.OPEN_HEDGES)),
        floor=Sum("shown_net", filter=Q(entry__hedge="at-least")),
    )
    columns = ("month", "covers", "origins", "sum", "entries", "counting", "undisclosed", "ceiling", "floor")
    return sums.values_list(*columns)


SLICES = Shared("slices", _slices)


def spread(one: Slice, by: str) -> Iterator[tuple[str, Slice]]:
    """The periods that a slice belongs to, with its part of each."""
    if by == "phased" and one.covers:
        first, last = (int(year) for year in one.covers.split("-"))
        shares = (parts(amount, last - first + 1) for amount in (one.net, one.ceiling, one.floor))
        for year, (net, ceiling, floor) in zip(range(first, last + 1), zip(*shares, strict=True), strict=True):
            yield str(year), replace(one, net=net, ceiling=ceiling, floor=floor)
    else:
        yield period_of(one.announced, by), one


def parts(amount: Decimal | None, years: int) -> list[Decimal | None]:
    """An amount in equal parts to a hundredth; the last takes what is left, so that they add up."""
    if amount is None:
        return [None] * years
    each = (amount / years).quantize(Decimal("0.01"))
    return [*[each] * (years - 1), amount - each * (years - 1)]


def period_of(announced: str, by: str) -> str:
    """`2025-12` as `2025-Q4` or `2025`; a year alone has no quarter."""
    year, _, month = announced.partition("-")
    return f"{year}-Q{(int(month) - 1) // MONTHS_A_QUARTER + 1}" if by == "quarter" and month else year


def periods(found: Iterable[str], by: str) -> list[str]:
    """Every period between the first and the last; a year without quarter only where something is known by its year alone."""
    some = set(found)
    if not some:
        return []
    years = range(int(min(some)[:4]), int(max(some)[:4]) + 1)
    if by != "quarter":
        return [str(year) for year in years]
    quarters = {f"{year}-Q{quarter}" for year in years for quarter in range(1, 5)}
    return sorted(some | {one for one in quarters if min(some) <= one <= max(some)})


def _row(period: str, some: list[Slice]) -> PeriodFunding:
    by_origin = {origin: _known([one for one in some if one.origin == origin]) for origin in ORIGINS}
    unstated = [one for one in some if not one.covers]
    return PeriodFunding(
        period=period,
        **by_origin,
        total=_known(some),
        cumulative=money.ZERO,
        entries=sum(one.counting for one in some),
        undisclosed=sum(one.undisclosed for one in some),
        ceilings=_by_origin(some, "ceiling"),
        at_least=sum((one.floor or money.ZERO for one in some), money.ZERO),
        unstated=_by_origin(unstated, "net"),
        unstated_ceilings=_by_origin(unstated, "ceiling"),
    )


def _by_origin(some: list[Slice], amount: Literal["net", "ceiling"]) -> dict[str, Decimal]:
    return {origin: sum((getattr(one, amount) or money.ZERO for one in some if one.origin == origin), money.ZERO) for origin in ORIGINS}


def _known(some: list[Slice]) -> Money:
    """The sum; None where there are entries but none says how much."""
    if any(one.undisclosed for one in some) and not any(one.counting for one in some):
        return None
    return sum((one.net or money.ZERO for one in some), money.ZERO)


def with_running_total(rows: Iterable[PeriodFunding]) -> list[PeriodFunding]:
    """The rows with what has been counted up to each of them."""
    running, found = money.ZERO, []
    for row in rows:
        running += row.total or money.ZERO
        found.append(replace(row, cumulative=running))
    return found
