"""Bars: the ladder of bases, one sum split by origin, and stances left and right of a line; knows places in percent only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from initiatives.vocabulary import BASES, ORIGINS

LADDER_WIDTH: Final = Decimal(74)  # percent of the drawing; the rest is for the figure beside the longest bar
BALANCE_WIDTH: Final = Decimal(88)  # percent for both sides together; the rest is for the counts
LEAST_WIDTH: Final = Decimal("0.4")  # percent: what is not zero is seen


@dataclass(frozen=True, slots=True)
class Rung:
    """One basis: its counted money and the width of its bar."""

    basis: str
    amount: Decimal
    width: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: `name` decides its colour; `x` and `width` in percent, `share` of the whole in percent."""

    name: str
    amount: Decimal
    x: str
    width: str
    share: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a balance: its pieces and where the counts beside them stand."""

    label: str
    value: str
    pieces: tuple[Piece, ...]
    left: str
    right: str
    doubting: int
    agreeing: int


def place(value: Decimal) -> str:
    """A place or width as SVG writes it."""
    return f"{value:.3f}%"


def width_of(part: Decimal, whole: Decimal, full: Decimal = Decimal(100)) -> Decimal:
    """The width of `part` where `whole` is as wide as `full`; a part that is not zero is never invisible."""
    return max(part / whole * full, LEAST_WIDTH) if whole > 0 and part > 0 else Decimal(0)


def ladder(by_basis: Mapping[str, Decimal | None], chosen: str, largest: Decimal | None = None) -> tuple[Rung, ...]:
    """One rung a basis, from everything said to paid out, on the scale of the largest, or of another that stands beside it."""
    amounts = {basis: by_basis.get(basis) or Decimal(0) for basis in BASES}
    largest = max(amounts.values()) if largest is None else largest
    return tuple(Rung(basis, amount, place(width_of(amount, largest, LADDER_WIDTH)), basis == chosen) for basis, amount in amounts.items())


def split(amounts: Mapping[str, Decimal | None]) -> tuple[Piece, ...]:
    """One bar of public, mixed, private and unknown money, whatever is not zero, side by side over the whole width."""
    stated = [(name, amounts.get(name) or Decimal(0)) for name in ("public", "mixed", "private", "unknown") if name in ORIGINS]
    return row([(name, amount) for name, amount in stated if amount > 0], sum((amount for _, amount in stated), Decimal(0)))


def row(parts: Sequence[tuple[str, Decimal]], whole: Decimal) -> tuple[Piece, ...]:
    """Pieces side by side from the left edge; `whole` fills the width."""
    pieces = []
    start = Decimal(0)
    for name, amount in parts:
        width = amount / whole * 100
        pieces.append(Piece(name, amount, place(start), place(width), width))
        start += width
    return tuple(pieces)


def balance(rows: Sequence[tuple[str, str, Mapping[str, int]]]) -> tuple[Bar, ...]:
    """Critical and cautious left of one line, supportive right of it, neutral astride; `rows` are value, label and counts by stance."""
    left = max((doubts(counts) + Decimal(counts.get("neutral", 0)) / 2 for _, _, counts in rows), default=Decimal(0))
    right = max((counts.get("supportive", 0) + Decimal(counts.get("neutral", 0)) / 2 for _, _, counts in rows), default=Decimal(0))
    unit = BALANCE_WIDTH / (left + right) if left + right else Decimal(0)
    line = (100 - BALANCE_WIDTH) / 2 + left * unit
    return tuple(stance_bar(value, label, counts, line, unit) for value, label, counts in rows)


def doubts(counts: Mapping[str, int]) -> Decimal:
    """Comments that warn or object."""
    return Decimal(counts.get("critical", 0) + counts.get("cautious", 0))


def stance_bar(value: str, label: str, counts: Mapping[str, int], line: Decimal, unit: Decimal) -> Bar:
    """One row around `line`, `unit` percent a comment."""
    neutral = Decimal(counts.get("neutral", 0))
    start = line - (doubts(counts) + neutral / 2) * unit
    pieces, x = [], start
    for stance in ("critical", "cautious", "neutral", "supportive"):
        width = counts.get(stance, 0) * unit
        if width:
            pieces.append(Piece(stance, Decimal(counts[stance]), place(x), place(width), width))
        x += width
    return Bar(label, value, tuple(pieces), place(start), place(x), int(doubts(counts)), counts.get("supportive", 0))
