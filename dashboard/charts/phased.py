"""Money phased over the years that it is meant for, in words, links and series; knows no drawing and no query."""

from collections.abc import Sequence
from decimal import Decimal

from dashboard.charts import by_origin, parts
from dashboard.charts.native import Series
from dashboard.charts.parts import LEDGER, Part, Sentence
from dashboard.figures.theme import Opens
from dashboard.figures.time_columns import NO_PERIOD, pieces
from dashboard.filters import Filters
from dashboard.filters.fields import NO_PERIOD as NONE
from dashboard.filters.fields import STATED
from dashboard.queries.rows import PeriodFunding
from initiatives import formats

NOTES = (
    "A sum that is meant for several years is spread evenly over them, for want of a published schedule. The list behind a year has such sums "
    "whole, with the years of each.",
    "Money of which nobody says which years it is meant for is not spread: it is drawn apart, pale, in the year of its announcement.",
)


def answer(rows: Sequence[PeriodFunding], filters: Filters, aside: str) -> Sentence:
    """How much states its period, which year has most of that, and how much states none; `aside` says what of the whole is hedged."""
    total, unstated = rows[-1].cumulative, sum((row.no_period for row in rows), Decimal(0))
    stated = total - unstated
    whole = parts.entries(formats.money(total, filters.currency), filters)
    if not stated:
        return (Part("Nobody says which years any of the "), whole, Part(f"{aside} is meant for: each sum stands in the year of its announcement."))
    if not unstated:
        return (Part("All of the "), whole, Part(f"{aside} has a stated period; "), *_most(rows, stated, filters), Part("."))
    return (
        Part("Of the "), whole, Part(f"{aside}, "), _covering(stated, STATED, filters), Part(" has a stated period; "),
        *_most(rows, stated, filters), Part(". Which years the other "), _covering(unstated, NONE, filters),
        Part(" is meant for nobody says: it is drawn apart, in the year of its announcement."),
    )  # fmt: skip


def _most(rows: Sequence[PeriodFunding], stated: Decimal, filters: Filters) -> Sentence:
    """The year that most of it is meant for, with its part."""
    most = max(rows, key=meant)
    share = parts.share(meant(most), stated)
    return (Part(f"{share} of that, "), _covering(meant(most), most.period, filters), Part(f", is meant for {most.period}"))


def meant(row: PeriodFunding) -> Decimal:
    """What of a year's sum is stated to be meant for it."""
    return (row.total or Decimal(0)) - row.no_period


def _covering(amount: Decimal, covers: str, filters: Filters) -> Part:
    words = formats.money(amount, filters.currency)
    return Part(words) if filters.covers else parts.entries(words, filters, covers=covers)


def spoken(row: PeriodFunding, filters: Filters) -> str:
    """`$36.5 bn meant for it, $2 bn announced then without a period`."""
    said = [f"{formats.money(meant(row), filters.currency)} meant for it"] if meant(row) else []
    silent = [f"{formats.money(row.no_period, filters.currency)} announced then without a stated period"] if row.no_period else []
    return ", ".join((*said, *silent))


def opener(filters: Filters) -> Opens:
    """Where a stretch of a column leads: the entries whose period takes in the year, or those of its announcement that state none.

    Where years are chosen already the address bar cannot ask for both, and it leads nowhere."""

    def opened(year: str, stretch: str) -> str | None:
        if stretch == NO_PERIOD:
            narrowed = filters.first_day or filters.last_day or filters.covers
            return None if narrowed else parts.address(LEDGER, filters, {"step": filters.step or "counted", "covers": NONE, "from": year, "to": year})
        return None if filters.covers else parts.entries("", filters, origin=stretch, covers=year).address

    return opened


def series(rows: Sequence[PeriodFunding]) -> tuple[Series, ...]:
    """The series of what is meant for each year by origin, and on top what states no period."""
    drawn = by_origin.series(len(rows), lambda place, origin, open_end: pieces(rows[place], phased=True)[open_end][origin])
    apart = tuple(row.no_period for row in rows)
    return (*drawn, Series("No period stated", apart, "rule")) if any(apart) else drawn
