"""Figures that contradict each other: envelopes smaller than their parts, and sums with two newer figures; must not know how they are told."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.entries import anchor
from dashboard.queries.remembered import counted, remembered
from initiatives.ledger.warnings import CONVERSION_TOLERANCE
from initiatives.models import FundingCount, FundingEntry

COLUMNS: Final = ("entry__key", "initiative__slug", "initiative__name", "country", "currency", "entry__amount", "held", "rivals", "family")


@dataclass(frozen=True, slots=True)
class DisputedFigure:
    """One entry: its amount and what its parts hold, in its own currency; `rivals` are the newer figures that each replace it, 0 for an envelope."""

    key: str
    anchor: str
    slug: str
    initiative: str
    country: str
    currency: str
    amount: Decimal
    held: Decimal
    rivals: int
    family: str

    @property
    def excess(self) -> Decimal:
        """By how much the parts outgrow the envelope."""
        return max(self.held - self.amount, Decimal(0))


def disputed_figures(filters: Filters) -> list[DisputedFigure]:
    """The widest excess of each family in the chosen scope, as a share of its envelope, widest first: an excess is one in every envelope around it.

    One statement, none where it was asked before."""
    found: QuerySet[Any] = selection.entries(filters).filter(scope__in=filters.scope, disclosed=True).order_by("entry__key")
    found = found.annotate(rivals=Coalesce(rivals(), Value(0)))
    rows = found.filter(outgrown() | Q(rivals__gt=1)).values_list(*COLUMNS)
    kept = remembered("figures in dispute", counted(filters), lambda: list(rows))
    figures = [DisputedFigure(key, anchor(key), *others) for key, *others in kept]
    widest_first = sorted(figures, key=lambda one: (-(one.excess / one.amount) if one.amount else Decimal(0), one.key))
    return list({one.family: one for one in reversed(widest_first)}.values())[::-1]


def outgrown() -> Q:
    """Envelopes that hold more than they are: at once where no part was converted, else past what rates may have moved."""
    foreign = FundingCount.objects.filter(snapshot=OuterRef("snapshot"), envelope=OuterRef("entry")).exclude(currency=OuterRef("currency"))
    at_once = Q(held__gt=F("entry__amount")) & ~Exists(foreign)
    return Q(live=True) & (at_once | Q(held__gt=F("entry__amount") * CONVERSION_TOLERANCE))


def rivals() -> Subquery:
    """How many entries say that they replace an outer one."""
    replacing = FundingEntry.objects.filter(relation="replaces", related_to=OuterRef("entry")).order_by()
    return Subquery(replacing.values("related_to").annotate(rows=Count("id")).values("rows"), output_field=IntegerField())
