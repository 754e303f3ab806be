"""A table as JSON: the heading, then the rows as objects; must not know where it goes."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.exports.table import Cell, Heading, Table, described

ROWS_A_PIECE = 500


def stream(table: Table) -> Iterator[bytes]:
    """The file in pieces of some hundred rows, at flat memory however many rows there are."""
    head = json.dumps(wrapper(table.heading), ensure_ascii=False, indent=1)
    piece = [head.removesuffix("\n}"), ',\n "rows": [']
    for number, cells in enumerate(table.cells()):
        row = dict(zip(table.names, map(written, cells), strict=True))
        piece.append(f"{',' if number else ''}\n  {json.dumps(row, ensure_ascii=False)}")
        if len(piece) >= ROWS_A_PIECE:
            yield "".join(piece).encode()
            piece = []
    piece.append("\n ]\n}\n")
    yield "".join(piece).encode()


def wrapper(heading: Heading) -> dict[str, Any]:
    """What stands around the rows."""
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
        "sources": list(heading.sources),
    }


def written(cell: Cell) -> str | int | float | None:
    """A cell as JSON has it: whole amounts as whole numbers, days as text, unknown as null."""
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
