"""Amounts of entries in the display currency, and which entries count, as parts of a query; must not know which question is asked."""

from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Round

from dashboard.filters import Filters
from initiatives import vocabulary
from initiatives.ledger.values import BASES, STAGES
from initiatives.models import Conversion

AMOUNT: Any = DecimalField(max_digits=40, decimal_places=6)
ZERO = Decimal(0)
CENT = Decimal("0.01")
DOLLARS = "USD"
OPEN_HEDGES = ("up-to", "target")  # the figure is a ceiling, or what somebody hopes to mobilise
NOT_LIVE = ("cancels", "restates", "replaced", "cancelled", "ended")


def stages_of(basis: str) -> list[str]:
    """The stages that a basis keeps: of `budgeted` budgeted, committed and disbursed."""
    return list(STAGES[BASES.index(basis) :])


def at_basis(filters: Filters) -> Q:
    """Live entries in the chosen scope and of a stage that the basis keeps, whether they count anything or not."""
    return Q(live=True, scope__in=filters.scope, stage__in=stages_of(filters.basis))


def counting(filters: Filters) -> Q:
    """Entries that add to the counted total."""
    return at_basis(filters) & Q(net__gt=0)


def amount(filters: Filters, column: str) -> Any:
    """`net`, `gross`, `held` or `published` in the display currency, from the original and never from dollars back; null where not convertible."""
    if filters.currency == DOLLARS:
        return F(f"usd_{column}")
    own = F("entry__amount" if column == "published" else column)
    return Round(own * rate(filters), 2, output_field=AMOUNT)


def rate(filters: Filters) -> Any:
    """Units of the display currency for one unit of the entry's; null where the two cannot be converted."""
    return Subquery(conversions(filters).values("rate")[:1], output_field=DecimalField(max_digits=30, decimal_places=18))


def conversion_of(filters: Filters, column: str) -> Any:
    """One column of the stored rate to the display currency: its provider, day or mark."""
    return Subquery(conversions(filters).values(column)[:1])


def conversions(filters: Filters) -> Any:
    """The stored rate of an outer entry's currency and day to the display currency."""
    return Conversion.objects.filter(
        snapshot=OuterRef("snapshot"), currency=OuterRef("currency"), announced_on=OuterRef("announced_on"), display=filters.currency
    )


def reasons_at(filters: Filters) -> dict[str, Q]:
    """Each reason as a condition at the filters' basis and scope; together they are all entries, and no two overlap."""
    live, scoped, kept = Q(live=True), Q(scope__in=filters.scope), Q(stage__in=stages_of(filters.basis))
    structural = {reason: Q(live=False, reason=reason) for reason in NOT_LIVE}
    counts = {reason: live & scoped & kept & Q(reason=reason) for reason in ("undisclosed", "contains-only", "counted-less", "counted")}
    return {**structural, "out-of-scope": live & ~scoped, "below-basis": live & scoped & ~kept, **counts}


def steps_at(filters: Filters) -> dict[str, Q]:
    """The entries that each step of “why this total” opens, as `initiatives.ledger.why` counts them."""
    live, scoped, kept = Q(live=True), Q(scope__in=filters.scope), Q(stage__in=stages_of(filters.basis))
    some = Q(net__gt=0)
    return {
        "published": Q(pk__isnull=False),
        "restated": Q(live=False, reason="restates"),
        "replaced": Q(live=False, reason="replaced"),
        "cancelled": Q(live=False, reason__in=("cancelled", "ended")) | Q(live=False, reason="cancels", disclosed=True),
        "contained": live & Q(held__gt=0),
        "out_of_scope": live & ~scoped & some,
        "below_basis": live & scoped & ~kept & some,
        "counted": live & scoped & kept & some,
    }


def other_scopes(filters: Filters) -> list[str]:
    """The scopes that are listed beside the total."""
    return [scope for scope in vocabulary.SCOPES if scope not in filters.scope]


def nothing() -> Value:
    """A sum over no rows."""
    return Value(ZERO, output_field=AMOUNT)
