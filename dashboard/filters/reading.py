"""Reads an address into `Filters`, refusing what cannot be used with the field, the value and what is allowed; must not know what is selected."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import QueryDict

from dashboard.filters import fields, known, periods, spoken
from dashboard.filters.problems import Problem, RefusedError, refuse, shown
from dashboard.filters.values import FilterValues
from initiatives import dates
from initiatives.names.currencies import CURRENCIES

VALUE_CHARACTERS = 200
VALUES_A_PARAMETER = 60
SHOWN_IGNORED = 8
LARGEST_AMOUNT = Decimal("1e18")
AMOUNT_CHARACTERS = 30
LAST_PAGE = 1_000_000
EDITION_DIGITS = 9
RENAMED = (*fields.CLOSED, "country", "home", *fields.OPEN, *fields.SINGLE, "currency")
CODES_IN_WORDS = "Use the three letters of ISO 3166-1 (JPN for Japan), EUU for the European Union or joint for joint efforts."
COMMON_CURRENCIES = ("USD", "EUR", "GBP", "JPY", "CNY", "INR", "KRW", "CAD")


class Filters(FilterValues):
    """The validated state of a public page; every page, chart, export and feed reads it."""

    @classmethod
    def from_query(cls, query: QueryDict) -> Filters:
        """The filters of an address. Raises FilterError with every problem at once and with the filters that can be kept."""
        reader = Reader(query)
        values = reader.values()
        filters = cls(**values, ignored=reader.ignored(), names=reader.names, is_rewritten=reader.is_rewritten(values))
        if reader.problems:
            raise FilterError(reader.problems, filters)
        return filters


def asked_edition(query: QueryDict, field: str = "edition") -> int | None:
    """The edition that an address names; None where it names none, or one that is refused when the whole address is read."""
    found: int | None = Reader(query).one(field, edition) if field in query else None
    return found


class FilterError(Exception):
    """An address with values that cannot be used; `kept` are the filters of the same address that can."""

    def __init__(self, problems: Sequence[Problem], kept: Filters) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = tuple(problems)
        self.kept = kept


class Reader:
    """Reads the parameters of one address, gathering problems as it goes."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query
        self.problems: list[Problem] = []
        self.names: dict[str, str] = {}

    def values(self) -> dict[str, Any]:
        """What each parameter says, without what is at its default."""
        found: dict[str, Any] = {"q": self.one("q", text)}
        found |= {name: self.several(name, closed) for name in fields.CLOSED}
        found |= {name: self.several(name, code) for name in ("country", "home")}
        found |= {"covers": self.several("covers", covered)}
        found |= {name: self.open(name) for name in fields.OPEN}
        found |= {name: self.one(name, single) for name in (*fields.SINGLE, "sort")}
        found |= {"currency": self.one("currency", currency), "as_of": self.one("as_of", day), "page": self.one("page", page)}
        found |= {name: self.one(name, edition) for name in ("edition", "from_edition")}
        found |= self.amounts() | self.days(found["country"] or ())
        found["scope"] = scopes(found["scope"] or ())
        return {name: value for name, value in found.items() if value not in (None, ())}

    def is_rewritten(self, values: dict[str, Any]) -> bool:
        """Whether a name was read as the value that it stands for, so that the address has a better form."""
        taken = {name: (values[name],) if isinstance(values[name], str) else values[name] for name in RENAMED if name in values}
        return any(not set(taken[name]) <= {value.strip() for value in self.query.getlist(name)} for name in taken if name != "scope")

    def ignored(self) -> tuple[str, ...]:
        """Names of the address that are no parameters of ours, as they can be shown."""
        return tuple(shown(name) for name in self.query if name not in fields.PARAMETERS)[:SHOWN_IGNORED]

    def written(self, field: str) -> list[str]:
        """The values of one parameter, trimmed, once each; those that nobody can mean are refused here."""
        values = list(dict.fromkeys(value.strip() for value in self.query.getlist(field)))
        usable = [value for value in values if value and self.usable(field, value)]
        if len(usable) > VALUES_A_PARAMETER:
            words = f"“{field}” stands {len(usable)} times. At most {VALUES_A_PARAMETER} alternatives can be chosen."
            self.problems.append(Problem(field, shown(usable[VALUES_A_PARAMETER]), words))
        return usable[:VALUES_A_PARAMETER]

    def usable(self, field: str, value: str) -> bool:
        """Whether the value is short and free of control characters; its problem is kept otherwise."""
        if any(unicodedata.category(character) in ("Cc", "Cs") for character in value):
            self.problems.append(refuse(field, value, "contains a control character. Write it with letters, digits and blanks only.").problem)
            return False
        if len(value) > VALUE_CHARACTERS:
            words = f"is {len(value):,} characters long. “{fields.label(field)}” takes at most {VALUE_CHARACTERS}."
            self.problems.append(refuse(field, value, words).problem)
            return False
        return True

    def attempt(self, field: str, value: str, read: Callable[[str, str], Any]) -> Any:
        """The value as read; None, and its problem kept, where it cannot be."""
        try:
            return read(field, value)
        except RefusedError as refused:
            self.problems.append(refused.problem)
            return None

    def one(self, field: str, read: Callable[[str, str], Any]) -> Any:
        """The last value of a parameter that takes one."""
        values = self.written(field)
        return self.attempt(field, values[-1], read) if values else None

    def several(self, field: str, read: Callable[[str, str], Any]) -> tuple[str, ...]:
        """All usable values of a parameter that takes alternatives."""
        read_values = (self.attempt(field, value, read) for value in self.written(field))
        return tuple(dict.fromkeys(value for value in read_values if value is not None))

    def open(self, field: str) -> tuple[str, ...]:
        """Alternatives that the record must know; a former slug is read as today's."""
        values = self.written(field)
        if not values:
            return ()
        found = known.lookup(field, [value.removeprefix("-") for value in values])
        self.names |= found.names
        missing = [value for value in values if value.removeprefix("-") not in found.today]
        self.problems.extend(refuse(field, value, f"is no {fields.label(field)} of the record. {known.HINTS[field]}").problem for value in missing)
        minus = {value: "-" * value.startswith("-") for value in values}
        return tuple(dict.fromkeys(minus[value] + found.today[value.removeprefix("-")] for value in values if value not in missing))

    def amounts(self) -> dict[str, Decimal | None]:
        """`min` and `max`; both refused when they leave nothing between them."""
        low, high = self.one("min", amount), self.one("max", amount)
        if low is not None and high is not None and low > high:
            words = f"min is {low:,f} and max is {high:,f}: nothing lies between them. Make min the smaller of the two."
            self.problems.append(Problem("min", format(low, "f"), words))
            return {}
        return {"min": low, "max": high}

    def days(self, countries: Sequence[str]) -> dict[str, Any]:
        """`from` and `to` as written and as days; both refused when they leave nothing between them."""
        chosen = [country for country in countries if not country.startswith("-") and country != fields.JOINT]
        read = {name: self.one(name, lambda field, value: (value, periods.bounds(field, value, chosen))) for name in ("from", "to")}
        first = read["from"][1][0] if read["from"] else None
        last = read["to"][1][1] if read["to"] else None
        if first and last and first > last:
            words = f"from is {dates.in_words(str(first))} and to is {dates.in_words(str(last))}: no day lies between them."
            self.problems.append(Problem("from", read["from"][0], f"{words} Make from the earlier of the two."))
            return {}
        texts = {name: value[0] for name, value in read.items() if value}
        return {**texts, "first_day": first, "last_day": last}


