"""The finished slides as they are laid out: a table that is too high goes on on a further slide, and every slide is numbered as it then stands.

Deck, PDF and page are made from the same, so that each holds what the others hold. Knows no file format.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dashboard.briefings.content.state import Made
from dashboard.briefings.content.voices import NAME, fewer
from dashboard.briefings.values import Slide
from dashboard.exports.slides import Grid, fitting
from dashboard.exports.slides.boxes import CONTENT, Box
from dashboard.exports.slides.deck import answers_grid
from dashboard.exports.slides.values import SMALLEST

SMALLER: Final = (16, 14, 13, SMALLEST)  # points
MOST_PARTS: Final = 12  # slides that one table may take


def out(slides: Sequence[Made], room: Box = CONTENT) -> list[Made]:
    """The slides in their order; `room` is what a table has on a whole slide."""
    found: list[Made] = []
    firsts: list[int] = []
    for made in slides:
        firsts.append(len(found) + 1)
        found += [replace(made, slide=part) for part in parts(made.slide, room)]
    return [replace(made, slide=renumbered(made.slide, firsts)) for made in found]


def parts(slide: Slide, room: Box) -> Iterator[Slide]:
    """A slide with a table or words in as many parts as it needs; any other as it is."""
    grid = whole_grid(slide, room)
    if grid is None:
        yield slide
        return
    if slide.name == NAME:
        slide = fewer(replace(slide, grid=grid), room)
        grid = slide.grid or grid
    for part in fitting.pages(in_its_type(grid, room), room.width, room.height, MOST_PARTS):
        yield replace(slide, layout="table", grid=part, facts=(), notes=())


def in_its_type(grid: Grid, room: Box) -> Grid:
    """The table in the type in which all of it fits: larger where there is room, smaller than it wants where that keeps it on one slide."""
    grown = fitting.grown(grid, room.width, room.height)
    own = grown.sizes or (SMALLEST,) * len(grown.head)
    tried = [replace(grown, sizes=tuple(min(size, most) for size in own)) for most in (max(own), *SMALLER)]
    return next((one for one in tried if fitting.total_height(one, room.width) <= room.height), tried[0])


def whole_grid(slide: Slide, room: Box) -> Grid | None:
    """The table that fills a slide, also of one with words alone; None where it shows something else."""
    if slide.layout == "table" and slide.grid is not None:
        return slide.grid
    if slide.layout in ("words", "table"):
        return answers_grid(slide.facts or tuple((note.head, note.text) for note in slide.notes) or (("", slide.remark),), room)
    return None


def renumbered(slide: Slide, firsts: Sequence[int]) -> Slide:
    """The slide whose table leads to where the others now stand. `firsts` are the new numbers by the old ones, which count from 1."""
    grid = slide.grid
    if grid is None or not any(grid.jumps):
        return slide
    jumps = tuple(firsts[number - 1] if number is not None and 0 < number <= len(firsts) else None for number in grid.jumps)
    rows = tuple((*row[:-1], str(number)) if number else row for row, number in zip(grid.rows, jumps, strict=True))
    return replace(slide, grid=replace(grid, rows=rows, jumps=jumps))
