"""Reads by what name an article calls what its money is for, and which of its sentences tell only of other things; must not know the record."""

import re

from initiatives.ingest.steps.match.names import telling_words
from initiatives.ingest.steps.match.programmes import ORDINARY, named_by
from initiatives.ingest.steps.match.said import sentence_of
from initiatives.ingest.values import Article, KnownInitiative, MoneyClaim
from initiatives.text import fold

_NAME = r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|for|and))*"
_PROGRAMME = re.compile(
    rf"\b(?<!from )(?<!under )(?<!within )(?:its|the|a|an|called|named) [“\"]?({_NAME})[”\"]? (?:programme|program|project|initiative)\b"
)


def programme_of(claim: MoneyClaim, article: Article) -> str | None:
    """The name of the programme in the sentence of a sum ("the budget of its AI-Sana programme"); None where it has none of its own words."""
    names = _PROGRAMME.findall(sentence_of(claim, article.text))
    return next((name for name in names if telling_words(name) - ORDINARY), None)


def programme_of_the_money(article: Article, money: tuple[MoneyClaim, ...]) -> str | None:
    """The name of the programme that the article's own money is for."""
    own = (programme_of(claim, article) for claim in money if claim.role == "initiative-funding")
    return next((name for name in own if name), None)


def is_another(name: str, known: KnownInitiative, near: str) -> bool:
    """Whether a programme is another than the initiative: no telling word is shared, and the text `near` the money has not that one's name too."""
    own = telling_words(" ".join((known.name, *known.aliases)))
    return not (telling_words(name) - ORDINARY) & own and named_by(fold(near), known) is None


def without_context(article: Article, money: tuple[MoneyClaim, ...]) -> str:
    """The text without the sentences whose sums are all mere context; whole where the article has no money of its own."""
    text = article.text
    for sentence in _aside(article, money):
        text = text.replace(sentence, " ")
    return text


def told_money(article: Article, money: tuple[MoneyClaim, ...]) -> tuple[MoneyClaim, ...]:
    """The sums without those of such sentences."""
    aside = _aside(article, money)
    return tuple(claim for claim in money if claim.role != "context" or sentence_of(claim, article.text) not in aside)


def _aside(article: Article, money: tuple[MoneyClaim, ...]) -> frozenset[str]:
    if not any(claim.role == "initiative-funding" for claim in money):
        return frozenset()
    kept = {sentence_of(claim, article.text) for claim in money if claim.role != "context"}
    return frozenset(sentence_of(claim, article.text) for claim in money if claim.role == "context") - kept
