"""Recognises the same money printed twice side by side ("1 trillion yen (approximately $6.34 billion)"); must not know rates."""

import re
from dataclasses import replace

from initiatives.ingest.steps.understand.money.printed import Printed
from initiatives.names.countries import COUNTRIES, EU_MEMBERS
from initiatives.names.table import rows

_HEDGE = (
    r"(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|over|more than|just under|just over|equivalent to|equal to|"
    r"the equivalent of|an estimated|or|i\.e\.|=|≈|~|at|worth|USD|c\.|ca\.|circa)"
)
_BRACKET = re.compile(rf"^\s?[(\[]\s?(?:{_HEDGE}[\s,]*)*$", re.I)
_SLASH = re.compile(r"^\s?/\s?$")
_SPOKEN = re.compile(rf"^\s?[,—–-]?\s?(?:or|equivalent to|the equivalent of|equal to|=|≈|which is|i\.e\.)\s(?:{_HEDGE}\s)*$", re.I)
# "R$23 billion, some US$4 billion, until 2028": set between commas.
_ASIDE = re.compile(r"^,\s(?:about|around|some|roughly|approximately|nearly)\s$", re.I)
_FURTHER = re.compile(rf"^\s?[;,/]?\s?(?:{_HEDGE}[\s,]*)*$", re.I)
_MONEY_OF: dict[str, str] = {code: currency for code, currency in rows("money")}  # noqa: C416 (a list of two is no pair to mypy)


def own_currency(country: str) -> str | None:
    """The ISO 4217 code of the money of a country; None where the table does not say."""
    if country in ("EUU", *EU_MEMBERS) and country not in _MONEY_OF:
        return "EUR"
    return _MONEY_OF.get(country) if country in COUNTRIES else None


def fold_equivalents(surface: str, sums: list[Printed], owners: tuple[str, ...], abroad: set[int]) -> list[Printed]:
    """One Printed for each sum that is printed twice: the original, with `usd` where the other is in dollars.

    The first is the original, unless it is in dollars and the second is money of an owner and the first does not stand in `abroad` (starts of sums
    whose sentence is about the United States).
    """
    kept: list[Printed] = []
    for each in sums:
        before = kept[-1] if kept else None
        if before is None or not _says_again(surface, before, each):
            kept.append(each)
        else:
            kept[-1] = _one(before, each, owners, before.start in abroad)
    return kept


def _says_again(surface: str, first: Printed, second: Printed) -> bool:
    if first.currency == second.currency and not second.bare_dollar:
        return False
    end = first.usd.end if first.usd else first.end
    between = surface[end : second.start]
    if first.usd:
        return _FURTHER.match(between) is not None and "(" in surface[first.end : end]
    aside = _ASIDE.match(between) is not None and surface[second.end : second.end + 1] in (",", ".", ";", "")
    return aside or any(shape.match(between) for shape in (_BRACKET, _SLASH, _SPOKEN))


def _one(first: Printed, second: Printed, owners: tuple[str, ...], abroad: bool) -> Printed:
    if first.currency == second.currency:
        second = replace(second, currency="USD", alternatives=())
    own = {own_currency(owner) for owner in owners}
    if first.currency == "USD" and second.currency in own and not abroad and second.currency != "USD":
        return replace(second, usd=first)
    if second.currency == "USD" and first.currency != "USD" and first.usd is None:
        return replace(first, usd=second)
    return replace(first, usd=first.usd)
