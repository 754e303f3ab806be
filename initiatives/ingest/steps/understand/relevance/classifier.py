"""A trained classifier: weights over an article's embedding and its keywords; must not know where it was trained or kept."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, isfinite

from initiatives.ingest.values import Vector

DIMENSIONS = 384
MOST_LOG_ODDS = 6.0  # of the keywords; what lies beyond is no surer
_HALF_PRECISION = struct.Struct(f"<{DIMENSIONS}e")


@dataclass(frozen=True, slots=True)
class Classifier:
    """`weights`: of the embedding's 384 numbers, then of the keywords' log odds, then the constant. `embedded_by` names the model they belong to."""

    version: str
    embedded_by: str
    weights: Vector

    def __post_init__(self) -> None:
        """Raises ValueError unless there are 386 finite weights."""
        if len(self.weights) != DIMENSIONS + 2 or not all(map(isfinite, self.weights)):
            raise ValueError(f"weights: {len(self.weights)} were given. A classifier has {DIMENSIONS + 2} finite numbers; train it again.")

    def probability(self, embedding: Sequence[float], keywords: float) -> float:
        """How surely the article is about a national AI effort, from 0 to 1; `keywords` are log odds."""
        return sigmoid(sum(weight * value for weight, value in zip(self.weights, features(embedding, keywords), strict=True)))


def features(embedding: Sequence[float], keywords: float) -> Vector:
    """What the weights are for: 384 numbers, the keywords' log odds within ±6, and 1."""
    return (*embedding, max(-MOST_LOG_ODDS, min(MOST_LOG_ODDS, keywords)), 1.0)


def sigmoid(log_odds: float) -> float:
    """The probability of these odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def packed(embedding: Sequence[float]) -> bytes:
    """The embedding as 384 half-precision numbers, 768 bytes."""
    return _HALF_PRECISION.pack(*embedding)


def unpacked(stored: bytes) -> Vector:
    """The embedding that `packed` wrote. Raises ValueError unless there are 768 bytes."""
    if len(stored) != _HALF_PRECISION.size:
        raise ValueError(f"embedding: {len(stored)} bytes were stored. {_HALF_PRECISION.size} are right; read the article again.")
    return _HALF_PRECISION.unpack(stored)
