"""Keeps what the line made of an article: one article, one draft, however often it is handed in."""

from django.db import connection, transaction
from django.urls import reverse

from initiatives.ingest.steps.duplicates import canonical_address, text_hash
from initiatives.ingest.values import Article as ArticleValue
from initiatives.ingest.values import DraftValue
from initiatives.models import Article, Draft, Initiative, Intake

SAVING_LOCK = 5_310_002  # advisory lock under which articles are stored one after another, so that copies meet
LONGEST_TITLE_CHARACTERS = 500


def known_copy(article: ArticleValue) -> Article | None:
    """The stored article with this address or this text that was read before, None when it is new to the line."""
    stored = Article.objects.filter(text_hash=text_hash(article)) | Article.objects.filter(url__in=addresses(article)).exclude(text="")
    return stored.filter(draft__isnull=False).select_related("draft").first()


def addresses(article: ArticleValue) -> list[str]:
    """The forms under which the article's address may be stored."""
    given = [address for address in (article.url, article.canonical_url) if address]
    return list(dict.fromkeys([*given, *(canonical_address(address) for address in given)]))


def known_in_words(known: Article) -> str:
    """Where the copy stands."""
    draft = known.draft
    where = f"draft {draft.pk}, {draft.get_state_display()}"
    return f"The same article was read before: {where} ({reverse('desk-draft', args=[draft.pk])})."


@transaction.atomic
def draft(row: Intake, value: DraftValue) -> Draft:
    """The stored draft. A copy that another worker stored in the meantime answers with that worker's draft."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SAVING_LOCK])
    known = known_copy(value.article)
    if known is not None:
        return known.draft
    return Draft.objects.create(
        article=stored(row, value.article),
        intake=row,
        initiative=Initiative.objects.filter(slug=value.initiative.slug).first() if value.initiative.slug else None,
        proposal=value.to_json(),
        doubtful=value.understanding.verdict == "maybe",
    )


def stored(row: Intake, article: ArticleValue) -> Article:
    """The article's row: the one that the record cites already, now with its text, or a new one."""
    known = Article.objects.filter(url__in=addresses(article)).first()
    if known is not None:
        Article.objects.filter(pk=known.pk).update(text=article.text, text_hash=text_hash(article))
        known.refresh_from_db()
        return known
    return Article.objects.create(
        url=article.url or row.address,
        title=article.title[:LONGEST_TITLE_CHARACTERS] or row.file_name,
        publisher=(article.publisher or "")[:200],
        klass=article.article_class,
        published=article.published,
        text=article.text,
        text_hash=text_hash(article),
    )


def draft_in_words(stored_draft: Draft) -> str:
    """What stands on the desk, and where."""
    return f"Draft {stored_draft.pk} stands on the desk: {reverse('desk-draft', args=[stored_draft.pk])}"
