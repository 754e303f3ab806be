"""How sure the counted sums are: by the hedge of their source, the mark of their rate and the tier of their source; must not know how it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, Sum

from dashboard.filters import Filters
from dashboard.queries import money, selection
from initiatives.ledger.values import HEDGES

RATE_MARKS = ("average", "provisional", "stale")
INFERRED = 4  # the tier of what no source says in words


@dataclass(frozen=True, slots=True)
class Amount:
    """Some counted entries and what they add to the total, in the display currency."""

    entries: int
    counted: Decimal


@dataclass(frozen=True, slots=True)
class Hedges:
    """The counted total by hedge (every hedge stands in it), and what of it rests on a weaker rate or source."""

    by_hedge: Mapping[str, Amount]
    by_rate: Mapping[str, Amount]  # `average`, `provisional`, `stale`
    inferred: Amount

    @property
    def counted(self) -> Decimal:
        return sum((one.counted for one in self.by_hedge.values()), money.ZERO)


def hedges(filters: Filters) -> Hedges:
    """The counted total by how sure it is; two statements."""
    found = selection.entries(filters).filter(money.counting(filters)).order_by().annotate(shown=money.amount(filters, "net"))
    sums: Any = found.values("entry__hedge").annotate(rows=Count("id"), sum=Sum("shown"))
    by_hedge = {hedge: Amount(rows, amount or money.ZERO) for hedge, rows, amount in sums.values_list("entry__hedge", "rows", "sum")}
    return Hedges({hedge: by_hedge.get(hedge, Amount(0, money.ZERO)) for hedge in HEDGES}, *_weak(found, filters))


def _weak(found: Any, filters: Filters) -> tuple[dict[str, Amount], Amount]:
    mark = F("rate_mark") if filters.currency == money.DOLLARS else money.conversion_of(filters, "rate_mark")
    conditions = {name: Q(mark=name) for name in RATE_MARKS} | {"inferred": Q(entry__tier=INFERRED)}
    asked: dict[str, Any] = {f"{name}_rows": Count("id", filter=condition) for name, condition in conditions.items()}
    asked |= {f"{name}_sum": Sum("shown", filter=condition) for name, condition in conditions.items()}
    row = found.annotate(mark=mark).aggregate(**asked)
    amounts = {name: Amount(row[f"{name}_rows"], row[f"{name}_sum"] or money.ZERO) for name in conditions}
    return {name: amounts[name] for name in RATE_MARKS}, amounts["inferred"]
