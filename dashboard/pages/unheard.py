"""What an address asks for and this page cannot give, in words; knows no rows."""

from dashboard.filters import Filters
from dashboard.filters.fields import PER
from dashboard.queries import editions
from initiatives import formats


def unheard(filters: Filters, *, divides: bool) -> list[str]:
    """A sentence each for a day that has not come, and for shares where the page has whole sums only (`divides` says that it has shares)."""
    return [*not_come(filters), *([undivided(filters)] if filters.per != "total" and not divides else [])]


def not_come(filters: Filters) -> list[str]:
    """What is shown in place of a day after that of the edition."""
    day = editions.current().day
    if day is None or filters.as_of is None or filters.as_of <= day:
        return []
    newest, asked = formats.day(day.isoformat()), formats.day(filters.as_of.isoformat())
    return [f"Nothing is known of {asked} yet: the newest state of the record is that of {newest}, and that is shown."]


def undivided(filters: Filters) -> str:
    """That sums stay whole."""
    return f"“{PER[filters.per]}” does not apply here: these sums cannot be divided by country, so they are shown whole."
