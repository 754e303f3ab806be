"""From the bytes of an intake to an article, or to why there is none; must not decide what the article is about."""

from django.utils import timezone

from initiatives.ingest.steps.extract import Fetched, extract
from initiatives.ingest.values import Article, NoArticle
from initiatives.models import Intake


def article_of(row: Intake) -> Article | NoArticle:
    """What the row's bytes hold."""
    return extract(fetched_of(row))


def fetched_of(row: Intake) -> Fetched:
    """The row's bytes with what is known beside them."""
    address = None if row.address.startswith("file:") else row.address
    return Fetched(
        body=bytes(row.body or b""),
        url=address,
        content_type=row.content_type,
        charset=row.charset or None,
        published=row.claimed_published,
        fetched=f"{timezone.now():%Y-%m-%d}",
    )
