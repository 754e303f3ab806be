"""Reads an address into `Filters`, gathering what cannot be used; must not know how a single value is read, nor what is selected."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from dashboard.filters import fields, known, periods
from dashboard.filters.problems import Problem, RefusedError, refuse, shown
from dashboard.filters.single_values import amount, closed, code, covered, currency, day, edition, page, scopes, single, text
from dashboard.filters.values import FilterValues
from initiatives import dates

VALUE_CHARACTERS = 200
VALUES_A_PARAMETER = 60
SHOWN_IGNORED = 8
RENAMED = (*fields.CLOSED, "country", "home", *fields.OPEN, *fields.SINGLE, "currency")


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
