"""The article of an announcement: as it would be kept, with the words behind the sum; what is kept of it already stays."""

from initiatives.models import Article
from initiatives.publication import ArticleToPublish, Passage
from initiatives.review.announcing.typed import Typed
from initiatives.review.reader import Reader


def article_of(typed: Typed, published: str, reader: Reader) -> tuple[ArticleToPublish, Passage | None]:
    """The article with the words that are kept of it: those that were pasted, else its title; what is kept of it already stays."""
    url = reader.address("url", typed.url)
    title = reader.text("title", typed.title, "give the title under which the source says it.")
    kept = Article.objects.filter(url=url).exclude(text="").values_list("text", flat=True).first() if url else None
    text = kept or typed.pasted or title
    article = ArticleToPublish(url, title, typed.publisher, typed.klass, published or None, "", text)
    return article, passage(typed, text)


def passage(typed: Typed, text: str) -> Passage | None:
    """The words behind the sum, where they stand in the text that is kept; None for what was typed from nothing."""
    start, _, end = typed.passage.partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        return None
    words = typed.pasted[int(start) : int(end)]
    at = int(start) if text == typed.pasted else text.find(words)
    return Passage(at, at + len(words), words) if words and at >= 0 else None
