"""Sentences on what no sum can hold: undisclosed, not convertible, outside the scope; knows no chart's rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from dashboard.charts import parts
from dashboard.charts.parts import Part, Sentence
from dashboard.filters import Filters
from dashboard.queries import money
from initiatives import formats
from initiatives.vocabulary import SCOPES

NAMED = 4  # countries, at most, that are named


class Silent(Protocol):
    """A row that counts entries which no sum can hold."""

    @property
    def country_name(self) -> str: ...
    @property
    def undisclosed(self) -> int: ...
    @property
    def not_convertible(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Silences:
    """How many entries have no amount, of whom, and how many have no rate."""

    undisclosed: int
    whose: tuple[str, ...]
    not_convertible: int


def silences(rows: Iterable[Silent]) -> Silences:
    """What some rows cannot hold, added up."""
    some = list(rows)
    whose = tuple(dict.fromkeys(row.country_name for row in some if row.undisclosed))
    return Silences(sum(row.undisclosed for row in some), whose, sum(row.not_convertible for row in some))


def sentences(found: Silences, filters: Filters, **changes: str) -> list[Sentence]:
    """One sentence a kind, each with its entries; none where there is nothing to say. `changes` are those of the entries' filters."""
    said: list[Sentence] = []
    if found.undisclosed:
        words = formats.counted(found.undisclosed, "entry is", "entries are") + " undisclosed"
        names = Part(f" ({formats.listed(found.whose)})" if 0 < len(found.whose) <= NAMED else "")
        said.append((parts.statements(words, filters, reason="undisclosed", **changes), names))
    if found.not_convertible:
        said.append((Part(formats.counted(found.not_convertible, "entry", "entries") + f" cannot be converted to {filters.currency}"),))
    return said


def outside(beside: Decimal, filters: Filters) -> list[Sentence]:
    """What is counted in the other scopes, which is listed and not drawn; nothing where there is none."""
    if not beside:
        return []
    others = money.other_scopes(filters)
    amount = parts.entries(formats.money(beside, filters.currency), filters, scope=tuple(others))
    return [(amount, Part(f" for {formats.listed(SCOPES[scope] for scope in others)} lies outside the scope"))]


def nothing(found: Silences, filters: Filters) -> str:
    """Why there is no answer."""
    if found.undisclosed:
        return f"Nobody says how much: {formats.counted(found.undisclosed, 'entry', 'entries')} at this basis, every sum undisclosed."
    if found.not_convertible:
        return f"Nothing of it can be converted: {formats.counted(found.not_convertible, 'entry', 'entries')} without a rate to {filters.currency}."
    return f"Nothing is {parts.VERBS[filters.basis]} for {parts.scope_words(filters)} under these filters."
