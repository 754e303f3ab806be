"""Finds the part of an envelope that other parts add up to: a second cut of the same money; knows only keys and amounts."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

MOST_PARTS = 24  # a sum that needs more parts than this tells nothing
MOST_WHOLES = 24
MOST_TRIES = 4_000  # for one whole, so that an envelope of thousands of parts costs a tenth of a second
ALIKE = Decimal("0.001")  # converted sums differ by the rounding of their source


def another_cut(amounts: Mapping[str, Decimal], excess: Decimal) -> dict[str, tuple[str, ...]]:
    """The one whole → its parts, out of `amounts` (by key, in one currency), that explains an excess best: {} where none does.

    Nesting takes the amount of the whole away: one above the excess explains too much, and of several the largest explains most."""
    small_enough = [key for key, amount in amounts.items() if amount <= excess * (1 + ALIKE)]
    for whole in sorted(small_enough, key=lambda key: (-amounts[key], key))[:MOST_WHOLES]:
        others = sorted((key for key in amounts if key != whole), key=lambda key: (-amounts[key], key))
        parts = _adding_up([key for key in others if amounts[key] < amounts[whole]][:MOST_PARTS], amounts, amounts[whole])
        if parts:
            return {whole: tuple(parts)}
    return {}


def _adding_up(keys: Sequence[str], amounts: Mapping[str, Decimal], target: Decimal) -> list[str]:
    """Keys, of the largest amounts first, whose amounts add up to `target`; [] where none do."""
    slack = target * ALIKE
    left = [sum((amounts[key] for key in keys[start:]), Decimal(0)) for start in range(len(keys) + 1)]
    waiting: list[tuple[int, Decimal, tuple[str, ...]]] = [(0, target, ())]
    for _ in range(MOST_TRIES):
        if not waiting:
            break
        at, missing, taken = waiting.pop()
        if abs(missing) <= slack:
            return list(taken)
        if at < len(keys) and missing <= left[at] + slack:
            waiting.append((at + 1, missing, taken))
            if amounts[keys[at]] <= missing + slack:
                waiting.append((at + 1, missing - amounts[keys[at]], (*taken, keys[at])))
    return []
