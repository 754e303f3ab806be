"""A slide as the templates of the page and of the PDF show it, with the words, sizes and rows that the deck has; must not know where it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from dashboard.briefings.values import Slide
from dashboard.exports.slides import Grid, Note, boxes, fitting, furniture
from dashboard.exports.slides.boxes import Box
from dashboard.exports.slides.deck import PICTURE_NOTE_SIZE, facts_grid, table_and_note
from dashboard.exports.slides.values import SMALLEST

PIXELS_AN_INCH: Final = 96
WIDEST_PAD: Final = 9.0  # pixels above and below the words of a row, where there is room


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, how they stand, and over how many columns."""

    text: str
    size: int
    right: bool = False
    strong: bool = False
    span: int = 1


class Shown:
    """One slide: its drawings are our own SVG, whose texts are escaped where they are drawn."""

    def __init__(self, slide: Slide) -> None:
        self.slide = slide
        self.svg = trusted(slide.svg)
        self.key = tuple((trusted(mark), words) for mark, words in slide.key)
        title, basis, source = (places(slide)[at] for at in (boxes.TITLE_AT, boxes.BASIS_AT, boxes.SOURCE_AT))
        self.title, self.title_size = furniture.fitted_title(slide.words.takeaway, title, slide.layout == "opening")
        self.basis, self.basis_size = fitting.in_one_line(slide.words.basis, basis.width, furniture.BASIS_SIZES)
        self.source = fitting.source_lines(slide.words.source, source.width, furniture.SIZES[boxes.SOURCE_AT])
        self.grid, self.notes, self.note_size = beside(slide)
        self.facts_size = fitting.size_of(facts_grid(slide.facts, places(slide)[boxes.TABLE_AT]), 1) if slide.facts else furniture.NOTE_SIZES[-1]

    @property
    def head(self) -> list[Cell]:
        """The header row."""
        return [Cell(words, SMALLEST, is_right(self.grid, at)) for at, words in enumerate(self.grid.head)] if self.grid else []

    @property
    def across(self) -> list[float]:
        """How wide each column is, of a hundred."""
        widths = fitting.widths(self.grid, places(self.slide)[boxes.TABLE_AT].width) if self.grid else []
        return [round(one / sum(widths) * 100, 2) for one in widths]

    @property
    def pad(self) -> float:
        """Pixels that a row of the answer has above and below its words, beyond the usual."""
        if self.grid is None or not any(self.grid.jumps):
            return 0.0
        box = places(self.slide)[boxes.TABLE_AT]
        spare = box.height - fitting.total_height(self.grid, box.width)
        return round(min(max(spare / len(self.grid.rows) / 2 * PIXELS_AN_INCH, 0.0), WIDEST_PAD), 1)

    @property
    def lines(self) -> list[tuple[list[Cell], int | None]]:
        """The rows of the table, each with the slide that its last cell leads to."""
        if self.grid is None:
            return []
        jumps = [*self.grid.jumps, *[None] * (len(self.grid.rows) - len(self.grid.jumps))]
        return [(cells(self.grid, row), jump) for row, jump in zip(self.grid.rows, jumps, strict=True)]


def cells(grid: Grid, row: Sequence[str]) -> list[Cell]:
    """A row; the line that gathers what has no room stands across the whole table."""
    if fitting.is_gathered(grid, row):
        return [Cell(row[0], fitting.size_of(grid, 0), span=len(row))]
    return [Cell(text, fitting.size_of(grid, at), is_right(grid, at), at in grid.strong) for at, text in enumerate(row)]


def is_right(grid: Grid, at: int) -> bool:
    """Whether a column is set to the right."""
    return grid.right[at] if grid.right else at > 0


def beside(slide: Slide) -> tuple[Grid | None, list[Note], int]:
    """The table of a slide and the notes beside its chart, as much of either as there is room for, and the points of the notes."""
    if slide.layout == "picture" and slide.grid:
        grid, said, _ = table_and_note(slide.grid, slide.notes[0].text if slide.notes else "", places(slide), PICTURE_NOTE_SIZE)
        return grid, [Note("", said)] if said else [], PICTURE_NOTE_SIZE
    if slide.layout == "chart" and slide.grid:
        return table_and_note(slide.grid, "", places(slide))[0], [], PICTURE_NOTE_SIZE
    if slide.layout == "chart":
        return None, *furniture.notes_that_fit(slide.notes, places(slide)[boxes.NOTES_AT])
    return slide.grid, [], PICTURE_NOTE_SIZE


def places(slide: Slide) -> dict[int, Box]:
    """Where things stand on a slide of our own."""
    own = {
        "opening": boxes.OPENING, "picture": boxes.PICTURE_AND_TABLE,
        "chart": (boxes.HALF_CHART_AND_TABLE if slide.half else boxes.CHART_AND_TABLE) if slide.grid else boxes.CHART_AND_NOTES,
    }.get(slide.layout, boxes.TABLE)  # fmt: skip
    return {boxes.BASIS_AT: boxes.BASIS, **boxes.LAYOUTS[own], boxes.SOURCE_AT: boxes.SOURCE}


def trusted(svg: str) -> SafeString:
    """An SVG of our own making."""
    return mark_safe(svg)
