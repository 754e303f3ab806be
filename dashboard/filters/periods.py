"""Days, months, years and fiscal years of the address bar as the days they begin and end with; must not know the record."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dashboard.filters.problems import refuse
from initiatives import dates
from initiatives.names.countries import COUNTRIES, name_of

FISCAL_YEAR = re.compile(r"FY ?([0-9]{4})", re.IGNORECASE)
# A fiscal year bears the year in which it ends (FY2026 of the United States ended in September 2026), but here the one in which it begins.
NAMED_BY_FIRST_YEAR = frozenset({"JPN", "SGP"})
COARSE_RULE = "A day that is known only as a month or a year is in when all of it lies inside."


def bounds(field: str, value: str, countries: Sequence[str]) -> tuple[date, date]:
    """The first and the last day of a day, month, year or fiscal year. Raises RefusedError in words."""
    fiscal = FISCAL_YEAR.fullmatch(value)
    if fiscal is not None:
        return fiscal_year(field, value, int(fiscal.group(1)), countries)
    try:
        return dates.first_day(value), dates.last_day(value)
    except ValueError as error:
        raise refuse(field, value, _after_the_value(value, error)) from error


def fiscal_year(field: str, value: str, year: int, countries: Sequence[str]) -> tuple[date, date]:
    """The days of a fiscal year by the calendar that the chosen countries share. Raises RefusedError when there is none."""
    calendars = {(COUNTRIES[code].fiscal_year_start_month, code in NAMED_BY_FIRST_YEAR) for code in countries if code in COUNTRIES}
    if len(calendars) != 1 or not dates.FIRST_YEAR < year < dates.LAST_YEAR:
        raise refuse(field, value, _how_to_say(year, countries))
    month, by_first_year = calendars.pop()
    first = date(year if by_first_year or month == 1 else year - 1, month, 1)
    return first, first.replace(year=first.year + 1) - timedelta(days=1)


def _how_to_say(year: int, countries: Sequence[str]) -> str:
    named = ", ".join(name_of(code) for code in countries)
    why = f"differs between {named}." if named else "differs from country to country."
    return f"{why} Choose one country beside it (country=JPN), or write the days: from={year}-04-01&to={year + 1}-03-31."


def _after_the_value(value: str, error: ValueError) -> str:
    """The words of `initiatives.dates` without the value they begin with."""
    words = str(error).removeprefix(f'"{value}" ')
    return words.replace("or a year as 2025.", "a year as 2025 or a fiscal year as FY2026.")
