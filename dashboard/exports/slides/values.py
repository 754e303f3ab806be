"""What stands on a slide, as plain values; knows no file format, no request and no models."""

from dataclasses import dataclass, field
from typing import Final

from dashboard.charts.native import Native

SMALLEST: Final = 12  # points; nothing on a slide is set smaller


@dataclass(frozen=True, slots=True)
class SlideWords:
    """The words around what a slide shows.

    `takeaway` is its title, one sentence of at most two lines; `basis` says how it is counted, in which currency and as of when; `source` ends with
    the short address; `notes` is the method of this slide, for whoever speaks.
    """

    takeaway: str
    basis: str
    source: str
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph beside a chart: what it is about in bold, empty where it goes on, then what is said."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words, one header row.

    `right` says for each column whether it is set to the right (figures); without it only the first stands left. `widths` are shares of the whole,
    else they follow the words. `sizes` are the points of each column (at least 12). `strong` are columns in bold. What has no room is gathered in a
    last line that begins with its number and ends with `rest`. `jumps` names for each row the slide that its last cell leads to.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...] = ()
    widths: tuple[float, ...] = ()
    sizes: tuple[int, ...] = ()
    strong: tuple[int, ...] = ()
    last_is_total: bool = False
    rest: str = "more; the workbook has all"
    beyond: int = 0  # rows that are not here at all, but counted in the last line
    jumps: tuple[int | None, ...] = ()
    alt: str = ""


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart that the office program draws, with the sheet behind it.

    `alt` are its figures as sentences; `about` are the lines of the second sheet: question, basis, edition, source.
    """

    name: str
    native: Native
    alt: str
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A sharp PNG with its figures as words; the slide says that it is a picture."""

    name: str
    png: bytes = field(repr=False)
    alt: str


Beside = Grid | tuple[Note, ...]