def text(_field: str, value: str) -> str:
    """Words to search for, in composed form with single blanks."""
    return " ".join(unicodedata.normalize("NFC", value).split())


def closed(field: str, value: str) -> str:
    """A word of a closed list in any case or as readers see it, with or without a minus. Raises RefusedError."""
    plain = value.removeprefix("-")
    meant = plain if plain in fields.CLOSED[field] else spoken.of_list(field, plain)
    if meant:
        return value.removesuffix(plain) + meant
    raise refuse(field, plain, f"is no {fields.label(field)}.", fields.CLOSED[field])


def single(field: str, value: str) -> str:
    """The one word of a closed list. Raises RefusedError."""
    if field == "sort":
        return sort(field, value)
    words, _default = fields.SINGLE[field]
    meant = spoken.of_words(words, value)
    if meant:
        return meant
    raise refuse(field, value, f"is no {fields.label(field)}.", words)


def sort(field: str, value: str) -> str:
    """A column to sort by, with a minus for descending. Raises RefusedError."""
    if value.removeprefix("-") in fields.SORTS:
        return value
    raise refuse(field, value, "is no order.", [*fields.SORTS, *(f"-{name}" for name in fields.SORTS)])


def code(field: str, value: str) -> str:
    """A country or actor by its code or name in any case, with or without a minus. Raises RefusedError."""
    plain = value.removeprefix("-")
    allowed = fields.known_codes() if field == "country" else {*fields.HOMES, *fields.known_codes()} - {fields.JOINT}
    meant = spoken.country(plain)
    if meant not in allowed:
        meant = plain if known.is_country(plain) else None
    if meant:
        return value.removesuffix(plain) + meant
    raise refuse(field, plain, f"is no country of the table. {CODES_IN_WORDS}")


