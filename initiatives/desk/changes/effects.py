"""Totals before and after, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from initiatives import formats, vocabulary
from initiatives.publication import BasisEffect

DOLLAR = "USD"
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Total:
    """One basis: its words, the total as it is, as it would be, and the difference (`no change`)."""

    basis: str
    now: str
    then: str
    difference: str
    moves: bool


def totals_in_words(effects: Iterable[BasisEffect]) -> list[Total]:
    """The totals of all countries at each basis."""
    return [_total(effect) for effect in effects]


def _total(effect: BasisEffect) -> Total:
    before, after = effect.before_usd or NOTHING, effect.after_usd or NOTHING
    moved = round(after - before, 2)
    words = (formats.money(effect.before_usd, DOLLAR), formats.money(effect.after_usd, DOLLAR), formats.difference(after - before, DOLLAR))
    return Total(vocabulary.BASES[effect.basis], *words[:2], words[2] if moved else "no change", bool(moved))
