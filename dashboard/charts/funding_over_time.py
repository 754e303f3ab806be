"""Funding over time: when it was announced, or which years it is meant for."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.charts import by_origin, hedged, parts, phased, unsaid
from dashboard.charts.chart import Chart
from dashboard.charts.native import Native
from dashboard.charts.parts import Part, Sentence
from dashboard.figures import floors, key, time_columns
from dashboard.figures.key import KeyItem
from dashboard.figures.labels import Labels
from dashboard.figures.theme import ORIGINS, Figure, Opens
from dashboard.filters import Filters
from dashboard.filters.sentences import currency
from dashboard.queries.funding_over_time import funding_over_time
from dashboard.queries.rows import PeriodFunding
from initiatives import formats


class FundingOverTime(Chart[PeriodFunding]):
    """Columns by year or quarter, running totals as figures."""

    slug = "funding-over-time"
    name = "Funding over time"
    switches = ("period",)

    def question(self, filters: Filters) -> str:
        """`When was the money for AI announced?`"""
        if filters.period == "phased":
            return f"Which years is the money for {parts.scope_words(filters)} meant for?"
        return f"When was the money for {parts.scope_words(filters)} {parts.VERBS[filters.basis]}?"

    def rows(self, filters: Filters) -> Sequence[PeriodFunding]:
        """One row a year or quarter, gaps included."""
        return funding_over_time(filters)

    def figure(self, rows: Sequence[PeriodFunding], filters: Filters, width: int, narrow: bool = False) -> Figure:
        """The columns."""
        height = 260 if width < 400 else time_columns.HEIGHT
        return time_columns.figure(rows, self.labels(filters), width, narrow, height, opener(filters), filters.period == "phased")

    def labels(self, filters: Filters) -> Labels:
        """Always sums: a year has no GDP of its own here."""
        return Labels(filters.currency)

    def answer(self, rows: Sequence[PeriodFunding], filters: Filters) -> Sentence:
        """The heaviest period and the running total."""
        known = [row for row in rows if row.total]
        if not known:
            return (Part(f"Nothing with a published sum is known to be {parts.VERBS[filters.basis]} under these filters."),)
        total = rows[-1].cumulative
        verb = f"was {parts.VERBS[filters.basis]} in"
        whole = parts.entries(formats.money(total, filters.currency), filters)
        ceilings, floors = zip(*(hedges_of(row) for row in rows), strict=True)
        aside = hedged.aside(total, sum(ceilings, Decimal(0)), sum(floors, Decimal(0)), filters.currency)
        if filters.period == "phased":
            return phased.answer(rows, filters, aside)
        most = max(known, key=lambda row: row.total or 0)
        if most.total == total:
            return (Part("All of the "), whole, Part(f"{aside} {verb} {words_of(most.period)}."))
        return (
            Part(f"{parts.share(most.total or total, total)} of the "), whole, Part(f"{aside} {verb} {words_of(most.period)}: "),
            self._of_period(most, filters), Part(f"{hedged.words(most.total, *hedges_of(most), filters.currency)}."),
        )  # fmt: skip

    def _of_period(self, row: PeriodFunding, filters: Filters) -> Part:
        """The sum of a period, which opens its entries; where no days select it there are none that add up to it."""
        words = formats.money(row.total, filters.currency)
        return parts.entries(words, filters, **days_of(row.period, filters)) if has_days(row.period, filters) else Part(words)

    def spoken(self, rows: Sequence[PeriodFunding], filters: Filters) -> str:
        """Every column with its running total."""
        return " ".join(f"{parts.opening(words_of(row.period))}: {self._spoken(row, filters)}." for row in rows)

    def _spoken(self, row: PeriodFunding, filters: Filters) -> str:
        running = f"{formats.money(row.cumulative, filters.currency)} in all"
        if row.total == 0:
            return f"nothing that counts, {running}"
        words = hedged.words(row.total, *hedges_of(row), filters.currency)
        if filters.period == "phased" and row.total:
            return f"{phased.spoken(row, filters)}{words}; {running}"
        return f"{formats.money(row.total, filters.currency)}{words}{';' if words else ','} {running}"

    def key(self, rows: Sequence[PeriodFunding], filters: Filters) -> list[KeyItem]:
        """The origins that are drawn, the open end, the floor."""
        is_phased = filters.period == "phased"
        drawn = [time_columns.pieces(row, is_phased) for row in rows]
        ceilings = any(value for _, opened in drawn for value in opened.values())
        present = {origin for origin in ORIGINS for both in drawn if any(one[origin] for one in both)}
        apart = [KeyItem(time_columns.NO_PERIOD, time_columns.APART)] if is_phased and any(row.no_period for row in rows) else []
        return [*key.origins(present, ceilings, floors=any(floors.is_marked(row.total, row.at_least) for row in rows)), *apart]

    def under(self, rows: Sequence[PeriodFunding], filters: Filters) -> Sentence:
        """The unit of the figures, and entries without a sum."""
        highest = max((row.total for row in rows if row.total), default=None)
        unit = f"Figures in {formats.unit_words(time_columns.size_of(highest)[0], filters.currency)}" if highest else ""
        unsaid = sum(row.undisclosed for row in rows)
        silent = parts.statements(formats.counted(unsaid, "entry is", "entries are") + " undisclosed", filters, reason="undisclosed")
        gap = (silent, Part("; “?” marks a period of which no sum is known")) if any(row.total is None for row in rows) else (silent,)
        return parts.joined([*([(Part(unit),)] if unit else []), *([gap] if unsaid else [])])

    def beside(self, rows: Sequence[PeriodFunding], filters: Filters) -> Sentence:
        """Joint money, what is not convertible, and what lies outside the scope."""
        return unsaid.beside(filters, conversion=True)

    def native(self, rows: Sequence[PeriodFunding], filters: Filters) -> Native | None:
        """Columns by origin with their open ends; a period of which nobody says how much has no value, not zero."""
        if filters.period == "phased":
            series = phased.series(rows)
        else:
            series = by_origin.series(len(rows), lambda place, origin, open_end: _amount(rows[place], origin, open_end))
        totals = tuple(formats.money(row.total, filters.currency) for row in rows)
        return Native("columns", tuple(row.period for row in rows), series, currency(filters.currency), totals) if series else None

    def notes(self, rows: Sequence[PeriodFunding], filters: Filters) -> list[str]:
        """How to read the columns."""
        if filters.period == "phased":
            return [
                *phased.NOTES,
                "The running total under the columns adds up everything counted so far.",
                "Sums are in current prices and not adjusted for inflation.",
            ]
        return [
            "The day is that of the announcement, not of the payment. An entry of which only the year is known stands in its year.",
            "The solid column is what the sources state. An open end is a ceiling (“up to”) or a target; ▸ marks a total of which at least a quarter "
            f"is a floor. {hedged.RULE}",
            "A newer figure for the same money stands on its own day; the older one then counts nothing.",
            "The running total under the columns adds up everything counted so far.",
            "Sums are in current prices and not adjusted for inflation.",
        ]


def opener(filters: Filters) -> Opens:
    """Where a stretch of a column leads: the entries of its days and its origin that count."""
    if filters.period == "phased":
        return phased.opener(filters)

    def opened(period: str, origin: str) -> str | None:
        return parts.entries("", filters, origin=origin, **days_of(period, filters)).address if has_days(period, filters) else None

    return opened


def has_days(period: str, filters: Filters) -> bool:
    """Whether days select the period: phased money is of no day, and what is known by its year alone lies among the quarters of that year."""
    return filters.period == "year" or (filters.period == "quarter" and "-Q" in period)


def _amount(row: PeriodFunding, origin: str, open_end: bool) -> Decimal | None:
    """A stretch of a column; None where nobody said anything of this origin."""
    amount: Decimal | None = getattr(row, origin)
    if amount is None or row.total is None:
        return None
    ceiling = row.ceilings.get(origin, Decimal(0))
    return ceiling if open_end else amount - ceiling


def hedges_of(row: PeriodFunding) -> tuple[Decimal, Decimal]:
    """What of a period's sum is only a ceiling or a target, and what only a floor."""
    return sum(row.ceilings.values(), Decimal(0)), row.at_least


def words_of(period: str) -> str:
    """`2025`, `the 4th quarter of 2025`."""
    year, _, quarter = period.partition("-Q")
    return f"the {formats.ordinal(int(quarter))} quarter of {year}" if quarter else year


def days_of(period: str, filters: Filters) -> dict[str, Any]:
    """The filter that selects a period, no wider than the days that are chosen already; none where days select none."""
    if not has_days(period, filters):
        return {}
    year, _, quarter = period.partition("-Q")
    last = int(quarter) * 3 if quarter else 12
    begins, ends = f"{year}-{last - 2:02d}" if quarter else year, f"{year}-{last:02d}" if quarter else year
    starts_later = filters.first_day is not None and filters.first_day > date(int(year), last - 2 if quarter else 1, 1)
    stops_earlier = filters.last_day is not None and filters.last_day < date(int(year), last, monthrange(int(year), last)[1])
    return {"from": filters.from_ if starts_later else begins, "to": filters.to if stops_earlier else ends}