def covered(field: str, value: str) -> str:
    """A year, or whether a period is stated at all, with or without a minus. Raises RefusedError."""
    plain = value.removeprefix("-").lower()
    if plain in fields.COVERED or (plain.isascii() and plain.isdigit() and len(plain) == len("2026")):
        return value.removesuffix(value.removeprefix("-")) + plain
    raise refuse(field, value, "is no year that money is meant for. Write four digits, for example 2026.", fields.COVERED)


def currency(field: str, value: str) -> str:
    """A currency by its ISO 4217 code or its name, in any case. Raises RefusedError."""
    meant = spoken.currency(value)
    if meant:
        return meant
    raise refuse(field, value, "is no currency of ISO 4217.", sorted(CURRENCIES, key=lambda one: (one not in COMMON_CURRENCIES, one)))


def amount(field: str, value: str) -> Decimal:
    """An amount in units of the display currency: `1000000`, `1e8`. Raises RefusedError."""
    try:
        number = Decimal(value) if len(value) <= AMOUNT_CHARACTERS and "_" not in value else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite() or not 0 <= number <= LARGEST_AMOUNT or number.adjusted() < -6 * bool(number):
        raise refuse(field, value, "is no amount. Write digits without separators, for example 100000000 or 1e8, from 0 to 1e18.")
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def day(field: str, value: str) -> date:
    """A day; of a month or year its last day. Raises RefusedError."""
    return periods.bounds(field, value, ())[1]


def edition(field: str, value: str) -> int:
    """A kept edition by its number. Raises RefusedError."""
    number = int(value) if value.isascii() and value.isdigit() and len(value) <= EDITION_DIGITS else 0
    trouble = known.trouble_with_edition(number)
    if trouble:
        raise refuse(field, value, trouble)
    return number


def page(field: str, value: str) -> int:
    """A page number from 1. Raises RefusedError."""
    if value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= LAST_PAGE:
        return int(value[:9])
    raise refuse(field, value, "is no page. Pages are counted from 1.")


def scopes(asked: tuple[str, ...]) -> tuple[str, ...]:
    """The scopes to count in, in the order of the list; exclusions are taken from all of them."""
    excluded = {scope[1:] for scope in asked if scope.startswith("-")}
    wanted = [scope for scope in asked if not scope.startswith("-")] or (list(fields.CLOSED["scope"]) if excluded else list(fields.DEFAULT_SCOPES))
    left = tuple(scope for scope in fields.CLOSED["scope"] if scope in wanted and scope not in excluded)
    return left or fields.DEFAULT_SCOPES
