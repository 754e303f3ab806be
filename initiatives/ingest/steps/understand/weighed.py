"""Weighs signs that were seen against weights that were learned: the likeliest of a few outcomes; must not know what they mean."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp
from pathlib import Path

Weights = Mapping[str, tuple[float, ...]]


def likeliest(signs: Mapping[str, float], weights: Weights, outcomes: Sequence[str]) -> tuple[str, float]:
    """The likeliest outcome and its probability; `weights` has one number for each outcome by sign, and signs it lacks weigh nothing."""
    sums = [0.0] * len(outcomes)
    for sign, strength in signs.items():
        for index, weight in enumerate(weights.get(sign, ())):
            sums[index] += weight * strength
    highest = max(sums)
    shares = [exp(total - highest) for total in sums]
    best = max(range(len(outcomes)), key=shares.__getitem__)
    return outcomes[best], shares[best] / sum(shares)


@lru_cache(maxsize=8)
def weights_in(file: Path) -> Weights:
    """The weights that a file holds as JSON, by sign."""
    return {sign: tuple(row) for sign, row in json.loads(file.read_text(encoding="utf-8")).items()}
