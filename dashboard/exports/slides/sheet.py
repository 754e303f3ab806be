"""The workbook behind a chart of a slide: its figures on one sheet, what they are on another; knows no slide.

No cell is a formula or a link, whatever its text begins with; what nobody said is an empty cell. The same figures give the same bytes.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from dashboard.charts.native import Native
from dashboard.exports.slides.markup import written
from initiatives.text import in_a_cell

OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
ALWAYS: Final = datetime(2000, 1, 1, tzinfo=UTC)
FIRST_SHEET: Final = "Sheet1"  # office programs expect this name behind a chart
NOT_DRAWN: Final = "Not drawn: "
TOTAL: Final = "Total"


def columns_of(native: Native) -> list[tuple[str, tuple[Decimal | None, ...]]]:
    """The columns behind the drawing: every series under its name, and last the totals whose words are written."""
    columns = [(series.name if series.drawn else f"{NOT_DRAWN}{series.name}", series.values) for series in native.series]
    return [*columns, (TOTAL, totals(native))] if has_totals(native) else columns


def has_totals(native: Native) -> bool:
    """Whether words stand past the end of each stack."""
    return bool(native.totals) and not native.hundred_percent and native.kind != "lines"


def totals(native: Native) -> tuple[Decimal | None, ...]:
    """The sum of what is drawn of each category; None where nobody said anything."""
    drawn = [series.values for series in native.series if series.drawn]
    return tuple(_sum([values[place] for values in drawn]) for place in range(len(native.categories)))


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def workbook(native: Native, about: Sequence[tuple[str, str]]) -> bytes:
    """The workbook's bytes."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"created": ALWAYS})
    styles = {"bold": book.add_format({"bold": True}), "quoted": book.add_format({"quote_prefix": True})}
    _figures(book.add_worksheet(FIRST_SHEET), native, styles)
    _about(book.add_worksheet("About"), about, styles)
    book.close()
    return target.getvalue()


def _figures(sheet: Any, native: Native, styles: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 30)
    columns = columns_of(native)
    sheet.set_column(1, max(len(columns), 1), 18)
    for place, (name, values) in enumerate(columns, 1):
        text(sheet, 0, place, name, styles)
        for row, value in enumerate(values, 1):
            if value is not None:
                sheet.write_number(row, place, value)
    for row, name in enumerate(native.categories, 1):
        text(sheet, row, 0, name, styles)


def _about(sheet: Any, about: Sequence[tuple[str, str]], styles: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 100)
    for row, (name, words) in enumerate(about):
        sheet.write_string(row, 0, written(name), styles["bold"])
        text(sheet, row, 1, words, styles)


def text(sheet: Any, row: int, column: int, words: str, styles: dict[str, Any]) -> None:
    """Text that stays text, even when the cell is edited: what would start a formula is marked as quoted."""
    plain = written(words)
    sheet.write_string(row, column, plain, styles["quoted"] if in_a_cell(plain) != plain else None)
