"""How much room words need on a slide, estimated generously; knows no file format."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dashboard.exports.slides import measure
from dashboard.exports.slides.measure import wrapped
from dashboard.exports.slides.values import SMALLEST, Grid
from dashboard.figures.text import ELLIPSIS

POINTS_AN_INCH: Final = 72
LINE_SHARE: Final = measure.LINE
PADDING: Final = 0.075  # inches above and below the words of a row, together
SOURCE_LINES: Final = 2
MARK: Final = " · "  # between the parts of a line
ADDRESS_CHARACTERS: Final = 45  # a word that is longer is an address, or as unbroken as one
SPARE: Final = 0.03  # inches, so that the widest words of a column stay on one line
GUTTER: Final = 0.12  # inches between two columns
LARGER_SIZES: Final = (16, 14)  # points
WIDEST_GAP: Final = 0.9  # inches that a column of figures is set apart where there is room
CLAUSES: Final = ("; ", ", ")
SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=\S)")


def width(words: str, size: int, bold: bool = False) -> float:
    """The width of words in inches."""
    return measure.width_of(words, size, bold) / POINTS_AN_INCH


def lines(words: str, inches: float, size: int, bold: bool = False) -> int:
    """How many lines words take in a column; an address may begin on a line of its own."""
    return int(has_address(words)) + max(1, len(wrapped(words, max(inches, 0.2) * POINTS_AN_INCH, size, bold)))


def has_address(words: str) -> bool:
    """Whether there is a word in it that breaks where a program likes."""
    return " " in words and any(len(word) > ADDRESS_CHARACTERS for word in words.split(" "))


def height(words: str, inches: float, size: int, bold: bool = False) -> float:
    """How high words are in a column, in inches."""
    return lines(words, inches, size, bold) * size * LINE_SHARE / POINTS_AN_INCH


def sentences(words: str, inches: float, size: int, most: int = 2) -> tuple[str, str]:
    """As many whole sentences as stand in `most` lines, at least one, and what is left; a full stop at the end of a single one goes."""
    all_of_them = SENTENCE.split(words)
    kept = all_of_them[0]
    for sentence in all_of_them[1:]:
        if lines(f"{kept} {sentence}", inches, size) > most:
            break
        kept = f"{kept} {sentence}"
    return kept, words[len(kept) :].strip()


def clauses(words: str, inches: float, size: int, most: int) -> str:
    """As much of a sentence as stands in `most` lines, ended at a semicolon, else at a comma; whole where not even the first clause does."""
    if lines(words, inches, size) <= most:
        return words
    for mark in CLAUSES:
        ends = [place for place in range(len(words)) if words.startswith(mark, place)]
        for end in reversed(ends):
            if lines(words[:end], inches, size) <= most:
                return words[:end]
    return words


def cut(words: str, inches: float, size: int, most: int) -> str:
    """Words of at most so many lines; what does not fit ends with an ellipsis."""
    found = wrapped(words, max(inches, 0.2) * POINTS_AN_INCH, size)
    return words if len(found) <= most else " ".join(found[:most])[:-1].rstrip(" ,;·") + ELLIPSIS


def in_one_line(words: str, inches: float, sizes: Sequence[int], mark: str = MARK) -> tuple[str, int]:
    """Words and the largest of `sizes` at which they stand on one line; where none does, parts in the middle give way to an ellipsis."""
    for size in sizes:
        if width(words, size) <= inches:
            return words, size
    first, *middle, last = words.split(mark) if mark in words else (words, "")
    while middle and width(mark.join([first, *middle, ELLIPSIS, last]), sizes[-1]) > inches:
        middle.pop()
    if not last:
        return cut(words, inches, sizes[-1], 1), sizes[-1]
    end = mark.join([*middle, *([ELLIPSIS] if words.count(mark) > len(middle) + 1 else []), last])
    room = inches - width(mark + end, sizes[-1])
    return f"{cut(clauses(first, room, sizes[-1], 1), room, sizes[-1], 1)}{mark}{end}", sizes[-1]


def source_lines(words: str, inches: float, size: int) -> str:
    """A source in at most two lines with its address at the end; what is too long gives way before the address does."""
    said, between, address = words.rpartition(MARK)
    found = wrapped(said, inches * POINTS_AN_INCH, size)
    if not between or width(words, size) <= inches:
        return cut(words, inches, size, SOURCE_LINES)
    if has_whole_source(words, inches, size) and len(found) == SOURCE_LINES:
        return f"{found[0]}\n{found[1]}{MARK}{address}"
    return f"{cut(clauses(said, inches, size, 1), inches, size, 1)}\n{cut(address, inches, size, 1)}"


def has_whole_source(words: str, inches: float, size: int) -> bool:
    """Whether two lines have room for all of a source and its address."""
    said, _, address = words.rpartition(MARK)
    _, *others = wrapped(said, inches * POINTS_AN_INCH, size)
    if not others:
        return width(address, size) <= inches
    return len(others) == 1 and width(f"{others[0]}{MARK}{address}", size) <= inches


def size_of(grid: Grid, column: int) -> int:
    """Points of the words of a column."""
    return max(SMALLEST, grid.sizes[column]) if column < len(grid.sizes) else SMALLEST


def widths(grid: Grid, whole: float) -> list[float]:
    """The width of each column in inches: as stated, else after its widest words; long words give way."""
    if grid.widths:
        return [share / sum(grid.widths) * whole for share in grid.widths]
    wanted = natural_widths(grid)
    spare = whole - sum(wanted)
    if spare >= 0:
        each = min(spare / 2 / max(len(wanted) - 1, 1), WIDEST_GAP)
        return [wanted[0] + spare - each * (len(wanted) - 1), *(one + each for one in wanted[1:])]
    limit = _limit(wanted, whole)
    return [min(one, limit) for one in wanted]


def natural_widths(grid: Grid) -> list[float]:
    """The width of each column at which none of its words is broken."""
    return [_natural(grid, column) for column in range(len(grid.head))]


def _natural(grid: Grid, column: int) -> float:
    size = size_of(grid, column)
    cells = [width(row[column], size, column in grid.strong or grid.last_is_total) for row in grid.rows if not is_gathered(grid, row)]
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


def is_gathered(grid: Grid, row: Sequence[str]) -> bool:
    """Whether it is the last line, which counts what has no room and stands across the whole table."""
    return len(row) > 1 and row[0].endswith(grid.rest) and not any(row[1:])


def row_height(grid: Grid, row: Sequence[str], across: Sequence[float]) -> float:
    """The height of a row in inches, after its tallest cell."""
    if is_gathered(grid, row):
        return gathered_height(grid)
    is_bold = row is grid.head or (grid.last_is_total and row is grid.rows[-1])
    cells = enumerate(zip(row, across, strict=True))
    return PADDING + max(height(cell, inches - GUTTER, size_of(grid, place), is_bold or place in grid.strong) for place, (cell, inches) in cells)


def gathered_height(grid: Grid) -> float:
    """The height of the last line that counts what has no room, in inches."""
    return PADDING + height("x", 1, size_of(grid, 0))


def total_height(grid: Grid, whole: float) -> float:
    """The height of the whole table in inches."""
    across = widths(grid, whole)
    return sum(row_height(grid, row, across) for row in (grid.head, *grid.rows))


def grown(grid: Grid, whole: float, room: float) -> Grid:
    """The table in the largest type in which all of it fits, where it does not state its own."""
    if grid.sizes or grid.beyond:
        return grid
    for size in LARGER_SIZES:
        larger = replace(grid, sizes=(size,) * len(grid.head))
        if sum(natural_widths(larger)) <= whole and total_height(larger, whole) <= room:
            return larger
    return grid


def pages(grid: Grid, whole: float, room: float, most: int) -> Iterator[Grid]:
    """The table in at most `most` parts that are each no higher than `room` inches; the last one says how much is left."""
    left, jumps = list(grid.rows), list(grid.jumps)
    total = [left.pop()] if grid.last_is_total and left else []
    for number in range(1, most + 1):
        across = widths(replace(grid, rows=(*left, *total) or (("",) * len(grid.head),)), whole)
        room_left = room - sum(row_height(grid, row, across) for row in total)
        fitting = _fitting(grid, left, across, room_left)
        if (fitting < len(left) and number == most) or (fitting == len(left) and grid.beyond):
            fitting = max(1, _fitting(grid, left, across, room_left - gathered_height(grid)))
        part, left = left[:fitting], left[fitting:]
        if (left and number == most) or (grid.beyond and not left):
            part.append(_gathered(grid, len(left) + grid.beyond))
        ends = not left or number == most
        rows = (*part, *total) if ends else tuple(part)
        yield replace(grid, rows=rows, widths=tuple(across), jumps=tuple(jumps[:fitting]), last_is_total=bool(total) and ends)
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


def folded(grid: Grid, columns: int, most: int) -> Grid:
    """A narrow table that reads down several columns beside each other; rows past `most` are counted in its last line."""
    shown = grid.rows[:most]
    deep = -(-len(shown) // columns)
    empty = ("",) * len(grid.head)
    rows = [tuple(cell for side in range(columns) for cell in _at(shown, side * deep + at, empty)) for at in range(deep)]
    beyond = grid.beyond + len(grid.rows) - len(shown)
    right = grid.right or tuple(place > 0 for place in range(len(grid.head)))
    return replace(grid, head=grid.head * columns, rows=tuple(rows), right=right * columns, strong=(), widths=grid.widths * columns, beyond=beyond)


def _at(rows: Sequence[tuple[str, ...]], place: int, empty: tuple[str, ...]) -> tuple[str, ...]:
    return rows[place] if place < len(rows) else empty
