"""An article, a stretch of its text, and the passage a claim was read from; must not know what is claimed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch of code points: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage a claim was read from: `text == article.text[start:end]`, who read it, and how sure (0 to 1)."""

    start: int
    end: int
    text: str
    producer: str
    version: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Article:
    """One article as extracted. `published` is the article's own day; `claimed` keeps a day that was refused (in the future)."""

    text: str
    title: str = ""
    url: str | None = None
    canonical_url: str | None = None
    publisher: str | None = None
    published: str | None = None
    claimed: str | None = None
    byline: str | None = None
    language: str = "en"
    article_class: str = "other"
    extractor: str = "given"
    repaired: bool = False
