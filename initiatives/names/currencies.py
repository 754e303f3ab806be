"""Currencies: code, name, mark and decimals; must not know rates."""

from dataclasses import dataclass

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
