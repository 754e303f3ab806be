"""What an article says that its copies do not: sums, quantities, quotations, words; must not know which of them was read first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from initiatives.ingest.steps.duplicates.amounts import same_sum
from initiatives.ingest.steps.duplicates.shingles import Numbers, shingles, tokens_of
from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.steps.understand.quantities import find_quantities
from initiatives.ingest.steps.understand.quotes.marks import find_quoted
from initiatives.ingest.values import Article, MoneyClaim

LONGEST_READ_CHARACTERS = 20_000  # an article; what is longer is a document, and its beginning says what it is about
MOST_COPIES = 3  # the likest; a further one says the same
LEAST_QUOTED_WORDS = 6  # fewer between marks are a name or a title
MOSTLY_NEW = 0.5  # of a quotation's shingles; less was edited only
WORTH_SAYING_WORDS = 25  # fewer new words are a header, a footer or a changed phrase
Sum = tuple[MoneyClaim, str]


@dataclass(frozen=True, slots=True)
class News:
    """What is new in an article beside its copies, as it is printed; `words` counts the words that none of them has in that order."""

    sums: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    words: int = 0

    @property
    def needs_a_draft(self) -> bool:
        """Whether an editor would miss something that may become part of the record."""
        return bool(self.sums or self.quantities or self.quotations)

    def in_words(self) -> str:
        """What is new, for an editor; empty where it is nothing to speak of."""
        parts = [*_listed("the sum", self.sums), *_listed("the quantity", self.quantities), *_listed("a quotation", self.quotations)]
        if parts:
            return f"It has what the other does not: {'; '.join(parts)}."
        return f"It has {self.words:,} words that the other does not, and no further sum or quotation among them." if self.words else ""


def news_in(article: Article, copies: Sequence[Article]) -> News:
    """What the article says and none of the copies does. Never raises on any text."""
    article, copies = _head(article), [_head(copy) for copy in copies[:MOST_COPIES]]
    told, known = _shingles_of(copies), [claim for copy in copies for claim, _words in sums_of(copy)]
    return News(
        sums=tuple(dict.fromkeys(words for claim, words in sums_of(article) if not any(same_sum(claim, other) for other in known))),
        quantities=_new_quantities(article, copies),
        quotations=tuple(words for words in _quotations(article.text) if _share_new(words, told) > MOSTLY_NEW),
        words=_new_words(article.text, told),
    )


def sums_of(article: Article) -> tuple[Sum, ...]:
    """The sums of title and text with their words, each money once; the same reading for every article, whichever country it is about."""
    money = [claim for claim in find_money(_head(article), (), True) if claim.restates_in_text is None]
    titled = [claim for claim in find_money(Article(article.title), (), True) if not any(same_sum(claim, other) for other in money)]
    return tuple((claim, claim.evidence.text) for claim in (*money, *titled))


def _head(article: Article) -> Article:
    return replace(article, text=article.text[:LONGEST_READ_CHARACTERS])


def _new_quantities(article: Article, copies: Iterable[Article]) -> tuple[str, ...]:
    told = {(claim.measure, claim.value) for copy in copies for claim in find_quantities(copy.text)}
    found = {(claim.measure, claim.value): claim.evidence.text for claim in find_quantities(article.text)}
    return tuple(words for key, words in found.items() if key not in told)


def _quotations(text: str) -> list[str]:
    found = [text[quoted.words.start : quoted.words.end] for quoted in find_quoted(text)]
    return [words for words in found if len(words.split()) >= LEAST_QUOTED_WORDS]


def _shingles_of(copies: Iterable[Article]) -> Numbers:
    return np.unique(np.concatenate([np.empty(0, np.uint64), *(shingles(*tokens_of(copy.text)) for copy in copies)]))


def _share_new(words: str, told: Numbers) -> float:
    found = shingles(*tokens_of(words))
    return float(1 - np.isin(found, told).mean()) if len(found) else 0.0


def _new_words(text: str, told: Numbers) -> int:
    """Words in passages that none of the copies has, where a passage is long enough to say something."""
    found = shingles(*tokens_of(text))
    lengths = [len(list(run)) for is_told, run in groupby(np.isin(found, told)) if not is_told]
    return sum(length for length in lengths if length >= WORTH_SAYING_WORDS)


def _listed(kind: str, words: Sequence[str]) -> list[str]:
    return [f"{kind} {each}" if kind != "a quotation" else f"the words “{each[:120]}”" for each in words[:3]]
