"""The workbook of a briefing: what to read first, countries, ledger, initiatives, what changed, a sheet for each other chart, the method."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import Any, Final

import xlsxwriter

from dashboard.briefings import content, plan, sheets
from dashboard.briefings.content.state import State
from dashboard.briefings.movement import Movement, between
from dashboard.briefings.sheets import Formats
from dashboard.charts.chart import SITE
from dashboard.exports.names import sheet_name
from dashboard.exports.table import Cell, Table
from dashboard.exports.tables import chart_table, list_table
from dashboard.queries.totals import totals
from initiatives import formats
from initiatives.names.countries import name_of
from initiatives.vocabulary import JOINT

OPTIONS: Final = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
BEFORE_ANY_EDITION: Final = date(2000, 1, 1)
WITHOUT: Final = ("scope", "basis", "currency", "display_currency", "counted_scope", "as_of", "edition")
EMPTY: Final = "An empty cell is unknown or undisclosed; 0 is zero. A country without any entry is empty."
TYPES: Final = (
    "Sums are numbers in whole units of the currency that their format shows. Days are days, shown only as precisely as they are known, with a "
    "column that says how. Text is text: no cell is a formula, none is a link."
)
COLUMNS: Final = (
    ("total, counted, counts", "what counts, in the currency of the briefing"),
    ("amount, gross, net", "as published, with what it contains, and without; in the currency of the row. Empty: undisclosed"),
    ("converted", "the net at the rate of the row, whatever the basis"),
    ("reason", "why the entry counts as it does"),
    ("tier", "1 official or filing, 2 wire or paper of record, 3 other press, 4 inferred by us"),
    ("precision", "whether a day is known as day, month or year"),
)


def workbook(state: State) -> bytes:
    """The file. Call inside the state of the record that it shows."""
    target = BytesIO()
    with TemporaryDirectory(prefix="workbook-") as folder:
        _write(xlsxwriter.Workbook(target, {**OPTIONS, "tmpdir": folder}), state)
    return target.getvalue()


def _write(book: Any, state: State) -> None:
    book.set_properties({"title": state.selection.title, "subject": f"{SITE}, edition {state.edition}", "created": created(state)})
    made = Formats(book, state.filters.currency)
    _read_me_first(book.add_worksheet("Read me first"), state, made)
    _tables(book, state, made)
    _method(book.add_worksheet("Method"), state, made)
    book.close()


def created(state: State) -> datetime:
    """The edition's day: the same whenever the file is made."""
    return datetime.combine(state.day or BEFORE_ANY_EDITION, time(), UTC)


def _tables(book: Any, state: State, made: Formats) -> None:
    """Every sheet between the first and the last."""
    filters = state.filters
    taken = ["Read me first", "Method"]
    found = [("Countries", chart_table("funding-by-country", filters)), ("Ledger", list_table("ledger", filters))]
    found += [("Initiatives", list_table("initiatives", filters.model_copy(update={"sort": "-amount"})))]
    for title, table in found:
        _put(book, title, taken, table, made)
    if state.earlier:
        _changes(book.add_worksheet(_name("What changed", taken)), between(state.earlier.figures, state.figures or content.figures_of(state)), made)
    for pick in plan.charts_with_sheets(state.selection):
        title = ", ".join(words for words in (pick.chart.name, pick.words) if words)
        _put(book, title, taken, chart_table(pick.slug, pick.under(filters)), made)


def _put(book: Any, title: str, taken: list[str], table: Table, made: Formats) -> None:
    names = [name for name in table.names if name not in WITHOUT or (name == "currency" and table.heading.name == "ledger")]
    places = [table.names.index(name) for name in names]
    cells: Iterable[Sequence[Cell]] = ([row[place] for place in places] for row in table.cells())
    sheets.table(book.add_worksheet(_name(title, taken)), names, cells, made)


def _name(title: str, taken: list[str]) -> str:
    taken.append(sheet_name(title, taken))
    return taken[-1]


def _changes(sheet: Any, moved: Movement, made: Formats) -> None:
    """Each basis, each country and each entry that moved, one under the other by kind."""
    names = ("what", "key", "name", "country", "why", "before", "now", "change")
    rows: list[tuple[Cell, ...]] = [("basis", one.key, one.name, None, None, one.before, one.now, one.change) for one in moved.bases]
    rows += [("country", one.key, one.name, one.key, None, one.before, one.now, one.change) for one in moved.countries]
    rows += [
        ("entry", one.key, one.initiative, "joint" if one.country == JOINT else name_of(one.country), one.words, one.before, one.now, one.change)
        for one in moved.entries
    ]
    rows += [
        ("entry", one.key, one.initiative, "joint" if one.country == JOINT else name_of(one.country), one.words, None, Decimal(0), Decimal(0))
        for one in moved.silent
    ]
    if moved.comparable:
        rows = [("not compared", None, moved.comparable, None, None, None, None, None)]
    sheets.table(sheet, names, rows, made)


def _read_me_first(sheet: Any, state: State, made: Formats) -> None:
    """What it is, of when, and what each sheet holds."""
    found = totals(state.filters)
    statements = formats.counted(found.statements, "statement")
    rows = [
        (
            "What",
            f"The figures of the slides, whole. {state.money(found.total)} counted in {found.counted_entries} of {statements}.",
        ),
        ("Selection", state.filters.selection_in_words()),
        ("Counted", state.basis()),
        ("Edition", f"{state.edition}, {state.as_of}"),
        *((("Note", state.selection.note),) if state.selection.note else ()),
        ("Empty cells", EMPTY),
        ("Cells", TYPES),
        ("Sheets", ", ".join(plan.sheets(state.selection, has_earlier=state.earlier is not None))),
        ("Source", state.source("", state.address("/"))),
    ]
    sheets.words(sheet, (state.selection.title, ""), rows, made)


def _method(sheet: Any, state: State, made: Formats) -> None:
    """The answers of the method's slide, then what the columns mean."""
    sheets.words(sheet, ("Question", "Answer"), [*content.answers(state), ("", ""), *COLUMNS], made)
