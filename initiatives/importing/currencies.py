"""Which currencies the mark, code or name in a cell can mean: `EURO`, `US dollars`, `RMB` mean one, `dollars` and `¥` several; knows no amounts."""

import re
from functools import lru_cache
from typing import Final

from initiatives.ingest.steps.understand.money import marks
from initiatives.names.currencies import CURRENCIES
from initiatives.text import fold

JOINED: Final = re.compile(r"(?:de|of|in)\s+|d['’]", re.IGNORECASE)  # `12.500 millones de euros`
WORDS: Final = re.compile(marks.AFTER_WORD)
NAMES: Final = {fold(name): code for code, each in CURRENCIES.items() for name in (each.name, each.plural)}
ALIKE: Final = {"$": {code for code, each in CURRENCIES.items() if each.mark.endswith("$")}}  # whoever has a dollar or peso of that sign
SHOWN: Final = 4


@lru_cache(maxsize=4096)
def meant(text: str) -> frozenset[str]:
    """The codes that the words of a cell can mean; empty where they are no currency."""
    bare = JOINED.sub("", text.strip(), count=1) if JOINED.match(text.strip()) else text.strip()
    if bare.upper() in CURRENCIES:
        return frozenset({bare.upper()})
    if fold(bare) in NAMES:
        return frozenset({NAMES[fold(bare)]})
    return by_mark(bare) or by_words(bare)


def by_mark(text: str) -> frozenset[str]:
    """The codes of a mark; of one that several countries use, all of them."""
    for mark in dict.fromkeys((text, text.rstrip("."), text.upper(), text.capitalize())):
        if mark in marks.BY_COUNTRY:
            return known({*ALIKE.get(mark, ()), *codes_of(marks.BY_COUNTRY[mark])})
        if mark in marks.SURE:
            return known({marks.SURE[mark]})
        if mark in marks.ONLY_IN:
            return known(set(marks.ONLY_IN[mark].values()))
    return frozenset()


def by_words(text: str) -> frozenset[str]:
    """The codes of a name in words, in one or many, with or without whose it is: `Swiss francs`, `pounds sterling`, `yen`."""
    found = WORDS.fullmatch(text) or WORDS.fullmatch(text.title())
    if found is None or found["unit"] is None:
        return frozenset()
    unit, people = found["unit"].lower(), found["people"] or found["adjective"]
    if people:
        return known({marks.currency_of_words(unit, people, None)})
    return known(codes_of(marks.WORDS[unit]))


def codes_of(told: tuple[str | None, dict[str, str]]) -> set[str | None]:
    """What is meant where no country is named, and what in each country."""
    usual, by_country = told
    return {usual, *by_country.values()}


def likeliest(text: str) -> str:
    """Of the currencies that a cell can mean the one that is meant most often, to be offered and never to be taken; empty where there is none."""
    bare = text.strip()
    usual = marks.BY_COUNTRY[bare][0] if bare in marks.BY_COUNTRY else marks.WORDS.get(bare.lower().rstrip("s"), (None, {}))[0]
    return usual or ""


def known(codes: set[str | None]) -> frozenset[str]:
    """Those that the record can hold."""
    return frozenset(code for code in codes if code in CURRENCIES)


def in_words(codes: frozenset[str]) -> str:
    """`JPY or CNY`; of many the first few."""
    listed = sorted(codes, key=lambda code: (code not in marks.BY_COUNTRY["$"][0], code))
    return " or ".join(listed) if len(listed) <= SHOWN else f"{', '.join(listed[:SHOWN])} or another"
