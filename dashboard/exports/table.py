"""A table as it leaves the site: its heading, its columns and its rows; must not know in which format."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.charts.native import Native
from dashboard.exports.meanings import NOTHING_SAID, Meaning
from dashboard.filters import Filters
from dashboard.queries.publications import Publications
from dashboard.short import shortened

Cell = str | int | Decimal | date | None  # None is unknown; a day known only as month or year is text


@dataclass(frozen=True, slots=True)
class Heading:
    """What a file says of itself. `day` is the day whose state is shown, `made` the edition's own, both None before the first publication."""

    name: str  # as in its address: `funding-by-country`
    title: str
    question: str
    subtitle: str
    filters: Filters
    sources: tuple[str, ...]
    edition: int
    day: date | None
    made: date | None
    has_money: bool = True
    site: str = ""  # scheme and host of its addresses, without a stroke at the end

    @property
    def path(self) -> str:
        """The page that shows the same, without scheme and host; with the edition, so that it is found again."""
        query = self.filters.as_query(page=None, edition=self.edition or None)
        folder = "charts/" if self.is_chart else ""
        return f"/{folder}{self.name}/{'?' if query else ''}{query}"

    @property
    def address(self) -> str:
        """The page that shows the same, whole."""
        return f"{self.site}{self.path}"

    @property
    def ledger(self) -> str:
        """The entries behind it, each with its publication."""
        query = self.filters.as_query(page=None, view=None, sort=None, edition=self.edition or None)
        return f"{self.site}{shortened(f'/ledger/?{query}' if query else '/ledger/')}"

    @property
    def short_address(self) -> str:
        """The same page at an address that can be copied by hand."""
        return f"{self.site}{shortened(self.path)}"

    @property
    def filter_words(self) -> str:
        """The filter as one sentence, with how money is counted where there is any."""
        return self.filters.in_words() if self.has_money else self.filters.selection_in_words()

    @property
    def is_chart(self) -> bool:
        return self.name not in LISTS

    @property
    def source_line(self) -> str:
        """Who says so, and in which state: true whenever the file is opened."""
        state = f", as of {self.day.isoformat()}" if self.day else ""
        return f"National AI initiatives, edition {self.edition}{state}, {self.short_address}"


LISTS = ("initiatives", "ledger", "organizations", "commentary", "compare", "changes")
Read = Callable[[Any, Heading], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, how its cell is read from a row and the heading, and what it means."""

    name: str
    read: Read
    meaning: Meaning = NOTHING_SAID


def nothing_drawn() -> None:
    """A list has no chart."""


def nothing_published() -> Publications:
    """A table that rests on no publication."""
    return Publications()


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, columns, and rows that may be read once only."""

    heading: Heading
    columns: Sequence[Column]
    rows: Iterable[Any]
    native: Callable[[], Native | None] = nothing_drawn  # the chart that an office program draws of the same rows
    publications: Callable[[], Publications] = nothing_published  # what the rows rest on; asked when a file wants to name it

    def cells(self) -> Iterable[list[Cell]]:
        """The rows as cells in the order of the columns."""
        readers, heading = [column.read for column in self.columns], self.heading
        return ([read(row, heading) for read in readers] for row in self.rows)

    @property
    def names(self) -> list[str]:
        """The header row."""
        return [column.name for column in self.columns]


def described(filters: Filters) -> Mapping[str, str | list[str]]:
    """The filters as a file states them: every parameter that is not at its default."""
    found: dict[str, list[str]] = {}
    for name, value in filters.pairs(sort=filters.sort):
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def plain(amount: Decimal | None) -> Decimal | None:
    """An amount without zeros after its last digit: 37333760000, not 37333760000.000000."""
    if amount is None:
        return None
    whole = amount.to_integral_value()
    return whole.quantize(Decimal(1)) if amount == whole else amount.normalize()


def known_day(text: str | None) -> date | str | None:
    """A day as a day; a month or a year, which are no days, as their text."""
    return date.fromisoformat(text) if text and len(text) == 10 else text
