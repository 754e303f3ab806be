"""The dictionary of all downloads: every column of each, with what it means; must not know rows of the record."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Final

from dashboard import charts
from dashboard.exports import as_csv, columns, tables
from dashboard.exports.table import Column, Heading, Table
from dashboard.filters import Filters

TITLE: Final = "Columns of the downloads"
QUESTION: Final = "What does each column of each download mean?"
NAMES: Final = ("download", "column", "type", "unit", "meaning", "empty_cell")


@dataclass(frozen=True, slots=True)
class Line:
    """One column of one download, in words."""

    download: str  # as in its address
    column: str
    type: str
    unit: str
    meaning: str
    empty_cell: str


def lines() -> list[Line]:
    """Every column of every download, in the order of the files."""
    return [line(download, column) for download, its in downloads().items() for column in its]


def line(download: str, column: Column) -> Line:
    """One column in words."""
    said = column.meaning
    return Line(download, column.name, said.type, said.unit_words, said.words, said.empty)


def downloads() -> Mapping[str, Iterable[Column]]:
    """The columns of each download: lists, then charts."""
    return {**columns.LISTS, **columns.CHARTS}


def title_of(download: str) -> str:
    """`Ledger`, `Funding by country`."""
    return tables.LISTS[download].title if download in tables.LISTS else charts.get(download).name


def as_table() -> Table:
    """The dictionary as a file of its own."""
    heading = Heading("columns", TITLE, QUESTION, "", Filters(), (), 0, None, None, has_money=False)
    return Table(heading, [Column(name, lambda row, _heading, name=name: getattr(row, name)) for name in NAMES], lines())  # type: ignore[misc]


def csv_file() -> bytes:
    """The dictionary as CSV."""
    return b"".join(as_csv.stream(as_table()))


def json_file() -> bytes:
    """The dictionary as JSON."""
    return json.dumps({"title": TITLE, "columns": [asdict(one) for one in lines()]}, ensure_ascii=False, indent=1).encode()
