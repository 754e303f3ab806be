"""How much of what counts belongs to the chosen payers, or to the chosen years; must not know how it is shown."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum, Value

from dashboard.filters import Filters
from dashboard.queries import money, selection
from dashboard.queries.funding_over_time import funding_over_time
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


def of_years(filters: Filters) -> dict[str, Decimal]:
    """What falls to each of the years that are chosen by what the money is meant for, each sum spread evenly over its years; one statement."""
    years = [year for year in filters.chosen("covers") if year.isdigit()]
    if not years:
        return {}
    rows = {row.period: row.total or money.ZERO for row in funding_over_time(filters.model_copy(update={"period": "phased"}))}
    return {year: rows.get(year, money.ZERO) for year in years}
