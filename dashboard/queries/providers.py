"""Whose rates the sums of a selection are converted with; must not know how that is shown."""

from typing import Any, Final

from django.db.models import QuerySet

from dashboard.filters import Filters
from dashboard.queries import money, selection, whole, written
from dashboard.queries.cells import TOLD_APART
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
    every = of_the_record(whole.of(filters, *TOLD_APART)) if whole.holds(filters, *TOLD_APART) else None
    if every is None:
        named = {names for *_, names in written.rows(_named, filters)}
    else:
        belongs, has_origin, has_stage = whole.in_places(filters), whole.is_chosen(filters, "origin"), whole.is_chosen(filters, "stage")
        named = {names for country, origin, stage, names in every if belongs(country) and has_origin(origin) and has_stage(stage)}
    return sorted({provider for names in named for provider in (names or "").split(BETWEEN)})


def of_the_record(filters: Filters) -> list[tuple[Any, ...]] | None:
    """The providers of the whole record with what tells them apart; None where they cannot be kept."""
    return whole.kept("rate providers", selected(filters), lambda: written.rows(_named, filters))


def _named(filters: Filters) -> QuerySet[FundingCount, Any]:
    rows: QuerySet[FundingCount, Any] = selection.entries(filters).filter(disclosed=True).order_by()
    provider = "rate_provider" if filters.currency == money.DOLLARS else money.conversion_of(filters, "rate_provider")
    return rows.values_list("country", *TOLD_APART, provider).distinct()
