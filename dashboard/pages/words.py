"""Sentences whose numbers are links, made of parts that a template writes one after another; knows no rows."""

from collections.abc import Collection
from decimal import Decimal
from string import Formatter
from typing import Final

from dashboard.charts.parts import Part as Part
from dashboard.charts.parts import Sentence as Sentence
from initiatives import formats, vocabulary

VERBS: Final = {
    "headline": ("has promised", "have promised"),
    "announced": ("has announced", "have announced"),
    "budgeted": ("has budgeted", "have budgeted"),
    "committed": ("has committed", "have committed"),
    "disbursed": ("has paid out", "have paid out"),
}
FIRMNESS: Final = {
    "headline": "promised",
    "announced": "announced or firmer",
    "budgeted": "budgeted or firmer",
    "committed": "committed",
    "disbursed": "paid out",
}


def said(words: str, **parts: Part | str) -> Sentence:
    """`said("{sum} is committed.", sum=Part("$125 bn", "/ledger/…"))`: words and parts in their order."""
    found: list[Part] = []
    for text, name, _, _ in Formatter().parse(words):
        found.append(Part(text))
        if name is not None:
            part = parts[name]
            found.append(Part(part) if isinstance(part, str) else part)
    return tuple(part for part in found if part.text)


def scopes_in_words(scopes: Collection[str]) -> str:
    """`AI`, `AI and chips`."""
    return formats.listed(vocabulary.SCOPES[scope] for scope in vocabulary.SCOPES if scope in scopes)


def actors_in_words(countries: int, union: bool) -> str:
    """`59 countries and the European Union`, `One country`, `The European Union`."""
    if not countries:
        return "The European Union" if union else "Nobody"
    named = "One country" if countries == 1 else formats.counted(countries, "country", "countries")
    return f"{named} and the European Union" if union else named


def verb(basis: str, many: bool) -> str:
    """`have announced`."""
    return VERBS[basis][many]


def share_in_words(part: Decimal | None, whole: Decimal | None) -> str:
    """`41.3 %` of a whole; `no figure` where either is unknown."""
    return formats.percent(part / whole * 100) if part is not None and whole else formats.percent(None)
