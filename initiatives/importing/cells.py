"""What one cell means in its column: words of closed lists, amounts, days, countries; what cannot be taken says why, and what was probably meant."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from initiatives.exchange.checks import currency as known_currency
from initiatives.exchange.problems import Wrong
from initiatives.exchange.shapes import shapes
from initiatives.importing import amounts, currencies, days, numbers
from initiatives.importing.columns import COUNTRIES, COUNTRY, DAY, NUMBER, WHOLE, WORD, Column, Noun, folded
from initiatives.importing.faults import Unfit, likeliest, shown
from initiatives.importing.manner import Manner
from initiatives.importing.sheet import Cell
from initiatives.names import countries as named
from initiatives.names.currencies import CURRENCIES
from initiatives.text import fold

CURRENCY = "currency"
KEPT_AT_MOST = 100_000  # meanings of cells that are remembered while a file is read
IN_A_SPREADSHEET = (("Use null", "Leave the cell empty"), ("use null", "leave the cell empty"), (", or null", ", or an empty cell"))


class Reader:
    """Reads the cells of one file. The same cell means the same in every row, so each is understood once."""

    def __init__(self, noun: Noun, manner: Manner, countries: Mapping[str, str]) -> None:
        self.manner = manner
        self.countries = countries
        kind = {"funding": "funding", "initiatives": "initiative"}.get(noun.name)
        self.shape = getattr(shapes(countries), kind) if kind else {}
        self.known: dict[tuple[str, Cell], Any] = {}
        self.named: dict[Cell, frozenset[str]] = {}
        self.words = {column.name: _words(column) for column in noun.columns if column.words}

    def value(self, column: Column, cell: Cell) -> Any:
        """The value, None where the cell is empty. Raises Unfit."""
        if cell is None or cell == "":
            return None
        at = (column.name, cell)
        if at not in self.known:
            if len(self.known) >= KEPT_AT_MOST:
                self.known.clear()
                self.named.clear()
            self.known[at] = self._meant(column, cell)
        found = self.known[at]
        if isinstance(found, Unfit):
            raise found
        return found

    def _meant(self, column: Column, cell: Cell) -> Any:
        try:
            return self._fitting(column, self._read(column, cell))
        except Unfit as unfit:
            return unfit

    def _read(self, column: Column, cell: Cell) -> Any:
        reads: Mapping[str, Callable[[Column, Cell], Any]] = {
            NUMBER: self._number, DAY: self._day, WORD: self._word, WHOLE: self._whole, COUNTRY: self._country, COUNTRIES: self._owners,
        }  # fmt: skip
        read = reads.get(column.kind)
        if read is not None:
            return read(column, cell)
        text = plain(cell)
        return _currency(text) if column.name == CURRENCY else text.split() if column.name == "themes" else text

    def _fitting(self, column: Column, value: Any) -> Any:
        """The value, where the format of the record can hold it."""
        check = self.shape.get(column.name)
        if check is None or column.name in ("funders", "key", "related_to"):
            return value
        try:
            return check(value)
        except Wrong as wrong:
            words = str(wrong)
            for of_files, of_cells in IN_A_SPREADSHEET:
                words = words.replace(of_files, of_cells)
            raise Unfit(words) from wrong

    def _number(self, column: Column, cell: Cell) -> Decimal | None:
        if isinstance(cell, Decimal):
            return cell
        text = plain(cell)
        figures = amounts.figures_of(text)
        if not self.manner.sure and numbers.matters(figures):  # of a cell that was mended: those of the file were asked about before
            raise Unfit(f"{shown(text)} can be {numbers.either(figures)}. Write it without points and commas, or with both.")
        amount, self.named[cell] = amounts.read(text, self.manner.mark)
        return amount

    def currencies_in(self, cell: Cell) -> frozenset[str]:
        """What the mark or the words of an amount that was read can mean; empty where it has none."""
        return self.named.get(cell, frozenset())

    def _day(self, column: Column, cell: Cell) -> str:
        if isinstance(cell, date):
            return cell.isoformat()
        try:
            return days.read(plain(cell), self.manner.order)
        except ValueError as error:
            raise Unfit(str(error)) from error

    def _word(self, column: Column, cell: Cell) -> str:
        text, words = plain(cell), self.words[column.name]
        found = words.get(folded(text))
        if found is None:
            near = words.get(likeliest(folded(text), words), "")
            meant = f" Did you mean “{near}”?" if near else ""
            raise Unfit(f"{shown(text)} is not known here.{meant} Use one of: {', '.join(column.words or ())}.", near)
        return found

    def _whole(self, column: Column, cell: Cell) -> int:
        text = plain(cell)
        return int(self._word(column, text))

    def _country(self, column: Column, cell: Cell) -> str:
        return self._code(plain(cell))

    def _owners(self, column: Column, cell: Cell) -> list[str]:
        text = plain(cell)
        mark = ";" if ";" in text else None if all(part in self.countries for part in text.split()) else ","
        return [self._code(part.strip()) for part in text.split(mark) if part.strip()]

    def _code(self, text: str) -> str:
        code = text if text in self.countries else text.upper() if text.upper() in self.countries else named.find(text)
        if code is None or code not in self.countries:
            names = {fold(each.name): each.code for each in named.COUNTRIES.values()}
            near = names.get(likeliest(fold(text), names), "")
            meant = f" Did you mean {named.name_of(near)} ({near})?" if near else ""
            raise Unfit(f"{shown(text)} is no country or actor of the record.{meant} Use a code such as JPN, or the name shown on the pages.", near)
        return code


def _words(column: Column) -> dict[str, str]:
    """Folded word → stored word: those of the list, and those that a reader sees."""
    words = column.words or {}
    return {folded(text): stored for stored, seen in words.items() for text in (seen, stored)}


def _currency(text: str) -> str:
    meant = currencies.meant(text)
    if len(meant) > 1:
        usual = currencies.likeliest(text)
        raise Unfit(f"{shown(text)} can be {currencies.in_words(meant)}. Write the code.", usual)
    code = next(iter(meant), text.upper())
    try:
        found: str = known_currency(code)
    except Wrong as wrong:
        near = likeliest(text, [each.lower() for each in CURRENCIES]).upper()
        raise Unfit(f"{wrong}", near) from wrong
    return found


def plain(cell: Cell) -> str:
    """A cell as text; a number without the zeros at its end."""
    if isinstance(cell, Decimal):
        text = format(cell, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return cell.isoformat() if isinstance(cell, date) else str(cell)
