"""The figures of charts that office programs cannot draw as bars that they can, for the workbook beside a picture; knows no query."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from dashboard.charts import by_origin
from dashboard.charts.native import LONGEST_NAME, Native, Series, beyond
from dashboard.filters import Filters
from dashboard.filters.sentences import currency
from dashboard.queries.composition import Portion
from dashboard.queries.money_flows import Flow
from initiatives import formats

MOST: Final = 24  # bars of a chart


def of_countries(rows: Sequence[Portion], filters: Filters) -> Native | None:
    """A bar for each country, the largest first: what is committed, and what is not yet."""
    by_country: dict[str, list[Portion]] = {}
    for row in rows:
        by_country.setdefault(row.country_name, []).append(row)
    sums = {name: (_summed(row.amount for row in some), _summed(row.committed for row in some)) for name, some in by_country.items()}
    ranked = sorted(((name, *amounts) for name, amounts in sums.items() if amounts[0]), key=lambda one: -one[1])
    if not ranked:
        return None
    shown = ranked[:MOST]
    series = (
        Series("Committed", tuple(committed for *_, committed in shown), "sum-5"),
        Series("Not committed yet", tuple(amount - committed for _, amount, committed in shown), "sum-2"),
    )
    totals = tuple(formats.money(amount, filters.currency) for _, amount, _ in shown)
    return Native("bars", tuple(name for name, *_ in shown), series, currency(filters.currency), totals, gathered=beyond(len(ranked) - MOST))


def of_flows(rows: Sequence[Flow], filters: Filters) -> Native | None:
    """A bar for each flow from a named payer to an initiative, the largest first, by origin with its open end."""
    named = sorted((row for row in rows if row.payer and row.initiative and row.amount), key=lambda row: -row.amount)
    shown = named[:MOST]

    def amount(place: int, origin: str, open_end: bool) -> Decimal | None:
        row = shown[place]
        if row.origin != origin:
            return None
        return row.ceiling if open_end else row.amount - row.ceiling

    series = by_origin.series(len(shown), amount)
    if not series:
        return None
    names = tuple(_shortened(f"{row.payer.name if row.payer else ''} → {row.initiative.name if row.initiative else ''}") for row in shown)
    totals = tuple(formats.money(row.amount, filters.currency) for row in shown)
    return Native("bars", names, series, currency(filters.currency), totals, gathered=beyond(len(named) - MOST))


def of_shares(shares: Sequence[tuple[str, int, int]]) -> Native | None:
    """A bar for each owner (its name, the participations of known home, those of them from abroad), in percent."""
    shown = [(name, Decimal(abroad * 100) / of) for name, of, abroad in shares if of][:MOST]
    if not shown:
        return None
    values = tuple(percent.quantize(Decimal("0.1")) for _, percent in shown)
    totals = tuple(formats.percent(percent) for _, percent in shown)
    series = (Series("From abroad", values, "ink-2"),)
    return Native("bars", tuple(name for name, _ in shown), series, "% of participations of known home", totals, gathered=beyond(len(shares) - MOST))


def _summed(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_NAME else f"{words[: LONGEST_NAME - 1].rstrip()}…"
