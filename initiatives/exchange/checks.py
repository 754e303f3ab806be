"""What one value of the format may be: each check gives the clean value or raises `Wrong` in words; knows nothing of files and tables."""

import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Any

from initiatives import dates
from initiatives.exchange.problems import Wrong, shown
from initiatives.names import currencies
from initiatives.text import clean, is_web_address

Check = Callable[[Any], Any]

TAG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PERIOD = re.compile(r"(\d{4})-(\d{4})")
WHOLE_DIGITS, PLACES = 18, 6  # of the record's amounts
LONGEST_TEXT = 20_000
LONGEST_ARTICLE = 4_000_000
PASSAGE_KEYS = ("start", "end", "text")


def text(longest: int = LONGEST_TEXT, may_be_empty: bool = False) -> Check:
    """Words that are not too long, cleaned; not empty either, unless that is said."""

    def check(value: Any) -> str:
        if not isinstance(value, str):
            raise Wrong(f"{shown(value)} is not text. Put it in quotation marks.")
        cleaned = cleaned_text(value)
        if not cleaned.strip() and not may_be_empty:
            raise Wrong(f"{shown(value)} is empty. Write something, or null where the format allows it.")
        if len(cleaned) > longest:
            raise Wrong(f"{shown(value)} has {len(cleaned):,} characters. Use at most {longest:,}.")
        return cleaned

    return check


def cleaned_text(value: str) -> str:
    """The text as it enters the record; plain printable ASCII is clean already."""
    return value if value.isascii() and value.isprintable() else clean(value).text


def or_null(check: Check) -> Check:
    """The same, or null for unknown."""
    return lambda value: None if value is None else check(value)


def word(noun: str, words: Collection[str]) -> Check:
    """One of a closed list of words."""

    def check(value: Any) -> str:
        if not isinstance(value, str) or value not in words:
            raise Wrong(f"{shown(value)} is not {noun}. Use one of: {', '.join(words)}.")
        return value

    return check


def tag(noun: str, longest: int) -> Check:
    """A short lowercase name of letters, digits and hyphens."""

    def check(value: Any) -> str:
        if not isinstance(value, str) or not TAG.fullmatch(value) or len(value) > longest:
            raise Wrong(f"{shown(value)} is not {noun}. Use lowercase letters, digits and single hyphens, at most {longest} characters.")
        return value

    return check


def list_of(check: Check, at_least: int = 0) -> Check:
    """A list without repetitions."""

    def check_all(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise Wrong(f"{shown(value)} is not a list. Use [ … ].")
        items, faults = _checked(value, check)
        if len(value) < at_least:
            faults.append("the list is empty. Name at least one.")
        if len(set(items)) < len(items):
            faults.append(f"{shown(', '.join(items))} names something twice. Name each once.")
        if faults:
            raise Wrong(" ".join(faults))
        return items

    return check_all


def _checked(values: list[Any], check: Check) -> tuple[list[Any], list[str]]:
    """The items that can be read, and what is wrong with the others."""
    items, faults = [], []
    for value in values:
        try:
            items.append(check(value))
        except Wrong as wrong:
            faults.append(str(wrong))
    return items, faults


def day(value: Any) -> str:
    """A year, a month or a day."""
    if not isinstance(value, str):
        raise Wrong(f'{shown(value)} is not a day. Write a day as "2025-12-21", a month as "2025-12" or a year as "2025".')
    try:
        return dates.parse(value)
    except ValueError as error:
        raise Wrong(str(error)) from error


def above_zero(value: Any) -> Decimal:
    """A number above 0 that the record can hold: 18 digits before the point and 6 after it."""
    number = _number(value)
    if number <= 0:
        raise Wrong(f"{shown(value)} is not above 0. Use null where it is undisclosed.")
    if number.adjusted() >= WHOLE_DIGITS or number != round(number, PLACES):
        raise Wrong(f"{shown(value)} does not fit. Use at most {WHOLE_DIGITS} digits before the point and {PLACES} after it.")
    return number


def share(value: Any) -> Decimal:
    """A part of the whole, above 0 and at most 1."""
    number = _number(value)
    if not 0 < number <= 1 or number != round(number, PLACES):
        raise Wrong(f"{shown(value)} is not a share. Use a number above 0 and at most 1, or null where the split is not published.")
    return number


def _number(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise Wrong(f"{shown(value)} is not a number. Write digits without quotation marks, separators or units, for example 1500000.")
    return Decimal(value)


def whole(noun: str, lowest: int, highest: int) -> Check:
    """A whole number between two bounds."""

    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise Wrong(f"{shown(value)} is not {noun}. Use a whole number from {lowest} to {highest}.")
        return value

    return check


def period(value: Any) -> str:
    """The first and the last year that something covers."""
    years = PERIOD.fullmatch(value) if isinstance(value, str) else None
    if years is None or not int(years[1]) <= int(years[2]):
        raise Wrong(f"{shown(value)} is not a period. Write its first and last year, for example 2026-2030.")
    return str(value)


def passage(value: Any) -> dict[str, Any]:
    """Where in its article something stands, in characters from 0, and the words that stand there."""
    if not isinstance(value, dict) or set(value) != set(PASSAGE_KEYS):
        raise Wrong(f'{shown(value)} is not a passage. Write {{"start": 31, "end": 36, "text": "words"}}, counted in characters from 0.')
    start, end = (whole(f"the {key} of a passage", 0, LONGEST_ARTICLE)(value[key]) for key in ("start", "end"))
    words = text()(value["text"])
    if words != value["text"] or len(words) != end - start:
        raise Wrong(f"{shown(words)} has {len(words)} characters, but from {start} to {end} there are {end - start}. Count in characters from 0.")
    return {"start": start, "end": end, "text": words}


def currency(value: Any) -> str:
    """An ISO 4217 code."""
    if not isinstance(value, str) or value not in currencies.CURRENCIES:
        raise Wrong(f"{shown(value)} is not a currency. Use an ISO 4217 code such as USD, EUR or JPY.")
    return value


def address(value: Any) -> str:
    """A web address."""
    if not isinstance(value, str) or not is_web_address(value) or len(value) > 2000 or cleaned_text(value) != value:
        raise Wrong(f"{shown(value)} is not a web address. It begins with http:// or https:// and has at most 2000 characters and no blanks.")
    return value


def country(known: Mapping[str, str]) -> Check:
    """The code of a country or actor of the record: code → name."""

    def check(value: Any) -> str:
        if not isinstance(value, str) or value not in known:
            raise Wrong(
                f"{shown(value)} is not a country or actor of the record. Use an ISO 3166-1 alpha-3 code such as JPN, or EUU for the European Union;"
                " another actor is added under Countries first."
            )
        return value

    return check
