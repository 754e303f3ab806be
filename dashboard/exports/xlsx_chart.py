"""A native chart on a sheet of its own, drawn from cells beside it; must not know where the workbook goes.

What nobody said is an empty cell. No text becomes a formula, in a cell or in the chart.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from dashboard.charts.native import Native, Series
from dashboard.exports.slides.numbers import axis_format, reach, years_step
from dashboard.exports.slides.sheet import columns_of, has_totals, totals
from dashboard.exports.table import Heading
from dashboard.figures.theme import LIGHT
from initiatives.text import in_a_cell

GROUPED_FROM: Final = 10_000
FIRST_ROW: Final = 4  # of the figures, under the words
PIXELS_WIDE, PIXELS_A_BAR, PIXELS_AROUND, PIXELS_HIGH = 960, 24, 120, 480
ROOM: Final = Decimal("0.14")  # of the axis, for the words past the stacks
KINDS: Final = {"bars": "bar", "columns": "column", "lines": "line"}
PATTERNS: Final = {"dots": "percent_20", "lines": "wide_upward_diagonal", "crosses": "small_grid"}
WORDS: Final = {"name": "Arial", "size": 10, "color": LIGHT["ink"]}


def write(book: Any, page: Any, name: str, native: Native, heading: Heading) -> None:
    """Fills the sheet called `name` with the words, the figures and the chart."""
    bold = book.add_format({"bold": True})
    columns = columns_of(native)
    page.set_column(0, 0, 34)
    page.set_column(1, len(columns), 18)
    page.write_string(0, 0, heading.question, bold)
    page.write_string(1, 0, heading.subtitle)
    page.write_string(2, 0, heading.source_line)
    _figures(page, native, columns, bold, book.add_format({"num_format": "#,##0" if _is_large(native) else "General"}))
    chart = book.add_chart({"type": KINDS[native.kind]} | ({} if native.kind == "lines" else {"subtype": _subtype(native)}))
    _series(chart, name, native)
    _look(chart, native)
    page.set_landscape()
    page.fit_to_pages(1, 1)
    page.insert_chart(FIRST_ROW - 1, len(columns) + 2, chart, {"description": heading.question})


def _figures(page: Any, native: Native, columns: Sequence[tuple[str, Sequence[Decimal | None]]], bold: Any, number: Any) -> None:
    """The cells that the chart is drawn from; row by row, as the workbook is written."""
    page.write_string(FIRST_ROW - 1, 0, native.unit, bold)
    for place, (title, _) in enumerate(columns, 1):
        page.write_string(FIRST_ROW - 1, place, title, bold)
    for row, category in enumerate(native.categories):
        page.write_string(FIRST_ROW + row, 0, category)
        for place, (_, values) in enumerate(columns, 1):
            value = values[row]
            if value is not None:
                page.write_number(FIRST_ROW + row, place, value, number)


def _is_large(native: Native) -> bool:
    """Whether the figures are so large that their digits are to be grouped."""
    return any(abs(value) >= GROUPED_FROM for _, values in columns_of(native) for value in values if value is not None)


def _subtype(native: Native) -> str:
    return "percent_stacked" if native.hundred_percent else "stacked"


def _series(chart: Any, name: str, native: Native) -> None:
    for place, series in enumerate(native.series, 1):
        chart.add_series(_cells(name, native, place) | _paint(series, native) | {"gap": 38, "overlap": 100} | ({} if series.drawn else NAMELESS))
    if has_totals(native):
        chart.add_series(_cells(name, native, len(native.series) + 1) | UNDRAWN | NAMELESS | {"data_labels": _labels(native)})


def _cells(name: str, native: Native, place: int) -> dict[str, list[Any]]:
    """Where a series has its name, its categories and its values."""
    last = FIRST_ROW + len(native.categories) - 1
    return {"name": [name, FIRST_ROW - 1, place], "categories": [name, FIRST_ROW, 0, last, 0], "values": [name, FIRST_ROW, place, last, place]}


NAMELESS: Final = {"name": " "}  # where the key cannot leave out what is not drawn, it shows neither a mark nor a word
UNDRAWN: Final = {"fill": {"none": True}, "border": {"none": True}, "line": {"none": True}}


def _paint(series: Series, native: Native) -> dict[str, Any]:
    """The colours of the charts of the site: patterned where grey print would not tell, pale where it is only an “up to”."""
    if not series.drawn:
        return UNDRAWN
    colour = LIGHT[series.token]
    if native.kind == "lines":
        return {"line": {"color": colour, "width": 2.25}, "marker": {"type": "circle", "size": 6, "fill": {"color": colour}}}
    if series.open_end:
        return {"fill": {"color": LIGHT.get(f"{series.token}-open", LIGHT["paper"])}, "border": {"color": colour, "width": 0.75}}
    edge = {"border": {"color": LIGHT["ink"], "width": 0.5}}
    if series.pattern is None:
        return {"fill": {"color": colour}} | edge
    front, ground = (LIGHT["ink"], LIGHT["paper"]) if series.token in ("paper", "unknown") else (LIGHT["paper"], colour)
    return {"pattern": {"pattern": PATTERNS[series.pattern], "fg_color": front, "bg_color": ground}} | edge


def _labels(native: Native) -> dict[str, Any]:
    """The words past the end of each stack; a program would read some as formulas, and those are left out."""
    known = totals(native)
    custom: list[dict[str, Any]] = [
        {"value": words} if words and in_a_cell(words) == words and value is not None else {"delete": True}
        for words, value in zip(native.totals, known, strict=True)
    ]
    return {"value": True, "position": "inside_base", "custom": custom, "font": {**WORDS, "bold": True}}


def _look(chart: Any, native: Native) -> None:
    """Axes, key and size."""
    chart.set_legend({"position": "top", "font": WORDS, "delete_series": _left_out(native)})
    chart.set_title({"none": True})
    names = {"num_font": WORDS, "major_tick_mark": "none", "interval_unit": 1, "label_position": "low"}
    lying = native.kind == "bars"
    along, across = (_scale(native), names | {"reverse": True}) if lying else (names, _scale(native))
    chart.set_x_axis(along)
    chart.set_y_axis(across)
    chart.set_size({"width": PIXELS_WIDE, "height": PIXELS_AROUND + PIXELS_A_BAR * len(native.categories) if lying else PIXELS_HIGH})
    chart.show_blanks_as("gap")


def _left_out(native: Native) -> list[int]:
    """The series that the key does not name. Of lying bars some programs count the key from the other end, so nothing is left out there."""
    if native.kind == "bars":
        return []
    hidden = [place for place, series in enumerate(native.series) if not series.drawn]
    return [*hidden, len(native.series)] if has_totals(native) else hidden


def _scale(native: Native) -> dict[str, Any]:
    """The axis of values; cut where the words past the longest stack end."""
    plain = {
        "num_font": WORDS,
        "major_gridlines": {"visible": True, "line": {"color": LIGHT["rule"]}},
        "line": {"none": True},
        "major_tick_mark": "none",
    }
    if native.years:
        first, last = native.years
        return plain | {"min": first, "max": last, "major_unit": years_step(first, last), "num_format": "0"}
    if native.hundred_percent or not has_totals(native):
        return plain
    highest = max((_stack(native, place) for place in range(len(native.categories))), default=Decimal(0))
    top, step = reach(highest, ROOM)
    return plain | {"min": 0, "max": float(top), "major_unit": float(step), "num_format": axis_format(native.totals, step, top)}


def _stack(native: Native, place: int) -> Decimal:
    return sum((series.values[place] or Decimal(0) for series in native.series), Decimal(0))
