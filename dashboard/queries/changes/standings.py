"""How every entry stands in one state of the record; must not know which states are compared."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from dashboard.filters import Filters
from dashboard.queries import money, selection, written
from dashboard.queries.changes.moments import Moment, at
from dashboard.queries.one_state import at_edition
from dashboard.queries.remembered import remembered, selected
from initiatives.ledger.values import reaches
from initiatives.models import FundingCount


@dataclass(frozen=True, slots=True)
class Standing:
    """How one entry stands in one state; `shown` is its net in the display currency, None where not convertible."""

    country: str
    stage: str
    scope: str
    live: bool
    reason: str
    currency: str
    amount: Decimal | None
    net: Decimal
    shown: Decimal | None

    def counts(self, filters: Filters, basis: str | None = None) -> Decimal:
        """What it adds at the filters' basis or another, in the display currency; nothing where it cannot be converted."""
        now = self.live and self.scope in filters.scope and reaches(self.stage, basis or filters.basis)
        return (self.shown or money.ZERO) if now else money.ZERO


def standings(filters: Filters, moment: Moment) -> dict[str, Standing]:
    """Every entry of the selection as it stood, by key; one statement, none where this edition was asked before."""
    with at_edition(moment.edition):
        then = at(filters, moment)
        rows = remembered("standings", selected(then), lambda: written.rows(_asked, then))
    return {key: Standing(*rest) for key, *rest in rows}


def _asked(filters: Filters) -> QuerySet[FundingCount, Any]:
    columns = ("entry__key", "country", "stage", "scope", "live", "reason", "currency", "entry__amount", "net")
    return selection.entries(filters).order_by().values_list(*columns, money.amount(filters, "net"))


def total(filters: Filters, found: Mapping[str, Standing], basis: str) -> Decimal:
    """The counted total at a basis."""
    return sum((one.counts(filters, basis) for one in found.values()), money.ZERO)


def by_country(filters: Filters, found: Mapping[str, Standing]) -> dict[str, Decimal]:
    """The counted total of each country at the filters' basis."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for one in found.values():
        sums[one.country] += one.counts(filters)
    return sums
