"""A chart as an office program draws it itself: categories, series and how they look; knows no file format and no pixels."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from initiatives import formats

Kind = Literal["bars", "columns", "lines"]  # lying, standing, or points joined along a scale of time
Pattern = Literal["dots", "lines", "crosses"]
LONGEST_NAME: Final = 60  # characters of a category that a slide has room for


@dataclass(frozen=True, slots=True)
class Series:
    """One series: a value for each category, None where nobody said.

    `token` names its colour in the theme (`public`, `sum-4`, `ink-2`). `labels` are written at the marks instead of the values, empty for a mark
    without words. A series that is not `drawn` only lifts what stands on it.
    """

    name: str
    values: tuple[Decimal | None, ...]
    token: str = "ink-2"
    pattern: Pattern | None = None
    labels: tuple[str, ...] = ()
    drawn: bool = True
    open_end: bool = False  # the part that is only an “up to”: pale, with an edge


@dataclass(frozen=True, slots=True)
class Native:
    """Stacked bars, columns or lines of one unit.

    `unit` heads the value axis in words (`US dollars`); `totals` are written past the end of each stack.
    """

    kind: Kind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    totals: tuple[str, ...] = ()
    hundred_percent: bool = False
    years: tuple[int, int] | None = None  # the axis of values runs from the one year to the other, for days and not for amounts
    gathered: str = ""  # what the drawing leaves out, in words: `and 24 others, in the table`


def beyond(number: int) -> str:
    """`and 24 others, in the table`: what a drawing leaves out, in words; nothing where it leaves out nothing."""
    return f"and {formats.counted(number, 'other')}, in the table" if number > 0 else ""
