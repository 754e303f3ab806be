"""Reads days and years as a person types them (`30 Jun 2026`, `June 2026`, `FY2026`), and says what they mean. Pure."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from initiatives import dates
from initiatives.names.countries import COUNTRIES
from initiatives.names.months import MONTHS

MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_FIRST: Final = re.compile(
    rf"(?:(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|re|[ºª°])?\.?\s+(?:(?:of|de)\s+)?)?(?<!\w)(?P<month>{MONTH})\.?,?\s+(?:(?:of|del?)\s+)?(?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
MONTH_FIRST: Final = re.compile(rf"(?<!\w)(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)
FIGURES: Final = re.compile(r"(?<![\d.,/-])(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})\s?[./-]\s?(?P<year>\d{4})(?![\d/-]|\.\d)")
LOOSE: Final = re.compile(
    r"(?<![\d.,/-])(?P<year>\d{4})\s?[-/.年년]\s?(?P<month>\d{1,2})(?:\s?[-/.月월]\s?(?P<day>\d{1,2})\s?[日일]?|\s?[月월])?(?![\d/-]|\.\d)"
)
REIWA: Final = re.compile(r"令和(?P<year>\d{1,2}|元)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?")
BEFORE_REIWA: Final = 2018  # the first year of Reiwa is 2019
RELATIVE: Final = {"today": 0, "yesterday": 1}
YEARS: Final = re.compile(
    r"(?:FY|fiscal(?: year)?|financial year)?\s?(?P<first>\d{4})(?:\s?(?:-|–|—|/|to|until|through)\s?(?:FY\s?)?(?P<last>\d{4}|\d{2}))?", re.IGNORECASE
)
COUNTED: Final = re.compile(r"(?P<count>\d{1,2}) years? from (?:FY\s?)?(?P<first>\d{4})", re.IGNORECASE)
FISCAL: Final = re.compile(r"\b(?:FY|fiscal|financial year)", re.IGNORECASE)
MONTH_NAMES: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)  # fmt: skip
HIGHEST_MONTH: Final = 12
CENTURY_DIGITS: Final = 2
# Their fiscal year bears the year in which it begins; elsewhere that in which it ends.
NAMED_BY_FIRST_YEAR: Final = frozenset({"JPN", "SGP"})


def read_day(typed: str, today: date) -> str:
    """The day, month or year that was typed, as the record keeps it (`2026-06-30`). Raises ValueError in words."""
    text = " ".join(typed.split())
    if text.lower() in RELATIVE:
        return (today - timedelta(days=RELATIVE[text.lower()])).isoformat()
    for shape in (DAY_FIRST, MONTH_FIRST, LOOSE, REIWA):
        match = shape.fullmatch(text)
        if match:
            year = _of_reiwa(match["year"]) if shape is REIWA else match["year"]
            return dates.parse(_iso(year, match["month"], match["day"]))
    figures = FIGURES.fullmatch(text)
    return dates.parse(_of_figures(figures, text) if figures else _plain(text))


def _iso(year: str, month: str, day: str | None) -> str:
    number = int(month) if month.isdigit() else MONTHS[month.lower()]
    return f"{int(year):04d}-{number:02d}" + (f"-{int(day):02d}" if day else "")


def _of_reiwa(year: str) -> str:
    return str(BEFORE_REIWA + (1 if year == "元" else int(year)))


def _of_figures(match: re.Match[str], text: str) -> str:
    """`30.6.2026`; where either of two figures may be the month, only dots say which."""
    day, month = int(match["day"]), int(match["month"])
    if "." not in text and day <= HIGHEST_MONTH and month <= HIGHEST_MONTH and day != month:
        either = f"{day} {MONTH_NAMES[month - 1]} or {month} {MONTH_NAMES[day - 1]}"
        raise ValueError(f"“{text}” may be {either}. Write the month in letters.")
    if "." not in text and month > HIGHEST_MONTH >= day:
        day, month = month, day
    return f"{int(match['year']):04d}-{month:02d}-{day:02d}"


def _plain(text: str) -> str:
    try:
        return dates.parse(text)
    except ValueError as error:
        raise ValueError(f"{error} Words do too: 30 Jun 2026, June 2026.".replace('"', "“", 1).replace('"', "”", 1)) from error


def read_period(typed: str) -> str:
    """The years that money covers, as the record keeps them (`2026-2030`): years of calendars, fiscal years by their names. Raises ValueError."""
    text = " ".join(typed.split())
    counted, match = COUNTED.fullmatch(text), YEARS.fullmatch(text)
    if counted:
        first = int(counted["first"])
        return _period(first, first + int(counted["count"]) - 1, text)
    if match is None:
        raise ValueError(f"“{text}” names no years. Write 2026, FY2026, 2026-2030 or “5 years from 2026”, or leave it empty.")
    first, last = int(match["first"]), match["last"] or match["first"]
    if len(last) == CENTURY_DIGITS:
        last = match["first"][:2] + last
    is_one_fiscal_year = match["last"] is not None and len(match["last"]) == CENTURY_DIGITS and int(last) == first + 1
    return _period(first, first if is_one_fiscal_year else int(last), text)


def _period(first: int, last: int, text: str) -> str:
    if not dates.FIRST_YEAR <= first <= last <= dates.LAST_YEAR:
        raise ValueError(f"“{text}” ends before it begins, or lies outside the years {dates.FIRST_YEAR} to {dates.LAST_YEAR}. Write 2026-2030.")
    return f"{first}-{last}"


def day_as_typed(day: str) -> str:
    """`30 Jun 2026` for 2026-06-30; empty for nothing."""
    return dates.in_words(day) if day else ""


def period_as_typed(period: str) -> str:
    """`2026` for 2026-2026; a longer one as it is kept."""
    first, _, last = period.partition("-")
    return first if first == last else period


def fiscal_in_words(typed: str, owners: Sequence[str]) -> str:
    """`April 2026 to March 2027, the fiscal calendar of Japan`; empty where no fiscal year was typed, or several calendars could be meant."""
    if not FISCAL.search(typed) or len(owners) != 1 or owners[0] not in COUNTRIES:
        return ""
    country = COUNTRIES[owners[0]]
    try:
        first, last = (int(year) for year in read_period(typed).split("-"))
    except ValueError:
        return ""
    month = country.fiscal_year_start_month
    shift = 0 if month == 1 or country.code in NAMED_BY_FIRST_YEAR else -1
    ends = (MONTH_NAMES[month - 2], last + shift + (month > 1))
    return f"{MONTH_NAMES[month - 1]} {first + shift} to {ends[0]} {ends[1]}, the fiscal calendar of {country.name}"
