"""Compares names of organizations and initiatives; must not know where they come from."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from initiatives.names.countries import COUNTRIES
from initiatives.text import fold

_LEGAL = frozenset([
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "gmbh", "ag", "sa", "se", "nv", "bv", "spa",
    "ab", "oy", "as", "kk", "pte", "pty", "sdn", "bhd", "the",
])  # fmt: skip
_LOOSE = _LEGAL | {"group", "holdings", "holding", "of"}
_COMMON = frozenset([
    "ai", "artificial", "intelligence", "national", "the", "a", "an", "of", "for", "and", "in", "on", "to", "with", "by", "its", "new", "plan",
    "project", "programme", "program", "initiative", "strategy", "development", "public", "private", "government",
])  # fmt: skip
_WORDS = re.compile(r"\w+")
# Country names and demonyms tell of whom a name speaks, not which of that country's initiatives it is.
_PLACES = frozenset(
    word
    for country in COUNTRIES.values()
    for name in (*country.names(), *country.demonyms)
    for word in _WORDS.findall(fold(name))
    for word in (word, f"{word}s")
)
LIKENESS = 92  # of 100: rapidfuzz's ratio of sorted words above which two names are one with a slip of the pen


@lru_cache(maxsize=65536)
def strict_form(name: str) -> str:
    """Folded words without legal forms ("Inc.", "Ltd")."""
    return " ".join(word for word in _WORDS.findall(fold(name)) if word not in _LEGAL)


@lru_cache(maxsize=65536)
def loose_form(name: str) -> str:
    """The strict form without "Group" and "Holdings" too."""
    return " ".join(word for word in _WORDS.findall(fold(name)) if word not in _LOOSE)


def likeness(one: str, other: str) -> float:
    """1.0 for the same name but for its legal form, 0.9 but for "Group", 0.8 for a slip or a name that begins the other, else 0."""
    if strict_form(one) == strict_form(other) != "":
        return 1.0
    left, right = loose_form(one), loose_form(other)
    if not left or not right:
        return 0.0
    if left == right:
        return 0.9
    begins = (left + " ").startswith(right + " ") or (right + " ").startswith(left + " ")
    return 0.8 if begins or fuzz.token_sort_ratio(left, right) >= LIKENESS else 0.0


def same_organization(one: str, other: str) -> bool:
    """True where two names are those of one organization, or of a company and its group."""
    return likeness(one, other) >= 0.8


class Names:
    """Names to compare many others with: only those with a word in common are compared."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_word: dict[str, dict[str, None]] = {}
        for name in dict.fromkeys(names):
            for word in beginnings(name):
                self._by_word.setdefault(word, {})[name] = None

    def same_as(self, other: str) -> list[str]:
        """Those that are the name of the same organization as `other`, in their own order."""
        near = dict.fromkeys(name for word in beginnings(other) for name in self._by_word.get(word, ()))
        return [name for name in near if same_organization(name, other)]


@lru_cache(maxsize=65536)
def beginnings(name: str) -> tuple[str, ...]:
    """The beginnings of words by which a name is looked up, so that a slip further on is found too."""
    return tuple(dict.fromkeys(word[:4] for word in loose_form(name).split()))


def is_place(word: str) -> bool:
    """True for a word of a country's name or demonym, and for "national"."""
    return fold(word) in _PLACES or fold(word) == "national"


def telling_words(text: str) -> frozenset[str]:
    """Folded words of a name or title that tell it from others: no common words, nationalities, figures or single letters."""
    return frozenset(
        word for word in _WORDS.findall(fold(text)) if word not in _COMMON and word not in _PLACES and len(word) > 1 and not word.isdigit()
    )
