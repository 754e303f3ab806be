"""The figures of a download as a table of words for a slide: the columns that say something, the rows that there is room for; knows no slide."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Final

from dashboard.charts.native import Native
from dashboard.exports.slides.values import Grid
from dashboard.exports.table import Cell, Heading, Table
from initiatives import formats
from initiatives.vocabulary import INITIATIVE_KINDS, INITIATIVE_STATUSES, ORGANIZATION_KINDS, PARTICIPATION_ROLES

ROWS_AT_MOST: Final = 240  # no slide holds more; the others are counted
COLUMNS_AT_MOST: Final = 8
LONGEST_WORDS: Final = 72  # characters of one cell
NAMES_AT_MOST: Final = 2  # columns that say what a row is, beside a chart
# What stands in the basis line, or is the machine's name of what stands beside it.
SAME_IN_EVERY_ROW: Final = frozenset({"scope", "basis", "currency", "as_of", "edition", "display_currency", "owners", "step", "by", "slug", "key"})
LEAST_MISSED: Final = (
    "region",
    "payer_country",
    "role",
    "takers",
    "public_from_abroad",
    "not_convertible",
    "stated",
    "about",
    "at_least",
    "initiatives",
    "entries",
    "unknown",
    "undisclosed",
)
BESIDE: Final = ("entries", "participants", "comments", "total", "amount", "cumulative", "value", "percent", "counted")
HEADS: Final[Mapping[str, str]] = {
    "country_name": "Country", "home_name": "Home", "label": "What", "amount": "Sum", "gdp_percent": "% of GDP", "per_person": "Per person",
    "cumulative": "Running total", "public_from_abroad": "Public, from abroad", "percent": "Share", "committed_percent": "Share committed",
    "disbursed_percent": "Share paid out", "of_known_home": "Of known home", "payer_name": "Payer",
    "initiative_name": "Initiative",
}  # fmt: skip
WORDS: Final[Mapping[str, Mapping[str, str]]] = {"role": PARTICIPATION_ROLES, "status": INITIATIVE_STATUSES}
MACHINE_WORD: Final = re.compile("[a-z]+(-[a-z]+)+")
DAYS: Final = frozenset({"announced", "start", "end"})
NOTHING: Final = {"gdp_percent": "no figure", "per_person": "no figure", "percent": "no figure"}


def whole(table: Table) -> Grid:
    """Every column that says something, at most eight, with the first rows; the others are counted."""
    cells = table.cells()
    rows = list(islice(cells, ROWS_AT_MOST))
    return _grid(table, rows, _columns(table, rows), sum(1 for _ in cells))


def beside(table: Table) -> Grid:
    """What a row is, and its two most telling figures, for the room beside a chart."""
    cells = table.cells()
    rows = list(islice(cells, ROWS_AT_MOST))
    columns = _columns(table, rows)
    names = _names(rows, columns)
    telling = [place for place in columns if table.names[place] in BESIDE][: 3 - len(names)] or [
        place for place in columns if table.names[place] in DAYS
    ][-2:]
    return _grid(table, rows, [*names, *telling], sum(1 for _ in cells))


def repeats(grid: Grid) -> bool:
    """Whether several rows begin with the same words, as where a country has one for each kind and role."""
    return len({row[0] for row in grid.rows}) < len(grid.rows)


def of_native(native: Native, name: str, what: str) -> Grid:
    """What a native chart draws, with a column for each series and the words of the totals; `what` heads the names."""
    drawn = [series for series in native.series if series.drawn]
    heads = (what, *(series.name for series in drawn), *(("Total",) if native.totals else ()))
    rows = tuple(
        (category, *(_plain(series.values[place]) for series in drawn), *native.totals[place : place + 1])
        for place, category in enumerate(native.categories)
    )
    return Grid(f"Figures: {name}", heads, rows, tuple(place > 0 for place in range(len(heads))))


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():,f}"


def rows_named(grid: Grid) -> list[str]:
    """What the rows are called, each name once."""
    rows: list[Sequence[Cell]] = [list(row) for row in grid.rows]
    texts = [place for place, is_figure in enumerate(grid.right) if not is_figure] or [0]
    best = max(texts, key=lambda place: len({row[place] for row in rows}))
    return list(dict.fromkeys(row[best] for row in grid.rows))


def _names(rows: Sequence[Sequence[Cell]], columns: Sequence[int]) -> list[int]:
    """The columns that say what a row is: one that tells all rows apart, else the two that tell most of them apart."""
    texts = [place for place in columns if not any(isinstance(row[place], int | Decimal) for row in rows)] or list(columns[:1])
    ranked = sorted(texts, key=lambda place: -len({row[place] for row in rows}))
    if not ranked or len({row[ranked[0]] for row in rows}) == len(rows):
        return ranked[:1]
    return sorted(ranked[:NAMES_AT_MOST])


def _columns(table: Table, rows: Sequence[Sequence[Cell]]) -> list[int]:
    names = table.names
    told = [place for place, name in enumerate(names) if name not in SAME_IN_EVERY_ROW and not _doubled(name, names)]
    kept = [place for place in told if any(row[place] not in (None, 0, "") for row in rows)] or told[:1]
    for name in LEAST_MISSED:
        if len(kept) > COLUMNS_AT_MOST:
            kept = [place for place in kept if names[place] != name]
    return kept[:COLUMNS_AT_MOST]


def _doubled(name: str, names: Sequence[str]) -> bool:
    """Whether another column says the same in words: `country` beside `country_name`, `value` beside `label`."""
    return f"{name}_name" in names or (name == "value" and "label" in names)


def _grid(table: Table, rows: Sequence[Sequence[Cell]], columns: Sequence[int], beyond: int) -> Grid:
    names = [table.names[place] for place in columns]
    right = tuple(any(isinstance(row[place], int | Decimal) for row in rows) for place in columns)
    words = tuple(
        tuple(said(row[place], table.names[place], is_figure, table.heading) for place, is_figure in zip(columns, right, strict=True)) for row in rows
    )
    heads = tuple(HEADS.get(name, name.replace("_", " ").capitalize()) for name in names)
    return Grid(f"Figures: {table.heading.title}", heads, words, right, beyond=beyond, strong=())


def said(cell: Cell, name: str, is_figure: bool, heading: Heading) -> str:
    """One cell as a reader reads it; what nobody said is a word, not a zero."""
    if cell is None:
        return NOTHING.get(name, formats.UNDISCLOSED if is_figure and heading.has_money else "unknown" if is_figure else "")
    if isinstance(cell, Decimal):
        return _amount(cell, name, heading)
    if isinstance(cell, int):
        return formats.count(cell)
    if isinstance(cell, date) or name in DAYS:
        return formats.day(cell.isoformat() if isinstance(cell, date) else cell)
    words = formats.in_words(cell, WORDS.get(name, _kinds(heading) if name == "kind" else {}))
    words = words.replace("-", " ") if MACHINE_WORD.fullmatch(words) else words
    return words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS].rstrip()}…"


def _amount(value: Decimal, name: str, heading: Heading) -> str:
    if "percent" in name or name == "share":
        return formats.percent(value)
    return formats.money(value, heading.filters.currency) if heading.has_money else f"{value.normalize():,f}"


def _kinds(heading: Heading) -> Mapping[str, str]:
    return ORGANIZATION_KINDS if heading.name.startswith("participants") else INITIATIVE_KINDS
