"""What lists share: orders to choose from, facets, and the ways out of an empty list; knows no rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from dashboard.filters import Filters
from dashboard.queries.facets import Choice, Facet

WAYS_OUT: Final = 4


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One parameter beside a list: its most frequent values, and the rest behind a fold."""

    facet: Facet
    words: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Sort:
    """One order of a list."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class WayOut:
    """The query of an empty list without one of its filters, and how many rows that leaves."""

    words: str
    query: str
    count: int


def sorts(filters: Filters, options: Sequence[tuple[str, str]]) -> list[Sort]:
    """The orders of a list; the first is its own."""
    chosen = filters.sort if filters.sort in dict(options) else options[0][0]
    return [Sort(value, words, value == chosen) for value, words in options]


def narrowing(facet: Facet, words: str, most: int, *, unfolded: bool = True) -> Narrowing:
    """A facet of which `most` values are seen at once; chosen ones are always among them."""
    first = tuple(choice for place, choice in enumerate(facet.choices) if place < most or choice.chosen or choice.excluded)
    rest = tuple(choice for choice in facet.choices if choice not in first)
    return Narrowing(facet, words, first, rest, unfolded or any(choice.chosen or choice.excluded for choice in first))


def ways_out(filters: Filters, count: Callable[[Filters], int]) -> list[WayOut]:
    """One way for each filter without which there would be rows, of the first four; one statement each."""
    ways = [(active.words, active.without) for active in filters.active() if active.field != "edition"][:WAYS_OUT]
    found = [WayOut(words, query, count(Filters.from_query(QueryDict(query)))) for words, query in ways]
    return [way for way in found if way.count]
