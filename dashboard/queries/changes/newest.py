"""The day of the newest statement of a selection; must not know why it is asked."""

from datetime import date

from dashboard.filters import Filters
from dashboard.queries import selection


def newest_day(filters: Filters) -> date | None:
    """The first day that the newest statement may have been made on; None where there is none. One statement."""
    found = selection.entries(filters).order_by("-announced_first").values_list("announced_first", flat=True)
    day: date | None = found.first()
    return day
