"""What a draft as proposed would add to the record as it is now; stores nothing."""

from decimal import Decimal

from django.utils import timezone

from initiatives.ingest.steps.consequence import consequence, partners
from initiatives.ingest.values import DraftValue
from initiatives.ledger.series import load_rates
from initiatives.models import FundingEntry
from initiatives.recount.recorded import connected, recorded


def consequence_of(value: DraftValue) -> Decimal | None:
    """Dollars that accepting it would add, below 0 where it takes away; None where it names no sum that can be converted."""
    keys = partners(value)
    known = recorded(connected(set(FundingEntry.objects.filter(key__in=keys).values_list("pk", flat=True)))).entries if keys else []
    return consequence(value, value.article.published or f"{timezone.now():%Y-%m-%d}", known, load_rates())
