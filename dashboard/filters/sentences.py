"""What a filter says of itself: its sentence, its removable words, its notes; must not know what it selects."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.filters import fields
from dashboard.filters.periods import COARSE_RULE
from initiatives import dates, vocabulary
from initiatives.names.currencies import CURRENCIES, mark_of

if TYPE_CHECKING:
    from dashboard.filters.values import FilterValues

# Parameters that change how the selection is counted or shown, not what is in it.
HOW_IT_IS_SHOWN = frozenset({"from_edition", "scope", "basis", "currency", *fields.SHOWING})
WHOLE_SUMS = "Money meant for a year stands here with its whole sum, also where it covers further years; the chart by years spreads each sum evenly."
BOUNDS = ("from", "to", "min", "max", "as_of", "edition")


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """One removable word: the parameter, its value, its words, and the query of the address without it."""

    field: str
    value: str
    words: str
    without: str


def active(filters: FilterValues) -> list[ActiveFilter]:
    """Everything that narrows the selection, in the order of the address."""
    narrowing = [name for name in fields.PARAMETERS if name not in HOW_IT_IS_SHOWN]
    pairs = [(name, value) for name in narrowing for value in filters.values(name)]
    return [ActiveFilter(name, value, words(filters, name, value), filters.without(name, value)) for name, value in pairs]


def words(filters: FilterValues, field: str, value: str) -> str:
    """One value as a reader sees it: `Japan`, `not chips`, `from 1 Jan 2024`, `counts at least ¥1,000,000,000`."""
    if field in BOUNDS:
        return _bound(filters, field, value)
    if field == "q":
        return f"“{value}”"
    return f"not {_plain(filters, field, value[1:])}" if value.startswith("-") else _plain(filters, field, value)


def sentence(filters: FilterValues) -> str:
    """The selection and how it is counted: `Japan or South Korea, computing capacity; announced or firmer, AI, US dollars …`."""
    return f"{selection(filters)}; {counting(filters)}"


def selection(filters: FilterValues) -> str:
    """The selection alone: `Japan or South Korea, computing capacity`."""
    narrowing = [_together(filters, name) for name in fields.PARAMETERS if name not in HOW_IT_IS_SHOWN and filters.values(name)]
    return ", ".join(narrowing) or "the whole record"


def counting(filters: FilterValues) -> str:
    """Basis, scope and currency in words, and per what where that is not the total."""
    scopes = " and ".join(vocabulary.SCOPES[scope] for scope in filters.scope)
    per = "" if filters.per == "total" else f", {fields.PER[filters.per]}"
    return f"{vocabulary.BASES[filters.basis]}, {scopes}, {currency(filters.currency)} at the rate of each day{per}"


def currency(code: str) -> str:
    """The currency's name in the plural: `US dollars`."""
    return CURRENCIES[code].plural if code in CURRENCIES else code


def notes(filters: FilterValues) -> list[str]:
    """Parameters that had no effect, what a fiscal year means, and the rule for days of which only month or year is known."""
    found = [_unknown(name) for name in filters.ignored]
    found.extend([WHOLE_SUMS] if any(value not in fields.COVERED for value in filters.chosen("covers")) else [])
    found.extend(_fiscal(filters, name) for name in ("from", "to") if (filters.values(name) or ("",))[0].upper().startswith("FY"))
    return [*found, COARSE_RULE] if filters.first_day or filters.last_day else found


def _plain(filters: FilterValues, field: str, value: str) -> str:
    if field == "home" and value in fields.HOMES:
        return fields.HOMES[value]
    named = value if field in ("funder", "organization") else fields.NAME_OF_INITIATIVE.format(value) if field == "initiative" else None
    shown = filters.names.get(named, value) if named else fields.in_words(field, value)
    return {"funder": "paid by {}", "organization": "with {}", "stage": "stage {}", "home": "at home in {}"}.get(field, "{}").format(shown)


def _together(filters: FilterValues, field: str) -> str:
    """All values of one parameter: alternatives with “or”, exclusions with “and”."""
    wanted = [words(filters, field, value) for value in filters.values(field) if field in BOUNDS or not value.startswith("-")]
    unwanted = [words(filters, field, value) for value in filters.values(field) if field not in BOUNDS and value.startswith("-")]
    return " and ".join(part for part in (" or ".join(wanted), " and ".join(unwanted)) if part)


def _bound(filters: FilterValues, field: str, value: str) -> str:
    if field == "from":
        return f"from {_day(filters.first_day, value)}"
    if field == "to":
        return f"to {_day(filters.last_day, value)}"
    if field == "as_of":
        return f"as of {dates.in_words(value)}"
    if field == "edition":
        return f"edition {value}"
    return f"counts at {'least' if field == 'min' else 'most'} {mark_of(filters.currency)}{Decimal(value):,f}"


def _day(day: object, written: str) -> str:
    return written if day is None else dates.in_words(str(day))


def _fiscal(filters: FilterValues, field: str) -> str:
    day = filters.first_day if field == "from" else filters.last_day
    verb = "begins" if field == "from" else "ends"
    country = fields.in_words("country", filters.chosen("country")[0])
    return f"{filters.values(field)[0].upper()} {verb} on {_day(day, '')} by the calendar of {country}."


def _unknown(name: str) -> str:
    now = fields.MOVED.get(name)
    return f"“{name}” is now called “{now}”; it was left out." if now else f"“{name}” is no filter of this site; it was left out."
