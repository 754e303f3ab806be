"""Says in which language a text is written; must not know what it says, or what becomes of it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale
from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENGLISH = "en"
LONGEST_READ = 20_000  # code points; the language of a text shows in its first pages
PIECE = 300  # code points of the pieces that are identified one by one, so that a quotation does not speak for the whole
FEWEST_LETTERS = 40  # a heading or a list of names is of any language
# Sure enough of another language, and that it is not English; tuned on the sentences of the tests.
SURE, NOT_ENGLISH = 0.45, 0.05
SHARE = 0.5  # of the letters that are not English, above which the text is not
DENSE = 2.5  # letters of the Latin alphabet that one letter of Chinese, Japanese or Korean stands for
_DENSE_LETTER = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_BREAK = re.compile(r"\n+|(?<=[.!?…])\s+|(?<=[。！？])")


def identify(text: str) -> str:
    """The ISO 639-1 code of the language in which most of the text is written; "en" unless another is sure. Never raises on any text."""
    weights: dict[str, float] = defaultdict(float)
    for piece in _pieces(text[:LONGEST_READ]):
        weights[_language_of(piece)] += _weight(piece)
    foreign = {language: weight for language, weight in weights.items() if language != ENGLISH}
    if not foreign or sum(foreign.values()) <= SHARE * sum(weights.values()):
        return ENGLISH
    return max(foreign, key=lambda language: foreign[language])


def name_of(language: str) -> str:
    """The English name of a language ("German"); the code itself where it has none."""
    return str(Locale(ENGLISH).languages.get(language, language))


def written_in(language: str) -> str:
    """The language in words: "Written in German (de)"."""
    return f"Written in {name_of(language)} ({language})"


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of whole sentences; the rest at the end joins the last."""
    gathered = ""
    for sentence in _BREAK.split(text):
        gathered = f"{gathered} {sentence}"
        if _weight(gathered) >= PIECE:
            yield gathered
            gathered = ""
    if _weight(gathered) >= FEWEST_LETTERS:
        yield gathered


def _language_of(piece: str) -> str:
    ranked = _identifier().rank(piece)
    likely = dict(ranked)
    best, sureness = ranked[0]
    return best if sureness >= SURE and likely.get(ENGLISH, 0.0) <= NOT_ENGLISH else ENGLISH


def _weight(piece: str) -> float:
    dense = len(_DENSE_LETTER.findall(piece))
    return len(_LETTER.findall(piece)) - dense + DENSE * dense


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """Some 70 MB and half a second, once in a process. It knows more languages than have a code of two letters; those are left out."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier
