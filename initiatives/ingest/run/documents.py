"""From the bytes of an intake to an article, or to why there is none; must not decide what the article is about."""

from django.utils import timezone

from initiatives.ingest.run import portable_document
from initiatives.ingest.steps.extract import Fetched, extract, extract_printed
from initiatives.ingest.values import Article, NoArticle
from initiatives.models import Intake


def article_of(row: Intake) -> Article | NoArticle:
    """What the row's bytes hold. A PDF is known by its mark, whatever name or kind it comes under."""
    fetched = fetched_of(row)
    if not portable_document.is_portable_document(fetched.body):
        return extract(fetched)
    document = portable_document.read(fetched.body)
    return document if isinstance(document, NoArticle) else extract_printed(document, fetched)


def fetched_of(row: Intake) -> Fetched:
    """The row's bytes with what is known beside them."""
    address = None if row.address.startswith("file:") else row.address
    return Fetched(
        body=bytes(row.body or b""),
        url=address,
        content_type=row.content_type,
        charset=row.charset or None,
        title=row.claimed_title,
        summary=row.claimed_summary,
        published=row.claimed_published,
        fetched=f"{timezone.now():%Y-%m-%d}",
        day_by_hand=bool(row.claimed_published) and row.source_id is None,
    )
