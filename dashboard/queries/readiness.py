"""Makes the derived rows that a page will read and that nobody asked for before; must not know the page."""

from dashboard.filters import Filters
from dashboard.queries import money
from initiatives.models import Conversion, Snapshot
from initiatives.recount import conversions_into, snapshot_as_of


def make_ready(filters: Filters) -> Snapshot | None:
    """The count of the day that the filters rewind to, and the rates into their currency; each in a transaction of its own.

    Call before the transaction in which a page is read, or where there is none. None where nothing had to be made."""
    if filters.as_of is None and filters.currency == money.DOLLARS:
        return None
    snapshot = snapshot_as_of(filters.as_of)
    conversions_into(filters.currency, snapshot)
    return snapshot


def is_still_ready(filters: Filters, snapshot: Snapshot | None) -> bool:
    """Whether what was made is still there; a publication in between forgets it. At most two statements."""
    if snapshot is None:
        return True
    if not Snapshot.objects.filter(pk=snapshot.pk, edition=snapshot.edition).exists():
        return False
    return filters.currency == money.DOLLARS or Conversion.objects.filter(snapshot=snapshot, display=filters.currency).exists()
