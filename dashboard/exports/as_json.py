"""A table as JSON: the heading, then the rows as objects; must not know where it goes."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.exports.table import Cell, Table, described

ROWS_A_PIECE = 500


def stream(table: Table) -> Iterator[bytes]:
    """The file in pieces of some hundred rows, at flat memory however many rows there are."""
    head = json.dumps(wrapper(table), ensure_ascii=False, indent=1)
    piece = [head.removesuffix("\n}"), ',\n "rows": [']
    for number, cells in enumerate(table.cells()):
        row = dict(zip(table.names, map(written, cells), strict=True))
        piece.append(f"{',' if number else ''}\n  {json.dumps(row, ensure_ascii=False)}")
        if len(piece) >= ROWS_A_PIECE:
            yield "".join(piece).encode()
            piece = []
    piece.append("\n ]\n}\n")
    yield "".join(piece).encode()


def wrapper(table: Table) -> dict[str, Any]:
    """What stands around the rows."""
    heading = table.heading
    return {
        "title": heading.title,
        "question": heading.question,
        "subtitle": heading.subtitle,
        "filters": described(heading.filters),
        "filter": heading.filter_words,
        "basis": heading.filters.basis,
        "scope": list(heading.filters.scope),
        "currency": heading.filters.currency,
        "as_of": heading.day.isoformat() if heading.day else None,
        "edition": heading.edition,
        "address": heading.address,
        "short_address": heading.short_address,
        "units": units(table),
        "sources": list(heading.sources),
        **published(table),
    }


def units(table: Table) -> dict[str, str]:
    """The unit of every column that has one: `EUR`, `percent`, `organizations`, `day`."""
    named = {column.name: column.meaning.unit_in(table.heading.filters.currency) for column in table.columns}
    return {name: unit for name, unit in named.items() if unit}


def published(table: Table) -> dict[str, Any]:
    """The publications behind the rows, those that most rests on first, and how many there are in all."""
    found = table.publications()
    rest = {"more": f"and {found.more:,} more, each in the ledger: {table.heading.ledger}"} if found.more else {}
    return {"publications": {"number": found.number, "named": [asdict(one) for one in found.named], **rest}}


def written(cell: Cell) -> str | int | float | None:
    """A cell as JSON has it: whole amounts as whole numbers, days as text, unknown as null."""
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
