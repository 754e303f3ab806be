"""How much room words need on a slide, estimated generously; knows no file format."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dashboard.exports.slides.values import SMALLEST, Grid
from dashboard.figures.text import ELLIPSIS, width_of, wrapped

POINTS_AN_INCH: Final = 72
LINE_SHARE: Final = 1.19  # of the size of the type from line to line
PADDING: Final = 0.075  # inches above and below the words of a row, together
SPARE: Final = 0.03  # inches, so that the widest words of a column stay on one line
GUTTER: Final = 0.12  # inches between two columns
LONGEST_CELL: Final = 320  # characters
SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=\S)")


def width(words: str, size: int, bold: bool = False) -> float:
    """The width of words in inches."""
    return width_of(words, size) / POINTS_AN_INCH * (1.06 if bold else 1)


def lines(words: str, inches: float, size: int) -> int:
    """How many lines words take in a column."""
    return max(1, len(wrapped(words, max(inches, 0.2) * POINTS_AN_INCH, size)))


def height(words: str, inches: float, size: int) -> float:
    """How high words are in a column, in inches."""
    return lines(words, inches, size) * size * LINE_SHARE / POINTS_AN_INCH


def sentences(words: str, inches: float, size: int, most: int = 2) -> tuple[str, str]:
    """As many whole sentences as stand in `most` lines, at least one, and what is left; a full stop at the end of a single one goes."""
    all_of_them = SENTENCE.split(words)
    kept = all_of_them[0]
    for sentence in all_of_them[1:]:
        if lines(f"{kept} {sentence}", inches, size) > most:
            break
        kept = f"{kept} {sentence}"
    return kept, words[len(kept) :].strip()


def cut(words: str, inches: float, size: int, most: int) -> str:
    """Words of at most so many lines; what does not fit ends with an ellipsis."""
    found = wrapped(words, max(inches, 0.2) * POINTS_AN_INCH, size)
    return words if len(found) <= most else " ".join(found[:most])[:-1].rstrip(" ,;·") + ELLIPSIS


def size_of(grid: Grid, column: int) -> int:
    """Points of the words of a column."""
    return max(SMALLEST, grid.sizes[column]) if column < len(grid.sizes) else SMALLEST


def widths(grid: Grid, whole: float) -> list[float]:
    """The width of each column in inches: as stated, else after its widest words; long words give way."""
    if grid.widths:
        return [share / sum(grid.widths) * whole for share in grid.widths]
    wanted = [_natural(grid, column) for column in range(len(grid.head))]
    spare = whole - sum(wanted)
    if spare >= 0:
        return [wanted[0] + spare, *wanted[1:]]
    limit = _limit(wanted, whole)
    return [min(one, limit) for one in wanted]


def _natural(grid: Grid, column: int) -> float:
    size = size_of(grid, column)
    cells = [width(row[column], size, column in grid.strong or grid.last_is_total) for row in grid.rows]
    return max([width(grid.head[column], size, True), *cells]) + GUTTER + SPARE


def _limit(wanted: Sequence[float], whole: float) -> float:
    """The width down to which the widest columns give way so that all fit."""
    left, room = sorted(wanted), whole
    for place, one in enumerate(left):
        share = room / (len(left) - place)
        if one > share:
            return share
        room -= one
    return left[-1]


def row_height(grid: Grid, row: Sequence[str], across: Sequence[float]) -> float:
    """The height of a row in inches, after its tallest cell."""
    return PADDING + max(height(cell, inches - GUTTER, size_of(grid, place)) for place, (cell, inches) in enumerate(zip(row, across, strict=True)))


def pages(grid: Grid, whole: float, room: float, most: int) -> Iterator[Grid]:
    """The table in at most `most` parts that are each no higher than `room` inches; the last one says how much is left."""
    left, jumps = list(grid.rows), list(grid.jumps)
    for number in range(1, most + 1):
        across = widths(replace(grid, rows=tuple(left) or (("",) * len(grid.head),)), whole)
        fitting = _fitting(grid, left, across, room)
        if fitting < len(left) and number == most:
            fitting = max(1, _fitting(grid, left, across, room - row_height(grid, [grid.head[0]] * len(grid.head), across)))
        part, left = left[:fitting], left[fitting:]
        if left and number == most:
            part.append(_gathered(grid, len(left)))
        yield replace(grid, rows=tuple(part), jumps=tuple(jumps[:fitting]), last_is_total=grid.last_is_total and not left)
        jumps = jumps[fitting:]
        if not left:
            return


def _fitting(grid: Grid, rows: Sequence[Sequence[str]], across: Sequence[float], room: float) -> int:
    used = row_height(grid, grid.head, across)
    for number, row in enumerate(rows):
        used += row_height(grid, row, across)
        if used > room:
            return max(1, number)
    return len(rows)


def _gathered(grid: Grid, number: int) -> tuple[str, ...]:
    """The last line: how many rows have no room here, and where they are."""
    return (f"and {number:,} {grid.rest}", *[""] * (len(grid.head) - 1))


def folded(grid: Grid, columns: int) -> Grid:
    """A narrow table that reads down several columns beside each other."""
    deep = -(-len(grid.rows) // columns)
    empty = ("",) * len(grid.head)
    rows = [tuple(cell for side in range(columns) for cell in _at(grid.rows, side * deep + at, empty)) for at in range(deep)]
    right = grid.right or tuple(place > 0 for place in range(len(grid.head)))
    return replace(grid, head=grid.head * columns, rows=tuple(rows), right=right * columns, strong=(), widths=grid.widths * columns)


def _at(rows: Sequence[tuple[str, ...]], place: int, empty: tuple[str, ...]) -> tuple[str, ...]:
    return rows[place] if place < len(rows) else empty
