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
class Doubt:
    """What a person should look at in the article as a whole, in words; it becomes a warning of its draft."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as extracted. `published` is the article's own day; `claimed` keeps a day that was refused (in the future).

    `language` is a code of ISO 639-1; `extractor` says what found the text, and is "feed-summary" where only the summary of a feed was read.
    """

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
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class NoArticle:
    """Why no article came out of what was fetched, in words for an editor.

    `reason` is one of empty, binary, too-large, wall, error-page, unreadable, scanned.
    """

    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something to read: a file's name or an address, its identity, and what is known of it beforehand."""

    identity: str
    location: str
    is_file: bool
    title: str = ""
    published: str | None = None
    claimed: str | None = None
