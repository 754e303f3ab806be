"""Amounts with a unit in words, as people type them into tables: `1.5 bn`, `1,5 Mrd`, `€ 20 million`, `500 crore`, `1兆`; knows no currency rates."""

import re
from decimal import Decimal

from initiatives.importing import numbers

UNITS = {
    "k": 3, "thousand": 3, "tausend": 3, "mille": 3, "tsd": 3, "m": 6, "mn": 6, "mm": 6, "mln": 6, "mio": 6, "million": 6, "millions": 6,
    "millionen": 6, "millones": 6, "bn": 9, "b": 9, "bln": 9, "billion": 9, "billions": 9, "mrd": 9, "md": 9, "mds": 9, "milliard": 9,
    "milliards": 9, "milliarde": 9, "milliarden": 9, "tn": 12, "trn": 12, "trillion": 12, "trillions": 12, "billionen": 12, "lakh": 5, "lakhs": 5,
    "crore": 7, "crores": 7, "cr": 7, "万": 4, "億": 8, "亿": 8, "兆": 12, "만": 4, "억": 8, "조": 12,
}  # fmt: skip
MARKS = re.compile(r"^(?:US\$|[A-Z]{1,2}\$|[A-Z]{3}\b|[€$£¥₹₩])\s*|\s*(?:[A-Z]{3}|[€$£¥₹₩元円원])$")
_SHAPE = re.compile(r"(?P<number>[-+]?[\d.,'’\s\u00a0\u2009\u202f]*\d)\s*(?P<unit>[^\W\d_]+)\.?")


def parted(text: str) -> tuple[str, int]:
    """The figures and the power of ten that follows them; the text itself and 0 where it has no unit that is known. A mark of a currency goes."""
    bare = MARKS.sub("", MARKS.sub("", text.strip())).strip()
    found = _SHAPE.fullmatch(bare)
    if found is None:
        return bare, 0
    power = UNITS.get(found["unit"].lower())
    return (bare, 0) if power is None else (found["number"].strip(), power)


def read(text: str, mark: str) -> Decimal | None:
    """The amount under a decimal mark, None where it is none."""
    figures, power = parted(text)
    number = numbers.read(figures, mark)
    return None if number is None else number * Decimal(10) ** power
