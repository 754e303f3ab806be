"""The figures of a download as a table of words for a slide: the columns that say something, the rows that there is room for; knows no slide."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from heapq import nlargest
from itertools import islice
from typing import Final

from dashboard.charts import parts
from dashboard.charts.native import Native
from dashboard.exports.slides.values import Grid
from dashboard.exports.table import Cell, Heading, Table
from dashboard.queries.funding_by_country import names_of
from initiatives import formats
from initiatives.vocabulary import INITIATIVE_KINDS, INITIATIVE_STATUSES, ORGANIZATION_KINDS, PARTICIPATION_ROLES

ROWS_AT_MOST: Final = 240  # no slide holds more; the others are counted
COLUMNS_AT_MOST: Final = 8
LONGEST_WORDS: Final = 72  # characters of one cell
NAMES_AT_MOST: Final = 2  # columns that say what a row is, beside a chart
IN_SIGHT: Final = 16  # rows that most slides show; what is the same in all of them says nothing there
FEWEST_ALIKE: Final = 3  # rows of which it can be said that they are all the same
LONG_NAMES: Final = 44  # characters of two names that stand better in one column than in two
LARGEST_FIRST: Final[Mapping[str, str]] = {"composition": "amount"}  # table → the column that decides which of its rows a slide shows
TOTALLED: Final = frozenset({"funding-by-country", "funding-map"})  # tables whose rows add up
ADDED: Final = frozenset({"public", "private", "mixed", "unknown", "total", "entries", "undisclosed", "not_convertible"})
LAST_IS_TOTAL: Final = frozenset({"why-this-total"})
CODES: Final = frozenset({"country", "countries"})
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
    "cumulative": "Running total", "public_from_abroad": "Public, from abroad", "percent": "Share", "of_known_home": "Of known home",
    "payer_name": "Payer", "takers": "Who leads it or receives",
    "initiative_name": "Initiative", "ceiling": "Of it “up to”", "name": "Initiative", "countries": "Owner",
    "committed_percent": "Committed, %", "disbursed_percent": "Paid out, %", "disbursed": "Paid out",
}  # fmt: skip
WORDS: Final[Mapping[str, Mapping[str, str]]] = {"role": PARTICIPATION_ROLES, "status": INITIATIVE_STATUSES}
MACHINE_WORD: Final = re.compile("[a-z]+(-[a-z]+)+")
DAYS: Final = frozenset({"announced", "start", "end"})
LABELS: Final = frozenset({"label", "value"})
NOTHING: Final = {"gdp_percent": "no figure", "per_person": "no figure", "percent": "no figure"}


def whole(table: Table) -> Grid:
    """Every column that says something, at most eight, with the first rows; the others are counted."""
    rows, beyond, total = _read(table)
    columns = _columns(table, rows)
    return _grid(table, rows, columns, beyond, total if len(columns) > 1 else None)


def beside(table: Table) -> Grid:
    """What a row is, and its two most telling figures, for the room beside a chart."""
    rows, beyond, total = _read(table)
    columns = _columns(table, rows)
    names = _names(rows, columns)
    telling = [place for place in columns if table.names[place] in BESIDE][: 3 - len(names)] or [
        place for place in columns if table.names[place] in DAYS
    ][-2:]
    return _together(_grid(table, rows, [*names, *telling], beyond, total if telling else None), len(names))


def _read(table: Table) -> tuple[list[list[Cell]], int, list[Cell] | None]:
    """The rows that a slide may show, how many more there are, and the sums of all of them where they add up."""
    totals: list[Cell] = [None] * len(table.names)
    added = [place for place, name in enumerate(table.names) if name in ADDED] if table.heading.name in TOTALLED else []
    number = 0

    def counted() -> Iterator[list[Cell]]:
        nonlocal number
        for cells in table.cells():
            number += 1
            _add(totals, cells, added)
            yield cells

    by = LARGEST_FIRST.get(table.heading.name)
    rows = _largest(counted(), table.names.index(by)) if by else _first(counted())
    return rows, number - len(rows), totals if added and len(rows) > 1 else None


def _first(cells: Iterator[list[Cell]]) -> list[list[Cell]]:
    rows = list(islice(cells, ROWS_AT_MOST))
    for _ in cells:
        pass
    return rows


def _largest(cells: Iterator[list[Cell]], place: int) -> list[list[Cell]]:
    def amount(row: list[Cell]) -> Decimal:
        cell = row[place]
        return cell if isinstance(cell, Decimal) else Decimal(-1)

    return nlargest(ROWS_AT_MOST, cells, key=amount)


def _add(totals: list[Cell], cells: Sequence[Cell], added: Sequence[int]) -> None:
    """Adds what is known; a sum of nothing known stays unknown."""
    for place in added:
        cell, known = cells[place], totals[place]
        if isinstance(cell, Decimal | int):
            totals[place] = cell + known if isinstance(known, Decimal | int) else cell


def _together(grid: Grid, names: int) -> Grid:
    """Two columns of long names as one, `payer: initiative`, as two would be broken into many lines."""
    longest = [max((len(row[place]) for row in grid.rows[:IN_SIGHT]), default=0) for place in range(names)]
    if names < NAMES_AT_MOST or sum(longest) <= LONG_NAMES:
        return grid
    rows = tuple((": ".join(part for part in row[:names] if part), *row[names:]) for row in grid.rows)
    head = (f"{grid.head[0]}: {grid.head[1].lower()}", *grid.head[names:])
    return replace(grid, head=head, rows=rows, right=grid.right[names - 1 :])


def repeats(grid: Grid) -> bool:
    """Whether several rows begin with the same words, as where a country has one for each kind and role."""
    return len({row[0] for row in grid.rows}) < len(grid.rows)


def of_native(native: Native, name: str, what: str) -> Grid:
    """What a native chart draws, with a column for each series and the words of the totals; `what` heads the names."""
    drawn = [series for series in native.series if series.drawn]
    heads = (what, *(parts.opening(series.name) for series in drawn), *(("Total",) if native.totals else ()))
    rows = tuple(
        (category, *(_plain(series.values[place]) for series in drawn), *native.totals[place : place + 1])
        for place, category in enumerate(native.categories)
    )
    return Grid(f"Figures: {name}", heads, rows, tuple(place > 0 for place in range(len(heads))))


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():,f}"


def head_of(names: Sequence[str]) -> str:
    """What heads the names of the rows of a chart: `Country` where there is one."""
    return HEADS[next((name for name in ("country_name", "label") if name in names), "label")]


def rows_named(grid: Grid) -> list[str]:
    """What the rows are called, each name once, without the total."""
    rows: list[Sequence[Cell]] = [list(row) for row in (grid.rows[:-1] if grid.last_is_total else grid.rows)]
    texts = [place for place, is_figure in enumerate(grid.right) if not is_figure] or [0]
    best = max(texts, key=lambda place: len({row[place] for row in rows}))
    return list(dict.fromkeys(str(row[best]) for row in rows))


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
    telling = [place for place in told if any(row[place] not in (None, 0, "") for row in rows)]
    kept = [place for place in telling if not _alike(names[place], [row[place] for row in rows[:IN_SIGHT]])] or telling or told[:1]
    for name in LEAST_MISSED:
        if len(kept) > COLUMNS_AT_MOST:
            kept = [place for place in kept if names[place] != name]
    return kept[:COLUMNS_AT_MOST]


def _alike(name: str, cells: Sequence[Cell]) -> bool:
    """Whether a column says the same in every row in sight, and is none of the figures that are read for themselves."""
    known = {cell or None for cell in cells}
    return len(cells) >= FEWEST_ALIKE and len(known) == 1 and (name not in BESIDE or known == {None})


def _doubled(name: str, names: Sequence[str]) -> bool:
    """Whether another column says the same in words: `country` beside `country_name`, `value` beside `label`."""
    return f"{name}_name" in names or (name, True) in (("value", "label" in names), ("role", "takers" in names))


def _grid(table: Table, rows: Sequence[Sequence[Cell]], columns: Sequence[int], beyond: int, total: Sequence[Cell] | None) -> Grid:
    names = [table.names[place] for place in columns]
    right = tuple(any(isinstance(row[place], int | Decimal) for row in rows) for place in columns)
    countries = names_of({code for row in rows for place in columns if table.names[place] in CODES for code in str(row[place] or "").split()})
    words = [_words(table, row, columns, right, countries) for row in rows]
    if total is not None:
        words.append(("All", *_words(table, total, columns, right, countries, "")[1:]))
    heads = tuple(HEADS.get(name, name.replace("_", " ").capitalize()) for name in names)
    has_total = total is not None or (table.heading.name in LAST_IS_TOTAL and not beyond)
    return Grid(f"Figures: {table.heading.title}", heads, tuple(words), right, beyond=beyond, last_is_total=has_total)


def _words(
    table: Table, row: Sequence[Cell], columns: Sequence[int], right: Sequence[bool], countries: Mapping[str, str], nothing: str | None = None
) -> tuple[str, ...]:
    """One row as a reader reads it, countries by their names; `nothing` stands for None where it is given."""
    found = []
    for place, is_figure in zip(columns, right, strict=True):
        name, cell = table.names[place], row[place]
        if cell is None and nothing is not None:
            found.append(nothing)
        elif name in CODES:
            found.append(formats.listed([countries.get(code, code) for code in str(cell or "").split()]))
        else:
            words = said(cell, name, is_figure, table.heading)
            found.append(parts.opening(words) if name in LABELS and not is_figure else words)
    return tuple(found)


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
