"""The one rule of shares for every door of the record: together, those of one entry are at most the whole of it."""

from collections.abc import Collection, Iterable
from decimal import Decimal

from django.db.models import Sum

from initiatives.models import FundingEntry
from initiatives.publication import Fault

NOTHING = Decimal(0)


def fault_in(shares: Iterable[Decimal | None]) -> str | None:
    """What is wrong with the shares of an entry's funders (0 to 1, None where not published), in words; None where nothing is."""
    published = [share for share in shares if share is not None]
    total = sum(published, NOTHING)
    if total <= 1 and all(share > 0 for share in published):
        return None
    return f"The shares add up to {_per_cent(total)} %. Each is above 0, and together they are at most 100."


def faults_of(keys: Collection[str]) -> list[Fault]:
    """The entries with these keys whose stored shares are too much; one query."""
    summed = FundingEntry.objects.filter(key__in=keys, funders__share__isnull=False).annotate(total=Sum("funders__share")).filter(total__gt=1)
    found = summed.order_by("key").values_list("key", "total")
    return [Fault("share", f"{_per_cent(total)} %", f"{key}: {fault_in([total])}") for key, total in found]


def _per_cent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}"
