"""How much of what counts the chosen payers pay by themselves; must not know how it is shown."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum, Value

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.money_flows import own_amount, payments
from initiatives.models import Organization


@dataclass(frozen=True, slots=True)
class OwnPart:
    """The part of the counted sum that the chosen payers pay, alone or by a published share, and what is left; in the display currency."""

    amount: Decimal
    others: Decimal


def own_part(filters: Filters) -> OwnPart:
    """What the payers that are chosen pay of the entries of the selection; two statements."""
    chosen = payments(filters).filter(payer__in=Organization.objects.filter(slug__in=filters.chosen("funder")).values("id"))
    sums = chosen.values(every=Value(1)).annotate(sum=Sum(own_amount(filters), output_field=money.AMOUNT)).values_list("sum", flat=True)
    amount = next(iter(sums), None) or money.ZERO
    whole = selection.entries(filters).filter(money.counting(filters)).order_by()
    total = whole.aggregate(sum=Sum(money.amount(filters, "net"), default=money.ZERO, output_field=money.AMOUNT))["sum"]
    return OwnPart(amount, total - amount)
