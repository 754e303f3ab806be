"""One chart a slide: its takeaway from the data, the drawing, its figures or how to read it; any chart of the gallery in the same way."""

from collections.abc import Sequence
from typing import Any, Final

from dashboard.briefings.content.state import Made, State
from dashboard.briefings.selection import ChartPick
from dashboard.briefings.values import Slide
from dashboard.charts import AnyChart
from dashboard.charts.native import Native
from dashboard.exports import as_slides, figure_grid
from dashboard.exports.as_image import browser
from dashboard.exports.browser import PictureFailed
from dashboard.exports.slides.values import Grid
from dashboard.exports.tables import chart_table
from dashboard.figures import drawing
from dashboard.figures.theme import Figure
from dashboard.filters import Filters

DRAWN_WIDTH: Final = 620  # pixels; shown wider, so that its 13 pixels are 12 points
NARROWER: Final = 499  # pixels, at which a chart of many rows draws the first ones
ROOM: Final = 0.56  # height of a slide's room for a drawing, as a part of its width
PICTURE_WIDTH: Final = 760
NOTES: Final = 3
ROWS_BESIDE: Final = 12  # of a table beside a chart


def chart(state: State, pick: ChartPick) -> Made:
    """A native chart beside notes or its figures, or a picture beside its figures."""
    kind, filters = pick.chart, pick.under(state.filters)
    rows = kind.rows(filters)
    native = kind.native(rows, filters)
    words = as_slides.chart_words(kind, rows, filters, state.address(f"/charts/{kind.slug}/", filters))
    slide = Slide(
        ", ".join(part for part in (kind.name, pick.words) if part),
        "picture" if native is None else "chart",
        words,
        figures_beside(kind, native, filters),
        as_slides.notes(kind, rows, filters, native)[:NOTES],
        None if native is None else as_slides.drawn(kind, native, rows, filters, words.source.rpartition(" · ")[2]),
        svg=svg(kind, rows, filters, pick),
        key=tuple((item.mark(f"key-{kind.slug}-{place}"), item.words) for place, item in enumerate(kind.key(rows, filters))),
        alt=as_slides.alt(kind, rows, filters),
    )
    return Made(slide) if native else pictured(slide, kind.figure(rows, filters, PICTURE_WIDTH))


def figures_beside(kind: AnyChart, native: Native | None, filters: Filters) -> Grid | None:
    """The figures as a table: of a picture, and of a few columns; bars carry theirs at their ends."""
    if native is not None and (native.kind == "bars" or len(native.categories) > ROWS_BESIDE):
        return None
    return figure_grid.beside(chart_table(kind.slug, filters))


def svg(kind: AnyChart, rows: Sequence[Any], filters: Filters, pick: ChartPick) -> str:
    """The drawing for pages and PDF; of many rows the first ones, so that their words stay large enough."""
    figure = kind.figure(rows, filters, DRAWN_WIDTH)
    if too_tall(figure):
        figure = min(figure, kind.figure(rows, filters, NARROWER), key=lambda one: one["layout"]["height"] / one["layout"]["width"])
    name = f"slide-{pick.text.replace('?', '-').replace('=', '-').replace('&', '-')}"
    return drawing.for_page(figure, name, kind.question(filters), kind.brief(rows, filters), linked=False)


def too_tall(figure: Figure) -> bool:
    """Whether the drawing would have to be shrunk to fit."""
    height, width = figure["layout"]["height"], figure["layout"]["width"]
    return bool(height > width * ROOM)


def pictured(slide: Slide, figure: Figure) -> Made:
    """The slide with its picture; without a browser it shows its figures alone and says so."""
    try:
        return Made(slide, browser().picture(figure, "png"))
    except PictureFailed as error:
        return Made(without_picture(slide, str(error)))


def without_picture(slide: Slide, why: str) -> Slide:
    """The same slide with a remark that its picture is missing."""
    remark = f"{slide.name}: the deck has its figures and no picture. {why}"
    return Slide(slide.name, slide.layout, slide.words, slide.grid, slide.notes, svg=slide.svg, key=slide.key, alt=slide.alt, remark=remark)
