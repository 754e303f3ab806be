"""Reads single values of an address: a word of a closed list, a code, a day, an amount; must not know which parameters stand beside them."""

import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation

from dashboard.filters import fields, known, periods, spoken
from dashboard.filters.problems import refuse
from initiatives.names.currencies import CURRENCIES

LARGEST_AMOUNT = Decimal("1e18")
AMOUNT_CHARACTERS = 30
LAST_PAGE = 1_000_000
EDITION_DIGITS = 9
CODES_IN_WORDS = "Use the three letters of ISO 3166-1 (JPN for Japan), EUU for the European Union or joint for joint efforts."
COMMON_CURRENCIES = ("USD", "EUR", "GBP", "JPY", "CNY", "INR", "KRW", "CAD")


def text(_field: str, value: str) -> str:
    """Words to search for, in composed form with single blanks."""
    return " ".join(unicodedata.normalize("NFC", value).split())


def closed(field: str, value: str) -> str:
    """A word of a closed list in any case or as readers see it, with or without a minus. Raises RefusedError."""
    plain = value.removeprefix("-")
    meant = plain if plain in fields.CLOSED[field] else spoken.of_list(field, plain)
    if meant:
        return value.removesuffix(plain) + meant
    raise refuse(field, plain, f"is no {fields.label(field)}.", fields.CLOSED[field])


def single(field: str, value: str) -> str:
    """The one word of a closed list. Raises RefusedError."""
    if field == "sort":
        return sort(field, value)
    words, _default = fields.SINGLE[field]
    meant = spoken.of_words(words, value)
    if meant:
        return meant
    raise refuse(field, value, f"is no {fields.label(field)}.", words)


def sort(field: str, value: str) -> str:
    """A column to sort by, with a minus for descending. Raises RefusedError."""
    if value.removeprefix("-") in fields.SORTS:
        return value
    raise refuse(field, value, "is no order.", [*fields.SORTS, *(f"-{name}" for name in fields.SORTS)])


def code(field: str, value: str) -> str:
    """A country or actor by its code or name in any case, with or without a minus. Raises RefusedError."""
    plain = value.removeprefix("-")
    allowed = fields.known_codes() if field == "country" else {*fields.HOMES, *fields.known_codes()} - {fields.JOINT}
    meant = spoken.country(plain)
    if meant not in allowed:
        meant = plain if known.is_country(plain) else None
    if meant:
        return value.removesuffix(plain) + meant
    raise refuse(field, plain, f"is no country of the table. {CODES_IN_WORDS}")


def covered(field: str, value: str) -> str:
    """A year, or whether a period is stated at all, with or without a minus. Raises RefusedError."""
    plain = value.removeprefix("-").lower()
    if plain in fields.COVERED or (plain.isascii() and plain.isdigit() and len(plain) == len("2026")):
        return value.removesuffix(value.removeprefix("-")) + plain
    raise refuse(field, value, "is no year that money is meant for. Write four digits, for example 2026.", fields.COVERED)


def currency(field: str, value: str) -> str:
    """A currency by its ISO 4217 code or its name, in any case. Raises RefusedError."""
    meant = spoken.currency(value)
    if meant:
        return meant
    raise refuse(field, value, "is no currency of ISO 4217.", sorted(CURRENCIES, key=lambda one: (one not in COMMON_CURRENCIES, one)))


def amount(field: str, value: str) -> Decimal:
    """An amount in units of the display currency: `1000000`, `1e8`. Raises RefusedError."""
    try:
        number = Decimal(value) if len(value) <= AMOUNT_CHARACTERS and "_" not in value else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite() or not 0 <= number <= LARGEST_AMOUNT or number.adjusted() < -6 * bool(number):
        raise refuse(field, value, "is no amount. Write digits without separators, for example 100000000 or 1e8, from 0 to 1e18.")
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def day(field: str, value: str) -> date:
    """A day; of a month or year its last day. Raises RefusedError."""
    return periods.bounds(field, value, ())[1]


def edition(field: str, value: str) -> int:
    """A kept edition by its number. Raises RefusedError."""
    number = int(value) if value.isascii() and value.isdigit() and len(value) <= EDITION_DIGITS else 0
    trouble = known.trouble_with_edition(number)
    if trouble:
        raise refuse(field, value, trouble)
    return number


def page(field: str, value: str) -> int:
    """A page number from 1. Raises RefusedError."""
    if value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= LAST_PAGE:
        return int(value[:9])
    raise refuse(field, value, "is no page. Pages are counted from 1.")


def scopes(asked: tuple[str, ...]) -> tuple[str, ...]:
    """The scopes to count in, in the order of the list; exclusions are taken from all of them."""
    excluded = {scope[1:] for scope in asked if scope.startswith("-")}
    wanted = [scope for scope in asked if not scope.startswith("-")] or (list(fields.CLOSED["scope"]) if excluded else list(fields.DEFAULT_SCOPES))
    left = tuple(scope for scope in fields.CLOSED["scope"] if scope in wanted and scope not in excluded)
    return left or fields.DEFAULT_SCOPES
