"""Weighs signs into a stance, with weights learned from annotated quotations; must not know how signs are found."""

import json
from collections.abc import Mapping
from functools import lru_cache
from math import exp
from pathlib import Path

from initiatives.ingest.steps.understand.stance.cues import CAUTIOUS, CRITICAL, NEUTRAL, SUPPORTIVE

WEIGHTS = Path(__file__).with_name("weights.json")
ORDER = (SUPPORTIVE, CAUTIOUS, CRITICAL, NEUTRAL)


def weigh(signs: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest stance and its probability."""
    weights = _weights()
    sums = [0.0] * len(ORDER)
    for sign, strength in signs.items():
        for index, weight in enumerate(weights.get(sign, ())):
            sums[index] += weight * strength
    highest = max(sums)
    shares = [exp(total - highest) for total in sums]
    best = max(range(len(ORDER)), key=shares.__getitem__)
    return ORDER[best], shares[best] / sum(shares)


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[float, ...]]:
    """By sign, one weight for each stance in `ORDER`."""
    return {sign: tuple(row) for sign, row in json.loads(WEIGHTS.read_text(encoding="utf-8")).items()}
