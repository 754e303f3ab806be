"""Whose rates the sums of a selection are converted with; must not know how that is shown."""

from typing import Any, Final

from django.db.models import QuerySet

from dashboard.filters import Filters
from dashboard.queries import money, selection, written
from dashboard.queries.remembered import remembered, selected
from initiatives.models import FundingCount

NAMES: Final = {
    "ECB": "European Central Bank",
    "IMF": "International Monetary Fund (yearly averages)",
    "US Federal Reserve": "US Federal Reserve (yearly averages)",
}
BETWEEN: Final = " and "  # of two providers where a rate goes through a third currency


def rate_providers(filters: Filters) -> list[str]:
    """The providers of the rates in a selection, whatever of it counts, in the order of their rank; one statement, none where it was asked before."""
    found = remembered("rate providers", selected(filters), lambda: _asked(filters))
    return [name for provider, name in NAMES.items() if provider in found]


def _asked(filters: Filters) -> list[str]:
    return sorted({provider for (names,) in written.rows(_named, filters) for provider in (names or "").split(BETWEEN)})


def _named(filters: Filters) -> QuerySet[FundingCount, Any]:
    rows: QuerySet[FundingCount, Any] = selection.entries(filters).filter(disclosed=True).order_by()
    if filters.currency == money.DOLLARS:
        return rows.values_list("rate_provider").distinct()
    return rows.values_list(money.conversion_of(filters, "rate_provider")).distinct()
