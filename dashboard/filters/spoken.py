"""What a reader types for a value, a name in any case for a code, as the value of an address; must not know the record."""

from collections.abc import Iterable, Mapping
from functools import cache

from dashboard.filters import fields
from initiatives.names.countries import find
from initiatives.names.currencies import CURRENCIES
from initiatives.text import fold


def of_list(field: str, typed: str) -> str | None:
    """The value of a closed list that is meant: `Europe` for `europe`, `foundation-model` for `Foundation model`; None where none or several are."""
    return _by_name(field).get(fold(typed))


def of_words(words: Iterable[str], typed: str) -> str | None:
    """The one of some words that is meant, in any case."""
    return {fold(word): word for word in words}.get(fold(typed))


def country(typed: str) -> str | None:
    """The code of a country by name, alias or code in any case; None where nothing or more than one thing is meant."""
    if typed.lower() in (fields.JOINT, *fields.HOMES):
        return typed.lower()
    return find(typed) or find(typed.upper())


def currency(typed: str) -> str | None:
    """The code of a currency by code or name in any case."""
    return typed.upper() if typed.upper() in CURRENCIES else _currencies().get(fold(typed))


@cache
def _by_name(field: str) -> Mapping[str, str]:
    words = fields.CLOSED[field]
    return unambiguous([*((shown, value) for value, shown in words.items()), *((value, value) for value in words)])


@cache
def _currencies() -> Mapping[str, str]:
    return unambiguous((name, code) for code, one in CURRENCIES.items() for name in (one.name, one.plural))


def unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Folded names and the value each stands for, without those that stand for several."""
    meant: dict[str, set[str]] = {}
    for name, value in pairs:
        meant.setdefault(fold(name), set()).add(value)
    return {name: values.pop() for name, values in meant.items() if len(values) == 1}
