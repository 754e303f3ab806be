"""Decides whether an article is about a national AI effort: yes, maybe or no; must not know how a classifier was trained."""

from dataclasses import dataclass

from initiatives.ingest.steps.understand.relevance import foreign
from initiatives.ingest.steps.understand.relevance.classifier import Classifier, sigmoid
from initiatives.ingest.steps.understand.relevance.keywords import weigh
from initiatives.ingest.steps.understand.relevance.pointed import is_pointed, is_short
from initiatives.ingest.values import Article, Vector

YES, MAYBE = 0.5, 0.25  # least score of a hit and of a doubtful article
CLEAR_HIT, CLEAR_MISS = 3.5, -4.0  # log odds of keywords that no classifier turns into a "no", or into a "yes"
KEYWORDS = "keywords-4"  # goes up when the rule changes
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Relevance:
    """`verdict` is yes, maybe or no; `score` runs from 0 to 1; `version` names the rule or classifier that judged; `keywords` are their log odds."""

    verdict: str
    score: float
    version: str = KEYWORDS
    keywords: float | None = None


def judge(article: Article, embedding: Vector | None = None, classifier: Classifier | None = None) -> Relevance:
    """How surely the article is about a national, governmental or sovereign AI effort; by keywords alone where one of the others is missing.

    An article in another language is doubtful at the most: keywords and embedding are those of English. Never raises on any text.
    """
    if article.language != ENGLISH:
        return Relevance(*foreign.judge_foreign(f"{article.title}\n{article.text}"), foreign.VERSION)
    keywords = weigh(article)
    least = _least(article)
    if embedding is None or classifier is None:
        return _judged(max(sigmoid(keywords), least), KEYWORDS, keywords)
    return _judged(max(_bounded(classifier.probability(embedding, keywords), keywords), least), classifier.version, keywords)


def _least(article: Article) -> float:
    """What a text that comes to the point at once has at least: a hit where it is so short that nothing else can be weighed, else a doubt."""
    if not is_pointed(article):
        return 0.0
    return YES if is_short(article) else MAYBE


def _bounded(score: float, keywords: float) -> float:
    if keywords >= CLEAR_HIT:
        return max(score, MAYBE)
    return min(score, YES - 0.01) if keywords <= CLEAR_MISS else score


def _judged(score: float, version: str, keywords: float) -> Relevance:
    verdict = "yes" if score >= YES else "maybe" if score >= MAYBE else "no"
    return Relevance(verdict, round(score, 2), version, keywords)
