"""Sheets of a workbook with typed cells: no formula, no link, days as precise as they are known; must not know what they hold."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from dashboard.exports.table import Cell
from initiatives.names.currencies import mark_of

LONGEST_TEXT: Final = 32_767  # characters that a cell can hold
PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d\d))?")
PRECISIONS: Final = {4: ("year", "yyyy"), 7: ("month", "yyyy-mm"), 10: ("day", "yyyy-mm-dd")}
SHOWN_MONEY: Final = (
    "public", "public_from_abroad", "private", "mixed", "unknown", "total", "cumulative", "amount", "counted", "converted", "counts",
    "before", "now", "change",     "headline", "announced", "budgeted", "committed", "disbursed", "paid", "paid_with_others", "per_person",
)  # fmt: skip
OWN_MONEY: Final = ("amount", "amount_low", "amount_high", "gross", "net")  # of the ledger: in the currency of the row
DAYS: Final = ("announced_on", "announced", "start", "end", "said_on", "as_of", "rate_day")
STEP: Final = "headline"  # beside which “announced” is a sum, not a day
PRECISE: Final = {"announced_on": "precision", "announced": "announced_precision", "start": "start_precision", "end": "end_precision"}
WIDE: Final = {
    "name": 44, "initiative_name": 44, "country_name": 24, "summary": 70, "key": 36, "slug": 36, "initiative": 36, "funders": 44,
    "reason": 36, "label": 34,     "source": 50, "note": 50, "question": 24, "answer": 110, "position": 60, "why": 26,
}  # fmt: skip
LINE_CHARACTERS: Final = 105  # of the wide column of words, by which the height of a row is set
LINE_POINTS: Final = 15.0


@dataclass
class Formats:
    """The formats of one workbook, made when they are first needed."""

    book: Any
    currency: str
    made: dict[str, Any] = field(default_factory=dict)

    def number(self, pattern: str) -> Any:
        """The format of a number or a day."""
        if pattern not in self.made:
            self.made[pattern] = self.book.add_format({"num_format": pattern})
        return self.made[pattern]

    def text(self, **look: Any) -> Any:
        """The format of words."""
        name = repr(sorted(look.items()))
        if name not in self.made:
            self.made[name] = self.book.add_format(look)
        return self.made[name]

    def money(self, code: str | None = None) -> Any:
        """Whole units with the mark of the display currency, or with a code of its own."""
        return self.number(f'"{mark_of(self.currency)}"#,##0' if code is None else f'#,##0 "{code}"')


def table(sheet: Any, names: Sequence[str], rows: Iterable[Sequence[Cell]], formats: Formats) -> int:
    """One header row, frozen with the first column, with filters; answers with the number of rows. Each such day has its precision beside."""
    precise = [name for name in names if name in PRECISE and STEP not in names]
    header = [*names, *(PRECISE[name] for name in precise)]
    for place, name in enumerate(header):
        sheet.set_column(place, place, WIDE.get(name, max(12, len(name) + 3)))
    sheet.freeze_panes(1, 1)
    for place, name in enumerate(header):
        sheet.write_string(0, place, name, formats.text(bold=True, bottom=1))
    number = 0
    for number, cells in enumerate(rows, 1):
        own = dict(zip(names, cells, strict=True))
        for place, name in enumerate(names):
            cell(sheet, number, place, own[name], formats, pattern(name, own, formats), is_day=name in DAYS)
        for place, name in enumerate(precise, len(names)):
            cell(sheet, number, place, precision(own[name]), formats)
    sheet.autofilter(0, 0, max(number, 1), len(header) - 1)
    return number


def pattern(name: str, row: Mapping[str, Cell], formats: Formats) -> Any:
    """How a number of this column is shown; None leaves it general."""
    code = row.get("currency")
    if name in OWN_MONEY and "hedge" in row and isinstance(code, str):
        return formats.money(code)
    if name in SHOWN_MONEY:
        return formats.money()
    return formats.number("0.000") if name == "gdp_percent" else None


def cell(sheet: Any, row: int, place: int, value: Cell, formats: Formats, shown: Any = None, *, is_day: bool = False) -> None:
    """One cell with its type; unknown leaves it empty, and text stays text whatever it begins with, but for the days of a column of days."""
    day = known(value) if is_day else None
    if day is not None:
        sheet.write_datetime(row, place, datetime.combine(day, time()), formats.number(PRECISIONS[len(str(value))][1]))
    elif isinstance(value, str):
        sheet.write_string(row, place, value[:LONGEST_TEXT])
    elif isinstance(value, Decimal | int):
        sheet.write_number(row, place, value, shown)


def known(value: Cell) -> date | None:
    """The day, or the first day of a month or year; None for what is no day."""
    if isinstance(value, date):
        return value
    found = PARTIAL.fullmatch(value) if isinstance(value, str) else None
    return date(int(found[1]), int(found[2] or 1), 1) if found and int(found[1]) >= 1900 and 1 <= int(found[2] or 1) <= 12 else None


def precision(value: Cell) -> str | None:
    """`day`, `month` or `year`; None where the day is unknown."""
    return None if value is None or known(value) is None else PRECISIONS[len(str(value))][0]


def words(sheet: Any, head: tuple[str, str], rows: Iterable[tuple[str, str]], formats: Formats) -> None:
    """Two columns of words, wrapped, with the height of each row set."""
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 110)
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(head):
        sheet.write_string(0, place, name, formats.text(bold=True, bottom=1))
    for number, (name, said) in enumerate(rows, 1):
        lines = sum(-(-max(1, len(line)) // LINE_CHARACTERS) for line in said.split("\n"))
        sheet.set_row(number, LINE_POINTS * max(1, lines))
        sheet.write_string(number, 0, name, formats.text(bold=True, valign="top"))
        sheet.write_string(number, 1, said[:LONGEST_TEXT], formats.text(text_wrap=True, valign="top"))
