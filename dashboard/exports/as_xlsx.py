"""Tables as one workbook with typed cells, a sheet of sources and a sheet of notes; must not know where it goes.

No cell is a formula or a link, whatever its text begins with. The same tables of the same edition give the same bytes.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from tempfile import TemporaryDirectory
from typing import IO, Any

import xlsxwriter

from dashboard.exports import xlsx_chart, xlsx_rows, xlsx_sheets
from dashboard.exports.names import sheet_name
from dashboard.exports.table import Heading, Table
from dashboard.exports.xlsx_sheets import OWN_SHEETS

BEFORE_ANY_EDITION = date(2000, 1, 1)
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDTHS = {
    "name": 40,
    "country_name": 22,
    "summary": 60,
    "key": 34,
    "slug": 34,
    "initiative": 34,
    "funders": 40,
    "reason": 34,
    "position": 60,
    "label": 34,
}
NOTE_WIDTHS = (16, 100)


def write(tables: Sequence[Table], target: IO[bytes]) -> None:
    """Writes the workbook to an open binary file: a sheet for each table, then sources, columns and notes. Rows are read once and not kept.

    What is written on the way goes when it ends, however it ends."""
    with TemporaryDirectory(prefix="workbook-") as folder:
        _write(tables, xlsxwriter.Workbook(target, {**OPTIONS, "tmpdir": folder}))


def _write(tables: Sequence[Table], book: Any) -> None:
    first = tables[0].heading
    book.set_properties({"title": first.title, "subject": first.source_line, "created": _created(first)})
    formats = {"bold": book.add_format({"bold": True}), "day": book.add_format({"num_format": "yyyy-mm-dd"})}
    taken: list[str] = []
    counts = []
    for table in tables:
        taken.append(sheet_name(table.heading.title, [*taken, *OWN_SHEETS]))
        counts.append(_sheet(book.add_worksheet(taken[-1]), table, formats))
        _drawn(book, table, taken)
    xlsx_sheets.write(book, tables, formats)
    _notes(book.add_worksheet("Notes"), zip(tables, counts, strict=True), formats)
    book.close()


def _drawn(book: Any, table: Table, taken: list[str]) -> None:
    """A sheet with the chart of a table, where it has one."""
    native = table.native()
    if native is not None:
        taken.append(sheet_name(f"{table.heading.title}: chart", [*taken, *OWN_SHEETS]))
        xlsx_chart.write(book, book.add_worksheet(taken[-1]), taken[-1], native, table.heading)


def _created(heading: Heading) -> datetime:
    """The edition's day: the same whenever the file is made."""
    return datetime.combine(heading.made or BEFORE_ANY_EDITION, time(), UTC)


def _sheet(sheet: Any, table: Table, formats: dict[str, Any]) -> int:
    """Fills a sheet and answers with its number of rows."""
    for place, name in enumerate(table.names):
        sheet.set_column(place, place, WIDTHS.get(name, max(12, len(name) + 2)))
    sheet.freeze_panes(1, 1)
    for place, name in enumerate(table.names):
        sheet.write_string(0, place, name, formats["bold"])
    return xlsx_rows.write(sheet, table.cells(), len(table.names), formats["day"])


def _notes(sheet: Any, tables: Iterable[tuple[Table, int]], formats: dict[str, Any]) -> None:
    """What each sheet holds, which state of the record, which filter, and how many rows."""
    for place, width in enumerate(NOTE_WIDTHS):
        sheet.set_column(place, place, width)
    row = 0
    for table, count in tables:
        for name, text in notes(table.heading, count):
            sheet.write_string(row, 0, name, formats["bold"])
            sheet.write_string(row, 1, text)
            row += 1
        row += 1


def notes(heading: Heading, rows: int) -> list[tuple[str, str]]:
    """The lines of the notes about one table."""
    return [
        ("Title", heading.title),
        ("Question", heading.question),
        ("Subtitle", heading.subtitle),
        ("Filter", heading.filter_words),
        ("As of", heading.day.isoformat() if heading.day else "before the first publication"),
        ("Edition", str(heading.edition)),
        ("Rows", f"{rows:,}"),
        ("Source", heading.source_line),
        ("Address", heading.address),
        *(("Rests on", source) for source in heading.sources),
        ("Publications", "The sheet Sources names the publications behind the figures; the sheet Columns says what each column means."),
        ("Empty cells", "An empty cell is unknown; 0 is zero. Money is in units of the currency named beside it, in current prices."),
    ]
