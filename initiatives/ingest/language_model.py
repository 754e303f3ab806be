"""Loads the packaged language model, once in a process and only when it is first asked; must not know articles, claims or the database."""

import importlib
import importlib.util
import os
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from initiatives.ingest.values import Entity, Language, Reading, Token

LONGEST_READ_CHARACTERS = 60_000  # a long read has some 30,000; what lies behind costs memory and is read by the rules alone
SHORTEST_NAME_CHARACTERS = 2
UNBROKEN = re.compile(r"\S{200,}")  # no sentence; the tokenizer's time grows with the square of its length
RULER = "names_of_the_record"
UNUSED = ("attribute_ruler", "lemmatizer")  # no rule asks for lemmas, and the tags say the parts of speech that rules ask for
THREADS = "OPENBLAS_NUM_THREADS"
PARSED = ("parser",)  # who is the subject of a verb is asked around quotations alone
QUOTATION_MARK = re.compile("[\"“”„«»‘’「『]|(?<!\\w)'")
PARTS_OF_SPEECH = {"NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "FW": "X", "XX": "X"}


class NoLanguage:
    """Stands where no model is installed: every reading is empty, and the rules answer alone."""

    name = "none"
    version = ""

    def read(self, text: str) -> Reading:
        """An empty reading of any text."""
        return Reading()


class PackagedLanguage:
    """A spaCy pipeline behind our own values, fed with the names of the record."""

    def __init__(self, pipeline: Any) -> None:
        """Takes a loaded spaCy `Language`; its meta data name it."""
        self.name = str(pipeline.meta["name"])
        self.version = str(pipeline.meta["version"])
        self.edition: int | None = None
        self._pipeline = pipeline

    def feed(self, names: Iterable[str], edition: int) -> None:
        """Replaces the names that are always organizations by those of this edition; the same edition twice costs nothing."""
        if self.edition == edition:
            return
        if RULER in self._pipeline.pipe_names:
            self._pipeline.remove_pipe(RULER)
        patterns = [{"label": "ORG", "pattern": name} for name in sorted(set(names)) if len(name) >= SHORTEST_NAME_CHARACTERS]
        if patterns:
            self._pipeline.add_pipe("entity_ruler", name=RULER, first=True).add_patterns(patterns)
        self.edition = edition

    def read(self, text: str) -> Reading:
        """Words and names of the first 60,000 characters of `text`. What the model learns of new words on the way is forgotten again."""
        unparsed = () if QUOTATION_MARK.search(text) else PARSED
        with self._pipeline.memory_zone():
            parsed = self._pipeline(UNBROKEN.sub(_blanked, text[:LONGEST_READ_CHARACTERS]), disable=unparsed)
            return Reading(
                tokens=tuple(_token(token) for token in parsed),
                entities=tuple(Entity(name.start_char, name.end_char, name.text, name.label_) for name in parsed.ents),
            )


def _blanked(unbroken: re.Match[str]) -> str:
    return " " * len(unbroken.group())


def load(model: str, edition: int, names: Iterable[str]) -> Language:
    """The model of that package name, fed with the record's names as of `edition`. A package that is not installed gives `NoLanguage`."""
    language = _loaded(model)
    if isinstance(language, PackagedLanguage):
        language.feed(names, edition)
    return language


def is_installed(model: str) -> bool:
    """Whether the package is there, without loading it."""
    return _folder(model) is not None


@lru_cache(maxsize=1)
def _loaded(model: str) -> PackagedLanguage | NoLanguage:
    folder = _folder(model)
    if folder is None:
        return NoLanguage()
    spacy = importlib.import_module("spacy")  # 80 MB and a second: paid by the worker that reads an article, not by who imports this module
    if os.environ.get(THREADS) == "1":  # on more threads numpy's products are the slower ones by far
        backends = importlib.import_module("thinc.api")
        backends.set_current_ops(backends.NumpyOps(use_blis=False))
    return PackagedLanguage(spacy.load(folder, exclude=UNUSED))


def _folder(model: str) -> Path | None:
    """Where a model package keeps its pipeline: spaCy's own packages in `<name>-<version>/`, others in `_model/`."""
    found = importlib.util.find_spec(model) if model.isidentifier() else None
    if found is None or not found.submodule_search_locations:
        return None
    package = Path(found.submodule_search_locations[0])
    configurations = sorted(package.glob("config.cfg")) + sorted(package.glob("*/config.cfg"))
    return configurations[0].parent if configurations else None


def _token(token: Any) -> Token:
    start = token.idx
    return Token(start, start + len(token.text), token.text, PARTS_OF_SPEECH.get(token.tag_, token.tag_), token.dep_, token.head.i)
