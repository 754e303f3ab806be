"""The sheets beside the tables of a workbook: the publications behind the figures, and what the columns mean; must not know where they go."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from dashboard.exports import xlsx_rows
from dashboard.exports.table import Cell, Table, known_day

OWN_SHEETS: Final = ("Sources", "Columns", "Notes")
PUBLICATION: Final = {"sheet": 28, "publisher": 30, "title": 60, "address": 60, "published": 12, "tier": 6, "rows that rest on it": 18}
EXPLAINED: Final = {"sheet": 28, "column": 22, "meaning": 90, "type": 24, "unit": 26, "empty cell": 40}


def write(book: Any, tables: Sequence[Table], formats: Mapping[str, Any]) -> None:
    """Adds the sheets `Sources` and `Columns`."""
    _listed(book.add_worksheet("Sources"), PUBLICATION, _published(tables), formats)
    _listed(book.add_worksheet("Columns"), EXPLAINED, _explained(tables), formats)


def _published(tables: Sequence[Table]) -> Iterator[tuple[Cell, ...]]:
    """The publications behind each sheet, and how many more there are."""
    for table in tables:
        title, found = table.heading.title, table.publications()
        for one in found.named:
            yield title, one.publisher, one.title, one.address, known_day(one.published), one.tier, one.rests
        if found.more:
            yield title, f"and {found.more:,} more, each with its entries", None, table.heading.ledger, None, None, None


def _explained(tables: Sequence[Table]) -> Iterator[tuple[Cell, ...]]:
    """What each column means."""
    for table in tables:
        for column in table.columns:
            said = column.meaning
            if said.words:
                unit = said.unit_in(table.heading.filters.currency) or None
                yield table.heading.title, column.name, said.words, said.type, unit, said.empty


def _listed(sheet: Any, names: Mapping[str, int], lines: Iterable[Sequence[Cell]], formats: Mapping[str, Any]) -> None:
    """A header row, each name with the width of its column, and the lines below it."""
    for place, (name, width) in enumerate(names.items()):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, formats["bold"])
    sheet.freeze_panes(1, 0)
    xlsx_rows.write(sheet, lines, len(names), formats["day"])
