"""How far down what stands on a slide reaches, from the file itself: its words wrapped in their columns at their sizes."""

from typing import Any

from pptx.util import Length

from dashboard.exports.slides import boxes, measure

EMU, POINTS = 914_400, 72
LOWER = (boxes.SOURCE_AT, boxes.NUMBER_AT)
SPACING, BETWEEN = 1.05, 0.084  # of lines in notes, and inches between paragraphs


def lowest(slide: Any) -> float:
    """Inches from the top of the slide to the lowest edge of anything above the source line."""
    return max(_bottom(shape, slide) for shape in slide.shapes if not (shape.is_placeholder and shape.placeholder_format.idx in LOWER))


def source(slide: Any) -> str:
    """The words of the source line."""
    return str(next(one.text_frame.text for one in slide.placeholders if one.placeholder_format.idx == boxes.SOURCE_AT))


def _bottom(shape: Any, slide: Any) -> float:
    if shape.has_table:
        return float(shape.top / EMU + sum(_row(shape.table, at) for at in range(len(shape.table.rows))))
    if shape.is_placeholder and shape.has_text_frame:
        return _text(shape, slide)
    return float((shape.top + shape.height) / EMU)


def _text(shape: Any, slide: Any) -> float:
    """Words that hang from the top of their box, or stand at its foot and must not reach above it."""
    at = shape.placeholder_format.idx
    usual = _size_of_layout(slide, at)
    high = sum(_lines(one, shape.width, usual) for one in shape.text_frame.paragraphs)
    bottom, top = (shape.top + shape.height) / EMU, shape.top / EMU
    if at == boxes.TITLE_AT:
        return float(bottom if high <= shape.height / EMU + 0.1 else top + high + boxes.HEIGHT)
    between = BETWEEN * (len(shape.text_frame.paragraphs) - 1)
    return float(max(bottom, top + high * (1 if at == boxes.BASIS_AT else SPACING) + between))


def _lines(paragraph: Any, width: Length, usual: float) -> float:
    size = next((run.font.size.pt for run in paragraph.runs if run.font.size), usual)
    return len(measure.wrapped(paragraph.text, width / EMU * POINTS, size)) * size * measure.LINE / POINTS


def _size_of_layout(slide: Any, at: int) -> float:
    placeholder = next(one for one in slide.slide_layout.placeholders if one.placeholder_format.idx == at)
    return int(placeholder._element.find(".//{*}defRPr").get("sz")) / 100


def _row(table: Any, at: int) -> float:
    """The height that a row is given, or that its words need, whichever is more."""
    row = table.rows[at]
    needed = [_cell(table, at, place, cell) for place, cell in enumerate(row.cells) if cell.text and not cell.is_spanned]
    return max(float(row.height) / EMU, *needed, 0.0)


def _cell(table: Any, at: int, place: int, cell: Any) -> float:
    across = sum(column.width for column in list(table.columns)[place : place + (cell.span_width if cell.is_merge_origin else 1)])
    run = cell.text_frame.paragraphs[0].runs[0]
    is_bold = bool(run.font.bold) or (at == 0 and table.first_row) or (at == len(table.rows) - 1 and table.last_row)
    size = run.font.size.pt
    points = (across - cell.margin_left - cell.margin_right) / EMU * POINTS
    found = len(measure.wrapped(cell.text, points, size, is_bold))
    return float(found * size * measure.LINE / POINTS + (cell.margin_top + cell.margin_bottom) / EMU)
