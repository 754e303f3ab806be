"""Tables made of nothing but cells, for what formats do with them."""

from collections.abc import Iterable
from datetime import date

from dashboard.exports.table import Cell, Column, Heading, Table
from dashboard.filters import Filters


def heading(title: str = "Funding by country", **filters: object) -> Heading:
    return Heading("funding-by-country", title, "Who pays?", "announced", Filters(**filters), ("A bank",), 7, date(2026, 7, 3), date(2026, 7, 3))


def table(names: str, rows: Iterable[tuple[Cell, ...]], title: str = "Funding by country") -> Table:
    columns = [Column(name, lambda row, _heading, place=place: row[place]) for place, name in enumerate(names.split())]  # type: ignore[misc]
    return Table(heading(title), columns, rows)
