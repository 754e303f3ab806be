"""Which country a word or phrase points to: a name, an adjective or a capital; must not know who owns an initiative."""

import re

from initiatives.names.countries import COUNTRIES


def _table() -> dict[str, str]:
    """Words to codes; a country's own names go before adjectives, adjectives before capitals, and countries before actors."""
    found: dict[str, str] = {}
    for of in ("names", "demonyms", "capitals"):
        for country in sorted(COUNTRIES.values(), key=lambda country: country.is_actor):
            entries = country.names() if of == "names" else getattr(country, of)
            for entry in entries:
                found.setdefault(entry, country.code)
    return found


HOMES = _table()
_WORDS = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in sorted(HOMES, key=len, reverse=True))})(?![\w-])")


def code_of(word: str) -> str | None:
    """The code of a word that is wholly a country's name, adjective or capital ("Japanese", "U.S.", "Seoul"); None for others."""
    return HOMES.get(word.strip().removeprefix("the ").removeprefix("The "))


def countries_in(phrase: str) -> list[str]:
    """Codes of the countries that a phrase names, in order, each once."""
    return list(dict.fromkeys(HOMES[found.group()] for found in _WORDS.finditer(phrase)))


def spans_in(text: str) -> list[tuple[int, int, str]]:
    """Start, end and code of each country word of a text."""
    return [(found.start(), found.end(), HOMES[found.group()]) for found in _WORDS.finditer(text)]
