"""Writes a publication: everything one decision adds to the record, in one transaction with its history, its count and its edition."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from initiatives import archive
from initiatives.ledger.confirming import mark_of
from initiatives.models import (
    Article,
    Comment,
    Draft,
    Edition,
    Funder,
    FundingEntry,
    Initiative,
    Participation,
    Point,
    Quantity,
    Reference,
    writing,
)
from initiatives.models.writing import Author
from initiatives.publication import ArticleToPublish, NotConfirmed, Publication, PublicationRefused
from initiatives.publish import parts
from initiatives.publish.planning import Plan, plan
from initiatives.recount import recount_families, recount_search

ARTICLE_COLUMNS = ("url", "title", "publisher", "klass", "published", "rests_on")
GIVEN_ELSEWHERE = {
    "search_name",
    "search_body",
    "search_vector",
    "key",
    "order",
    "entry",
    "initiative",
    "source",
    "article",
    "related_to",
    "organization",
}


@transaction.atomic
def publish(publication: Publication, by: User | None, reason: str, draft: Draft | None = None, confirmed: str | None = None) -> Edition:
    """The edition that it made. Publications follow one another; raises PublicationRefused with every fault, and then nothing was written.

    `confirmed` is the mark of the questions that an editor said yes to, None where they were asked before; raises NotConfirmed for others."""
    Edition.objects.lock()
    made = plan(publication)
    questions = tuple(dict.fromkeys(made.to_confirm))
    if confirmed is not None and not made.faults and mark_of(questions) not in ("", confirmed):
        raise NotConfirmed(questions)
    author = Author(by.pk if by else None, reason)
    if not made.faults:
        _write(publication, made, author, draft)
    if made.faults:
        raise PublicationRefused(tuple(made.faults))
    edition = Edition.objects.next(reason, by)
    recount_families([entry.key for entry in made.entries])
    recount_search(Initiative.objects.filter(slug=made.slug).values_list("pk", flat=True))
    archive.keep(edition.number)
    return edition


def _write(publication: Publication, made: Plan, author: Author, draft: Draft | None) -> None:
    """All rows are checked before the caller lets the transaction end; a fault undoes what was written by then."""
    source = _article(publication.article, draft, author, made)
    initiative = _initiative(publication, made, author)
    if made.faults:
        return
    _cite(initiative, source, author)
    organizations = parts.Organizations(author)
    entries = parts.entries(publication, made, initiative, source)
    _add(FundingEntry, "entries", entries, author, made)
    _add(Funder, "funders", parts.funders(publication, entries, organizations), author, made)
    _add(Participation, "participations", parts.participations(publication, initiative, source, organizations), author, made)
    _add(Comment, "comments", parts.comments(publication, initiative, source), author, made)
    _add(Point, "points", parts.points(publication, initiative, source), author, made)
    _add(Quantity, "quantities", parts.quantities(publication, initiative, source), author, made)


def _add(model: type[models.Model], part: str, rows: Iterable[models.Model], author: Author, made: Plan) -> None:
    listed = list(rows)
    for index, row in enumerate(listed):
        _check(row, f"{part}-{index}-", made)
    if not made.faults:
        writing.add(model, listed, author)


def _check(row: Any, where: str, made: Plan) -> None:
    """What the columns allow: lengths, words, days."""
    try:
        row.clean_fields(exclude=GIVEN_ELSEWHERE)
    except ValidationError as error:
        for column, messages in error.message_dict.items():
            made.fault(f"{where}{column}", getattr(row, column), " ".join(messages))


def _article(wanted: ArticleToPublish, draft: Draft | None, author: Author, made: Plan) -> Article:
    """The article's row: the draft's, or the one of this address, brought to what was decided."""
    other = Article.objects.filter(url=wanted.url).first()
    row = draft.article if draft is not None else other
    if row is None:
        row = Article(**{column: getattr(wanted, column) for column in ARTICLE_COLUMNS}, text=wanted.text)
        _check(row, "article-", made)
        if not made.faults:
            writing.add(Article, [row], author)
        return row
    if other is not None and other != row:
        made.fault(
            "article-url", wanted.url, f"another article of the record has this address: “{other.title}”. Publish from that one, or mend the address."
        )
        return row
    _bring(row, wanted, author, made)
    return row


def _bring(row: Article, wanted: ArticleToPublish, author: Author, made: Plan) -> None:
    columns = [column for column in ARTICLE_COLUMNS if getattr(row, column) != getattr(wanted, column)]
    if wanted.text and row.text != wanted.text:
        columns.append("text")
    for column in columns:
        setattr(row, column, getattr(wanted, column))
    _check(row, "article-", made)
    if columns and not made.faults:
        writing.change(Article, [row], columns, author)


def _initiative(publication: Publication, made: Plan, author: Author) -> Initiative:
    if publication.new_initiative is None:
        Initiative.objects.filter(slug=made.slug).update(changed_at=timezone.now())
        return Initiative.objects.get(slug=made.slug)
    new = publication.new_initiative
    row = Initiative(
        slug=made.slug,
        name=new.name,
        countries=list(new.countries),
        kind=new.kind,
        status=new.status,
        announced=new.announced,
        summary=new.summary,
        themes=list(new.themes),
    )
    _check(row, "initiative-", made)
    if not made.faults:
        writing.add(Initiative, [row], author)
    return row


def _cite(initiative: Initiative, source: Article, author: Author) -> None:
    if not initiative.references.filter(article=source).exists():
        writing.add(Reference, [Reference(initiative=initiative, article=source, order=parts.following(initiative.references.all()))], author)
