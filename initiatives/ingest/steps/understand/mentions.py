"""Finds where a text names countries, their people, capitals and institutions; must not decide who owns anything."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from initiatives.names.countries import COUNTRIES
from initiatives.names.table import rows

# Words that are a country's name or people only by accident in running text: first names, plain nouns, towns of the same name.
_UNSAFE = frozenset(
    [
        "Pole",
        "Finn",
        "Dane",
        "Turk",
        "Swede",
        "Croat",
        "Kiwi",
        "Lao",
        "European",
        "Nordic",
        "English",
        "Victoria",
        "Hamilton",
        "Kingston",
        "Stanley",
        "Georgetown",
        "Jamestown",
        "Roseau",
        "Sucre",
        "Nassau",
        "Nusantara",
        "Saint-Denis",
        "Antarctic",
        "Jersey",
        "Bonaire",
    ]
) | {
    "The Valley",
    "George Town",
    "San José",
    "San Juan",
    "Saint John's",
    "Saint George's",
    "Central African",
    "the EU",
    "The Emirates",
    "Victoria",
    "SAR",
}
# Longer names that hold a country's name and are something else.
_DECOYS = (
    "Latin America", "Latin American", "North America", "North American", "South America", "South American", "Central America", "New Jersey",
    "New Mexico", "Bank of America", "South China Morning Post", "China Morning Post", "South China Sea", "Times of India", "Japan Times",
    "Japan News",
    "Korea Herald", "Korea Times", "Korea Economic Daily", "China Daily", "Washington Post", "US$", "American Express", "Air France", "AFP",
    "Jordan Peele",
    "Washington University", "Paris Agreement", "London Tech Week", "Financial Times", "Turkish Airlines", "British Airways", "Le Monde",
    "Michael Jordan",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A country named in a text: `form` is name, people, capital or institution."""

    start: int
    end: int
    text: str
    code: str
    form: str


def _words() -> dict[str, tuple[str, str]]:
    found = {name: (code, "institution") for name, code in rows("institutions")}
    for country in COUNTRIES.values():
        found.update(dict.fromkeys(country.capitals, (country.code, "capital")))
    for country in COUNTRIES.values():
        found.update({people: (country.code, "people") for word in country.demonyms for people in (word, f"{word}s")})
        found.update(dict.fromkeys(country.names(), (country.code, "name")))
    found.update({name.replace("’", "'"): use for name, use in found.items()})
    return {name: use for name, use in found.items() if name not in _UNSAFE and name.rstrip("s") not in _UNSAFE}


_WORDS = _words()
_HOMES = {name: code for name, (code, form) in _WORDS.items() if form != "institution"}
_NAMED = re.compile(r"(?<![\w$])(?:" + "|".join(re.escape(name) for name in sorted([*_WORDS, *_DECOYS], key=len, reverse=True)) + r")(?![\w$])")


def find_mentions(text: str) -> list[Mention]:
    """Countries and actors named in `text`, in reading order. Never raises on any text."""
    return list(_mentions(text))


def _mentions(text: str) -> Iterator[Mention]:
    for match in _NAMED.finditer(text):
        use = _WORDS.get(match.group())
        if use is not None:
            yield Mention(match.start(), match.end(), match.group(), *use)


def code_of(word: str) -> str | None:
    """The code of a word that is wholly a country's name, adjective or capital ("Japanese", "U.S.", "Seoul"); None for others."""
    return _HOMES.get(word.strip().removeprefix("the ").removeprefix("The "))


def countries_in(phrase: str) -> list[str]:
    """Codes of the countries whose name, people or capital a phrase holds, in order, each once."""
    return list(dict.fromkeys(mention.code for mention in _mentions(phrase) if mention.form != "institution"))
