"""Amounts as people type them into tables: `1.5tn yen`, `€2,5 Mrd`, `Rs 500 crore`, `¥1兆`; what can be read in two ways is refused."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from initiatives.importing import currencies, numbers
from initiatives.importing.faults import Unfit, shown
from initiatives.review.amounts import AmountError, TypedAmount, read_amount

UNITS: Final = {
    "k": 3, "thousand": 3, "tausend": 3, "mille": 3, "tsd": 3, "m": 6, "mn": 6, "mm": 6, "mln": 6, "mio": 6, "million": 6, "millions": 6,
    "millionen": 6, "millones": 6, "bn": 9, "b": 9, "bln": 9, "billion": 9, "billions": 9, "mrd": 9, "md": 9, "mds": 9, "milliard": 9,
    "milliards": 9, "milliarde": 9, "milliarden": 9, "tn": 12, "trn": 12, "trillion": 12, "trillions": 12, "billionen": 12, "lakh": 5, "lakhs": 5,
    "crore": 7, "crores": 7, "cr": 7, "万": 4, "億": 8, "亿": 8, "兆": 12, "만": 4, "억": 8, "조": 12,
}  # fmt: skip
NO_CURRENCY: Final = "XXX"  # ISO 4217's own code for none
LETTER: Final = r"[^\W\d_]"
UNIT: Final = "|".join([*(word for word in UNITS if not word.isascii()), *(rf"{word}(?!{LETTER})" for word in UNITS if word.isascii())])
SHAPE: Final = re.compile(
    rf"(?P<before>[^\d+-]*?)\s*(?P<figures>[-+]?\d[\d.,'’\s\u00a0\u2009\u202f]*?)\s*(?:(?P<unit>{UNIT})\.?)?\s*(?P<after>[^\d]*)", re.IGNORECASE
)
IN_BRACKETS: Final = re.compile(r"\(.*\d.*\)")
FIGURE: Final = re.compile(r"\d[\d.,]*\d")
Read = tuple[Decimal | None, frozenset[str]]
WAY_OUT: Final = "Write digits, or a number with bn, m, Mrd, crore; leave it empty when undisclosed."


@dataclass(frozen=True, slots=True)
class Shape:
    """The figures of a cell, the power of ten that follows them, and the currencies that its mark or words can mean (empty where it has none, and
    where it `contradicts` itself)."""

    figures: str
    power: int
    named: frozenset[str]
    contradicts: bool


def shape_of(text: str) -> Shape | None:
    """The parts of an amount; None where a cell has other words than those of a currency and a unit."""
    found = SHAPE.fullmatch(text.strip())
    if found is None:
        return None
    around = [currencies.meant(words) for words in (found["before"], found["after"]) if words.strip()]
    named = frozenset.intersection(*around) if around else frozenset()
    if not all(around):
        return None
    return Shape(found["figures"].strip(), UNITS[found["unit"].lower()] if found["unit"] else 0, named, bool(around) and not named)


def figures_of(text: str) -> str:
    """The figures of a cell alone, by which a file shows how it writes its numbers; the text itself where it is no plain amount."""
    shape = shape_of(text)
    return text if shape is None else shape.figures


def read(text: str, mark: str) -> Read:
    """The amount under the file's decimal mark (or under the other, where it can only be that), None where it is said to be undisclosed; and the
    currencies that the cell can mean. Raises Unfit."""
    if IN_BRACKETS.fullmatch(text.strip()):
        raise Unfit(
            f"{shown(text)} stands in brackets, as sums below zero do. A cut is a row of its own that replaces the older sum by the smaller one."
        )
    shape = shape_of(text)
    if shape is None:
        return in_other_words(text, mark)
    if shape.contradicts:
        raise Unfit(f"{shown(text)} names two currencies. Leave one of them out.")
    number = numbers.read_alone(shape.figures, mark)
    if number is None:
        raise unread(text, mark)
    return number * Decimal(10) ** shape.power, shape.named


def in_other_words(text: str, mark: str) -> Read:
    """What quick entry understands in a cell that says more than figures, unit and currency. Raises Unfit."""
    try:
        found = read_amount(text, NO_CURRENCY)
    except AmountError as error:
        raise unread(text, mark) from error
    if any(numbers.matters(figure) for figure in FIGURE.findall(text)):
        raise unread(text, mark)
    if found.hedge:
        raise Unfit(hedged(text, found))
    return found.amount, frozenset({found.currency} - {"", NO_CURRENCY})


def hedged(text: str, found: TypedAmount) -> str:
    """What to do with a cell that says how firm its figure is, or between which two it lies."""
    if found.high is not None:
        return f"{shown(text)} is a range. Put the lower figure here, the two in amount_low and amount_high, and “range” in hedge."
    return f"{shown(text)} says how firm the figure is. Put “{found.hedge}” in the column hedge, and the figure alone here."


def unread(text: str, mark: str) -> Unfit:
    """That a cell is no amount, with how amounts are written in its file."""
    return Unfit(f"{shown(text)} is no amount with {numbers.IN_WORDS[mark]}. {WAY_OUT}")
