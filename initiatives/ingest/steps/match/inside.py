"""Finds the larger sum of the same article that a sum is a part of; must not know the record."""

import re
from dataclasses import dataclass

from initiatives.ingest.values import MoneyClaim

REACH = 250  # code points from a whole to the part that "of which" cuts from it
_OF_WHICH = re.compile(
    r"(?:\bof (?:which|that|this|these|it|the (?:total|sum|money|amount))\b|\bincluding\b|\bincludes?\b|\bamong (?:them|it)\b|\bdont\b|\bdavon\b|"
    r"\bdarunter\b|\bde (?:los|las) (?:que|cuales)\b|\bdos quais\b|\bdi cui\b|\bwaarvan\b|\bvarav\b|\bhvorav\b)[^.;]{0,60}$", re.I
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Whole:
    """The index of a whole in the article's money; `is_said` where the article itself says "of which"."""

    money: int
    is_said: bool


def whole_of(index: int, money: tuple[MoneyClaim, ...], text: str) -> Whole | None:
    """The whole that `money[index]` is cut from, by the article's own words, else by its role as a part; None for a sum of its own."""
    claim = money[index]
    said = _said(index, money, text)
    if said is not None:
        return Whole(said, True)
    if claim.role != "part-of-it":
        return None
    larger = [at for at, whole in enumerate(money) if whole.role == "initiative-funding" and _is_larger(whole, claim)]
    larger = [at for at in larger if at != index and money[at].restates_in_text is None]
    return Whole(larger[0], False) if larger else None


def _said(index: int, money: tuple[MoneyClaim, ...], text: str) -> int | None:
    claim = money[index]
    wholes = [at for at, whole in enumerate(money[:index]) if whole.role != "context" and _is_larger(whole, claim)]
    nearest = next((at for at in reversed(wholes) if 0 <= claim.evidence.start - money[at].evidence.end <= REACH), None)
    if nearest is None:
        return None
    return _first_saying(nearest, money) if _OF_WHICH.search(text[money[nearest].evidence.end : claim.evidence.start]) else None


def _first_saying(index: int, money: tuple[MoneyClaim, ...]) -> int:
    """The claim that says the same money first in the article."""
    first = money[index].restates_in_text
    return index if first is None or money[first].role == "context" else first


def _is_larger(whole: MoneyClaim, claim: MoneyClaim) -> bool:
    return whole.currency == claim.currency and whole.amount > claim.amount
