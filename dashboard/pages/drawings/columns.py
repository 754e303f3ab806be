"""Columns by year, one small drawing beside others on the same scale; knows heights in pixels and places in percent only."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dashboard.pages.drawings.bars import place

TALLEST: Final = Decimal(96)  # pixels of the largest column
HEAD: Final = 20  # pixels above it for its figure
FOOT: Final = 20  # pixels below the axis for the years
LEAST_HEIGHT: Final = Decimal("0.8")  # pixels: what is not zero is seen
LABELS_AT_MOST: Final = 4
COLUMN_SHARE: Final = Decimal("0.66")  # of its slot
EDGE: Final = Decimal(14)  # percent: a figure nearer to an edge is written inwards
STACK: Final = ("public", "mixed", "private", "unknown")


@dataclass(frozen=True, slots=True)
class Slab:
    """A part of a column from the axis upwards; `name` decides its colour."""

    name: str
    y: str
    height: str


@dataclass(frozen=True, slots=True)
class Column:
    """One year: its parts, where they stand, what it adds up to in words, and the page behind it."""

    year: str
    words: str
    x: str
    width: str
    slabs: tuple[Slab, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words at a place, `anchor` as SVG has it."""

    words: str
    x: str
    y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Columns:
    """One drawing: columns, the years under the axis, and the figure of the largest column."""

    columns: tuple[Column, ...]
    years: tuple[Mark, ...]
    largest: Mark | None
    axis: int = HEAD + int(TALLEST)
    height: int = HEAD + int(TALLEST) + FOOT


def columns(
    by_year: Mapping[str, Mapping[str, Decimal]],
    years: Sequence[str],
    tallest: Decimal,
    words: Callable[[Decimal], str],
    address: Callable[[str], str],
) -> Columns:
    """One column a year of `years`, `tallest` as high as the drawing; `words` writes a sum, `address` leads to what makes up a year."""
    slot = Decimal(100) / len(years) if years else Decimal(0)
    centres = {year: slot * number + slot / 2 for number, year in enumerate(years)}
    stacks = {year: sum(by_year[year].values(), Decimal(0)) for year in years if any(by_year.get(year, {}).values())}
    drawn = tuple(column(year, by_year[year], centres[year], slot, tallest, words(total), address(year)) for year, total in stacks.items())
    most = max(stacks, key=lambda year: stacks[year], default=None)
    figure = mark(words(stacks[most]), centres[most], HEAD + TALLEST - height_of(stacks[most], tallest) - 6) if most else None
    step = -(-len(years) // LABELS_AT_MOST) or 1
    return Columns(drawn, tuple(mark(year, centres[year], HEAD + TALLEST + 15) for year in years[::step]), figure)


def column(year: str, parts: Mapping[str, Decimal], centre: Decimal, slot: Decimal, tallest: Decimal, words: str, address: str) -> Column:
    """The parts of one year on top of one another."""
    slabs, top = [], HEAD + TALLEST
    for name in STACK:
        if parts.get(name):
            height = height_of(parts[name], tallest)
            top -= height
            slabs.append(Slab(name, f"{top:.1f}", f"{height:.1f}"))
    width = slot * COLUMN_SHARE
    return Column(year, words, place(centre - width / 2), place(width), tuple(slabs), address)


def height_of(amount: Decimal, tallest: Decimal) -> Decimal:
    """Pixels of an amount; one that is not zero is never invisible."""
    return max(amount / tallest * TALLEST, LEAST_HEIGHT) if tallest > 0 else Decimal(0)


def mark(words: str, x: Decimal, y: Decimal) -> Mark:
    """Words around a place, or inwards from it near an edge."""
    anchor = "start" if x < EDGE else "end" if x > 100 - EDGE else "middle"
    return Mark(words, place(Decimal(0) if anchor == "start" else Decimal(100) if anchor == "end" else x), f"{y:.1f}", anchor)
