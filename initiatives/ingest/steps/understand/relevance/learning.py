"""Trains a classifier on decided examples and says how it does on others; must not know who decided them or where they are kept."""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass

from initiatives.ingest.steps.understand.relevance.classifier import DIMENSIONS, Classifier, features
from initiatives.ingest.values import Vector

RIDGE = 0.2  # how strongly the weights of the embedding are held near nothing; chosen by five-fold trials on the examples of our own
KEYWORD_RIDGE = 10.0
CONSTANT_RIDGE = 1e-6
MOST_STEPS = 25
SETTLED = 1e-8
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """One decided article; `weight` says for how many it counts."""

    embedding: Vector
    keywords: float
    relevant: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Figures:
    """How a classifier did on examples that it had not seen: shares from 0 to 1, None where there was nothing to find or to raise."""

    right: float | None
    found: float | None
    false_alarms: float | None
    held_back: int


def train(examples: Sequence[Example], version: str, embedded_by: str) -> Classifier:
    """Logistic regression with a ridge, by Newton's method; both answers count alike. Raises ValueError unless both are there."""
    answers = [example.relevant for example in examples]
    if len(set(answers)) < len((True, False)):
        raise ValueError("examples: all have the same answer. Decide at least one article of each kind.")
    rows = [features(example.embedding, example.keywords) for example in examples]
    return Classifier(version, embedded_by, _newton(rows, answers, _balanced(examples)))


def figures(classifier: Classifier, examples: Sequence[Example]) -> Figures:
    """How the classifier does on these examples, at even odds."""
    said = [(classifier.probability(example.embedding, example.keywords) >= HALF, example.relevant) for example in examples]
    return Figures(
        right=_share([guess == truth for guess, truth in said]),
        found=_share([guess for guess, truth in said if truth]),
        false_alarms=_share([guess for guess, truth in said if not truth]),
        held_back=len(said),
    )


def is_worse(new: Figures, old: Figures) -> bool:
    """Whether the new classifier finds less, or is right less often, on the same held-back examples."""
    return (new.right or 0) < (old.right or 0) or (new.found or 0) < (old.found or 0)


def _share(answers: Sequence[bool]) -> float | None:
    return round(sum(answers) / len(answers), 4) if answers else None


def _balanced(examples: Sequence[Example]) -> list[float]:
    """Weights of the examples, so that many decisions of one kind don't outvote the other."""
    totals = {kind: sum(example.weight for example in examples if example.relevant is kind) for kind in (True, False)}
    return [example.weight * len(examples) / (2 * totals[example.relevant]) for example in examples]


def _newton(rows: Sequence[Vector], answers: Sequence[bool], shares: Sequence[float]) -> Vector:
    """The weights at which the likelihood with its ridge is greatest."""
    numpy = importlib.import_module("numpy")  # paid by who trains; the website imports this module too
    matrix, wanted, share = (numpy.array(each, dtype=float) for each in (rows, answers, shares))
    penalty = numpy.diag([RIDGE] * DIMENSIONS + [KEYWORD_RIDGE, CONSTANT_RIDGE])
    weights = numpy.zeros(DIMENSIONS + 2)
    for _ in range(MOST_STEPS):
        said = 1 / (1 + numpy.exp(-numpy.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (share * (said - wanted)) + penalty @ weights
        step = numpy.linalg.solve((matrix.T * (share * said * (1 - said))) @ matrix + penalty, slope)
        weights = weights - step
        if numpy.abs(step).max() < SETTLED:
            break
    return tuple(weights.tolist())
