"""The money that several owners share: which initiatives it is, and whose; must not know how it is shown."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, QuerySet, Sum

from dashboard.filters import Filters
from dashboard.queries import money, selection, whole, written
from dashboard.queries.remembered import counted, remembered
from initiatives.models import FundingCount
from initiatives.vocabulary import JOINT


@dataclass(frozen=True, slots=True)
class JointEffort:
    """One initiative of several owners with what its entries count, in the display currency."""

    slug: str
    name: str
    owners: tuple[str, ...]  # codes
    counted: Decimal


def joint_efforts(filters: Filters) -> list[JointEffort]:
    """The joint initiatives whose money counts, the largest sum first; one statement, none where it was asked before or places leave none."""
    if not whole.in_places(filters)(JOINT):
        return []
    kept = remembered("joint efforts", counted(filters), lambda: written.rows(_joint, filters))
    return [JointEffort(slug, name, tuple(owners), amount) for slug, name, owners, amount in kept]


def _joint(filters: Filters) -> QuerySet[FundingCount, Any]:
    found = selection.entries(filters).filter(money.counting(filters), country=JOINT).alias(shown_net=money.amount(filters, "net"))
    sums = found.filter(shown_net__isnull=False).order_by().values("initiative__slug", "initiative__name", "initiative__countries")
    rows = sums.annotate(sum=Sum("shown_net")).order_by(F("sum").desc(), "initiative__slug")
    return rows.values_list("initiative__slug", "initiative__name", "initiative__countries", "sum")
