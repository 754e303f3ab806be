"""Currencies: code, name, mark and decimals; must not know rates."""

from dataclasses import dataclass
from decimal import Decimal

from initiatives.names.table import rows


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency; `mark` stands before the figure ("NT$"), `decimals` are those of its minor unit."""

    code: str
    name: str
    plural: str
    mark: str
    decimals: int


CURRENCIES: dict[str, Currency] = {
    code: Currency(code, name, plural, mark, int(decimals)) for code, name, plural, mark, decimals in rows("currencies")
}


def mark_of(code: str) -> str:
    """The mark of a currency; the code itself where it is not in the table."""
    return CURRENCIES[code].mark if code in CURRENCIES else code


def in_words(amount: Decimal, code: str) -> str:
    """A sum as a reader says it, to three digits: `¥1 tn`, `$6.34 bn`, `AED 250 m`."""
    mark = mark_of(code)
    gap = " " if mark[-1].isalnum() else ""
    for least, unit in ((10**12, " tn"), (10**9, " bn"), (10**6, " m")):
        if abs(amount) >= least:
            return f"{mark}{gap}{_three_digits(amount / least)}{unit}"
    return f"{mark}{gap}{amount.normalize():,f}"


def _three_digits(value: Decimal) -> str:
    places = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    rounded = round(value, places)
    return f"{rounded:,f}".rstrip("0").rstrip(".") if places else f"{rounded:,f}"
