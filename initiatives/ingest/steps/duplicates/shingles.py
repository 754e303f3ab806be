"""Cuts a text into overlapping runs of words, each a number; must not know what the numbers are compared with."""

import re
from hashlib import blake2b, sha256

import numpy as np
from numpy.typing import NDArray

from initiatives.ingest.values import Article
from initiatives.text import fold

Numbers = NDArray[np.uint64]

WORDS_IN_A_SHINGLE = 3
CHARACTERS_IN_A_SHINGLE = 6  # of a script without blanks: about three words
LONGEST_COMPARED_CHARACTERS = 200_000  # what is longer is told apart long before its end
_WORDS = re.compile(r"\w+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff]")
_MULTIPLIER, _SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(29)


def text_hash(article: Article) -> str:
    """SHA-256, in hexadecimal, of the folded words of title and text; the same for copies that differ in case, accents, blanks or marks."""
    return sha256(" ".join(_WORDS.findall(fold(f"{article.title}\n{article.text}"))).encode()).hexdigest()


def tokens_of(text: str) -> tuple[list[str], int]:
    """The folded words of a text, or its characters where most of it is written without blanks; and how many of them a shingle takes."""
    words = _WORDS.findall(fold(text[:LONGEST_COMPARED_CHARACTERS]))
    if 2 * sum(len(_UNSPACED.findall(word)) for word in words) <= sum(map(len, words)):
        return words, WORDS_IN_A_SHINGLE
    return list("".join(words)), CHARACTERS_IN_A_SHINGLE


def shingles(tokens: list[str], size: int) -> Numbers:
    """One number for each run of `size` tokens, in the order of the text, the same in every process; none for fewer tokens."""
    if len(tokens) < size:
        return np.empty(0, np.uint64)
    number_of = {token: int.from_bytes(blake2b(token.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") for token in set(tokens)}
    numbers = np.fromiter((number_of[token] for token in tokens), np.uint64, len(tokens))
    runs = np.lib.stride_tricks.sliding_window_view(numbers, size)
    mixed = np.zeros(len(runs), np.uint64)
    for place in range(size):
        mixed = (mixed ^ runs[:, place]) * _MULTIPLIER
        mixed ^= mixed >> _SHIFT
    return mixed
