"""One page of a long answer; must not know what is on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dashboard.filters import PAGE_SIZE

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of `count`; a page past the end has none and knows how many pages there are."""

    rows: Sequence[Row]
    number: int
    count: int
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        """How many pages there are; one where there is nothing."""
        return max(1, -(-self.count // self.size))

    @property
    def first(self) -> int:
        """The place of the first row in the whole answer, counted from 1."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        """The place of the last row in the whole answer."""
        return min(self.number * self.size, self.count)

    @property
    def is_beyond(self) -> bool:
        """Whether the reader asked for a page past the end."""
        return self.number > self.pages

    @property
    def has_next(self) -> bool:
        return self.number < self.pages

    @property
    def has_previous(self) -> bool:
        return self.number > 1


def bounds(number: int, size: int = PAGE_SIZE) -> slice:
    """The rows of a page among all rows."""
    return slice((number - 1) * size, number * size)
