"""A table of words on a slide, in the style that the template has; knows no rows of the record."""

from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from dashboard.exports.slides import fitting
from dashboard.exports.slides.boxes import EMU_AN_INCH, Box
from dashboard.exports.slides.markup import written
from dashboard.exports.slides.template import TABLE_STYLE
from dashboard.exports.slides.values import Grid

UP_AND_DOWN: Final = Emu(22_860)


def put(slide: Any, placeholder: Any, grid: Grid, box: Box, headless: bool = False) -> Any:
    """Puts the table into its placeholder, or onto the slide where the layout has none, and answers with it; `headless` leaves the header row out."""
    lines = grid.rows if headless else (grid.head, *grid.rows)
    rows, columns = len(lines), len(grid.head)
    frame = placeholder.insert_table(rows, columns) if placeholder is not None else slide.shapes.add_table(rows, columns, 0, 0, 914400, 914400)
    _styled(frame.table, grid, headless)
    across = fitting.widths(grid, box.width)
    for column, inches in zip(frame.table.columns, across, strict=True):
        column.width = Emu(round(inches * EMU_AN_INCH))
    heights = [fitting.row_height(grid, line, across) for line in lines]
    for row, high, line in zip(frame.table.rows, heights, lines, strict=True):
        row.height = Emu(round(high * EMU_AN_INCH))
        for place, (cell, words) in enumerate(zip(row.cells, line, strict=True)):
            _fill(cell, grid, place, words, is_head=line is grid.head)
    _spanned(frame.table, grid)
    frame.left, frame.top, frame.width, frame.height = (Emu(one) for one in Box(box.left, box.top, box.width, sum(heights)).emu())
    _named(frame, grid)
    return frame.table


def leap(table: Any, grid: Grid, slides: Any) -> None:
    """Makes the last cell of each row lead to its slide."""
    for at, number in enumerate(grid.jumps, 1):
        if number is not None and 0 < number <= len(slides):
            run = table.cell(at, len(grid.head) - 1).text_frame.paragraphs[0].runs[0]
            link = run._r.get_or_add_rPr().add_hlinkClick(run.part.relate_to(slides[number - 1].part, SLIDE_RELATION))
            link.set("action", "ppaction://hlinksldjump")


SLIDE_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"


def _styled(table: Any, grid: Grid, headless: bool) -> None:
    properties = table._tbl.tblPr
    for old in list(properties):
        properties.remove(old)
    properties.append(properties.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId", {}))
    properties[0].text = TABLE_STYLE
    table.horz_banding, table.first_row, table.last_row = False, not headless, grid.last_is_total


def _fill(cell: Any, grid: Grid, place: int, words: str, is_head: bool) -> None:
    """Words of one cell: their size, and nothing else, is set."""
    last = place == len(grid.head) - 1
    cell.margin_left, cell.margin_right = Emu(0), Emu(0 if last else round(fitting.GUTTER * EMU_AN_INCH))
    cell.margin_top = cell.margin_bottom = UP_AND_DOWN
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    if _is_right(grid, place):
        paragraph.alignment = PP_ALIGN.RIGHT
    run = paragraph.add_run()
    run.text = written(words)
    run.font.size = Pt(fitting.size_of(grid, place))
    if place in grid.strong and not is_head:
        run.font.bold = True


def _is_right(grid: Grid, place: int) -> bool:
    return grid.right[place] if grid.right else place > 0


def _spanned(table: Any, grid: Grid) -> None:
    """A line that gathers stands across the whole table."""
    for at, row in enumerate(grid.rows, 1):
        if fitting.is_gathered(grid, row):
            table.cell(at, 0).merge(table.cell(at, len(grid.head) - 1))


def _named(frame: Any, grid: Grid) -> None:
    properties = frame._element.nvGraphicFramePr.cNvPr
    properties.set("name", written(grid.name))
    properties.set("descr", written(grid.alt or _told(grid)))


def _told(grid: Grid) -> str:
    """The figures as words."""
    rows = "; ".join(", ".join(cell for cell in row if cell) for row in grid.rows)
    return f"{grid.name}: {', '.join(grid.head)}. {rows}."
