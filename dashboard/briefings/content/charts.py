"""One chart a slide: its takeaway from the data, the drawing, its figures or how to read it; any chart of the gallery in the same way."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from dashboard.briefings.content.state import Made, State
from dashboard.briefings.selection import ChartPick
from dashboard.briefings.values import Slide
from dashboard.charts import AnyChart
from dashboard.charts.native import Native
from dashboard.exports import as_image, as_slides, figure_grid
from dashboard.exports.browser import BrowserMissing, PictureFailed
from dashboard.exports.slides.values import Grid, Note
from dashboard.exports.tables import chart_table
from dashboard.figures import drawing
from dashboard.figures.theme import Figure
from dashboard.filters import Filters

NOTES: Final = 3
READABLE_POINTS: Final = 9
PICTURE: Final = "Picture; its figures are in the table."
UNDER_CHARACTERS: Final = 190
ROWS_BESIDE: Final = 12  # of a table beside a chart


def chart(state: State, pick: ChartPick) -> Made:
    """A native chart beside notes or its figures, or a picture beside its figures."""
    kind, filters = pick.chart, pick.under(state.filters)
    rows = kind.rows(filters)
    native = kind.native(rows, filters)
    address = state.address(f"/charts/{kind.slug}/", filters)
    words = replace(as_slides.chart_words(kind, rows, filters, address), source=state.source("", address))
    slide = Slide(
        ", ".join(part for part in (kind.name, pick.words) if part),
        "picture" if native is None else "chart",
        words,
        figures_beside(kind, native, filters),
        as_slides.notes(kind, rows, filters, native)[:NOTES] if native else under_a_picture(kind.left_out(rows, filters)),
        None if native is None else as_slides.drawn(kind, native, rows, filters, address),
        svg=svg(kind, rows, filters, pick),
        key=tuple((item.mark(f"key-{kind.slug}-{place}"), item.words) for place, item in enumerate(kind.key(rows, filters))),
        alt=as_slides.alt(kind, rows, filters),
    )
    if native is None and not rows:
        return Made(nothing(slide, kind.brief(rows, filters)))
    return Made(slide) if native else pictured(slide, as_image.bare(kind, filters))


def nothing(slide: Slide, answer: str) -> Slide:
    """A slide in words where there is nothing to draw."""
    return replace(slide, layout="words", grid=None, notes=(), svg="", key=(), facts=(("Answer", answer),))


def under_a_picture(under: str) -> tuple[Note, ...]:
    """What stands under a picture: that it is one, and as much of what it cannot show as two lines hold."""
    said = PICTURE
    for part in under.split(" · "):
        if len(f"{said} {part}") > UNDER_CHARACTERS:
            break
        said = f"{said} {part}." if part else said
    return (Note("", said),)


def figures_beside(kind: AnyChart, native: Native | None, filters: Filters) -> Grid | None:
    """The figures as a table: of a picture, and of a few columns; bars carry theirs at their ends."""
    if native is not None and (native.kind == "bars" or len(native.categories) > ROWS_BESIDE):
        return None
    return figure_grid.beside(chart_table(kind.slug, filters))


def svg(kind: AnyChart, rows: Sequence[Any], filters: Filters, pick: ChartPick) -> str:
    """The drawing for pages and PDF: the widest whose words are large enough on a slide, else the clearest."""
    drawings = [kind.on_slide(rows, filters, width) for width in as_image.SLIDE_WIDTHS]
    readable = (one for one in drawings if as_image.points_on_slide(one) >= READABLE_POINTS)
    figure = next(readable, max(drawings, key=as_image.points_on_slide))
    name = f"slide-{pick.text.replace('?', '-').replace('=', '-').replace('&', '-')}"
    return drawing.for_page(figure, name, kind.question(filters), kind.brief(rows, filters), linked=False)


def pictured(slide: Slide, figure: Figure, tries: int = 2) -> Made:
    """The slide with its picture; without a browser, or with one that fails twice, it shows its figures alone and says so."""
    try:
        return Made(slide, as_image.drawn(figure, "png", as_slides.ON_A_SLIDE))
    except PictureFailed as error:
        if tries > 1 and not isinstance(error, BrowserMissing):
            return pictured(slide, figure, tries - 1)
        return Made(without_picture(slide, str(error)))


def without_picture(slide: Slide, why: str) -> Slide:
    """The same slide with a remark that its picture is missing."""
    return replace(slide, remark=f"{slide.name}: the deck has its figures and no picture. {why}")
