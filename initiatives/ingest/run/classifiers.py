"""Finds the classifier that is in use: the last trained one of the database, else the one that comes with the product."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from initiatives.ingest.steps.understand.relevance import Classifier
from initiatives.models import RelevanceModel

OWN_CLASSIFIER = Path(__file__).parents[2] / "data" / "relevance_model.json"  # trained on the examples beside it


def in_use(embedded_by: str) -> Classifier | None:
    """The classifier that judges articles embedded by this model; None where there is none for it.

    One small query an article, so that a worker takes up a newly trained one without a restart.
    """
    key = RelevanceModel.objects.filter(in_use=True, embedded_by=embedded_by).values_list("pk", flat=True).first()
    return _stored(key) if key is not None else own(embedded_by)


def own(embedded_by: str) -> Classifier | None:
    """The classifier that comes with the product, None where it belongs to another embedding."""
    classifier = classifier_of(own_file())
    return classifier if classifier.embedded_by == embedded_by else None


@lru_cache(maxsize=1)
def own_file() -> dict[str, Any]:
    """The file of that classifier: version, embedded_by, weights, examples, figures."""
    return dict(json.loads(OWN_CLASSIFIER.read_text(encoding="utf-8")))


def classifier_of(plain: dict[str, Any]) -> Classifier:
    """The classifier that was kept as JSON or in a row's columns."""
    return Classifier(plain["version"], plain["embedded_by"], tuple(plain["weights"]))


@lru_cache(maxsize=2)
def _stored(key: int) -> Classifier:
    return classifier_of(dict(RelevanceModel.objects.filter(pk=key).values("version", "embedded_by", "weights").get()))
