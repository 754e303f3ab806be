"""One slide of a briefing as a plain value, kept as JSON and rendered as a slide, a page of a PDF and a preview; knows no file format."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from dashboard.exports.slides.values import DrawnChart, Grid, Note, SlideWords

Layout = Literal["opening", "table", "chart", "picture", "words"]


@dataclass(frozen=True, slots=True)
class Slide:
    """What one slide says and shows.

    `svg` is the drawing for pages, `key` what its looks mean, as SVG mark and words. `remark` is what a reader must know beside the figures.
    """

    name: str  # short, for lists of slides and the name of its sheet: `Funding by country`
    layout: Layout
    words: SlideWords
    grid: Grid | None = None
    notes: tuple[Note, ...] = ()
    chart: DrawnChart | None = None
    facts: tuple[tuple[str, str], ...] = ()
    svg: str = ""
    key: tuple[tuple[str, str], ...] = ()
    alt: str = ""
    remark: str = ""
    half: bool = False  # whether the table has as much room as the chart


_SLIDES: Final = TypeAdapter(Slide)


def kept(slide: Slide) -> Any:
    """The slide as JSON."""
    return _SLIDES.dump_python(slide, mode="json")


def read(content: Any) -> Slide:
    """A slide from its JSON. Raises ValueError where another version of the product kept it in another form."""
    return _SLIDES.validate_python(content)
