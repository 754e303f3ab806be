"""Columns that a file does not have and its new rows need: asked for once, however many rows there are."""

from typing import Final

from initiatives.importing.columns import Column
from initiatives.importing.table import Table

NO_ROW_OF_ITS_OWN: Final = 1  # rows that lack a column which cannot be said once: a single one is mended in its own place


def counted_of(table: Table) -> dict[str, int]:
    """Column → how many new rows lack it, of those that are asked for once."""
    found = {name: len(lines) for name, lines in table.lacking.items()}
    return {name: rows for name, rows in found.items() if table.noun.column(name).for_file or rows > NO_ROW_OF_ITS_OWN}


def ask_once(table: Table) -> None:
    """Notes each such column at the first row that lacks it."""
    for name, lines in table.lacking.items():
        table.fault(lines[0], name, "", _words(table, table.noun.column(name), len(lines)))


def _words(table: Table, column: Column, rows: int) -> str:
    """`The file has no column for “tier”, which 500 new rows need. Say it once for all of them, or add the column. Use one of: 1, 2, 3.`"""
    which = "which a new row needs" if rows == 1 else f"which {rows:,} new rows need"
    way = "Say it once for all of them, or add the column." if column.for_file else f"Name the column of {table.noun.many} that says it, or add it."
    use = f"Use one of: {', '.join(column.words)}." if column.words else column.help
    return f"The file has no column for “{column.name}”, {which}. {way} {use}"
