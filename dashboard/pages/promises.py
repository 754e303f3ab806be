"""The calendar of an initiative's money: which years each statement covers and when it was said; knows no requests."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from dashboard.filters import Filters
from dashboard.pages.drawings import Promise, Years, years
from dashboard.queries.entries import EntryRow
from dashboard.templatetags.shown import as_published
from initiatives import dates
from initiatives.names.countries import COUNTRIES

PARTIES: Final = ("public", "mixed", "private")


def calendar(own: Sequence[EntryRow], filters: Filters, today: date) -> Years | None:
    """Every statement that names the years it covers, unless another stands for it; None where none does."""
    return years([promise(row, filters) for row in own if row.period and row.live], today)


def promise(row: EntryRow, filters: Filters) -> Promise:
    """One statement with its days; fiscal years begin as its country's do."""
    first, last = (int(year) for year in (row.period or "").split("-"))
    month = COUNTRIES[row.country].fiscal_year_start_month if row.country in COUNTRIES else 1
    begin = date(first, month, 1)
    end = date(last + (month > 1), month, 1) if month > 1 else date(last + 1, 1, 1)
    origin = row.origin if row.origin in PARTIES else "mixed"
    return Promise(
        f"{as_published(row)}, {row.period}",
        f"{row.stage}; {row.reason_words}",
        row.anchor,
        origin,
        begin,
        end,
        dates.first_day(row.announced_on),
        bool(row.counts),
    )
