"""Keeps what the line made of an article: one article, one draft, however often it is handed in; a copy is kept in its story without one."""

from django.db import connection, transaction
from django.urls import reverse

from initiatives.ingest.run import corrections, origins, rematch, retellings, stories, work
from initiatives.ingest.run.consequence import consequence_of
from initiatives.ingest.run.stories import Found, Tie
from initiatives.ingest.steps import duplicates
from initiatives.ingest.steps.doubt import doubt_of
from initiatives.ingest.steps.extract.languages import ENGLISH, written_in
from initiatives.ingest.values import Article as ArticleValue
from initiatives.ingest.values import DraftValue, Understanding
from initiatives.models import Article, Draft, Initiative, Intake

SAVING_LOCK = 5_310_002  # advisory lock under which articles are stored one after another, so that copies meet
LONGEST_TITLE_CHARACTERS = 500
LONGEST_PUBLISHER_CHARACTERS = 200
LONGEST_BEFORE_MARK_CHARACTERS = 1970
MARK_CHARACTERS = 12


def article_again(row: Intake) -> ArticleValue | None:
    """The stored article that an editor wants read as one that stands apart; None for what comes from outside."""
    return stories.value_of(row.article) if row.article is not None else None


@transaction.atomic
def settled(row: Intake, article: ArticleValue) -> bool:
    """Whether the article is a copy that says nothing further; then it is kept in its story, and the row ends with where that is."""
    one_after_another()
    found = None if row.article_id else stories.find(article)
    if found is None or found.news.needs_a_draft:
        return False
    keep_copy(row, article, found)
    return True


@transaction.atomic
def kept(row: Intake, value: DraftValue, edition: int | None = None) -> bool:
    """Stores the draft and ends the row; False when another worker stored the same in the meantime, and this one became its copy. `edition` is the
    one that it was matched with; without it the draft is matched again."""
    one_after_another()
    found = None if row.article_id else stories.find(value.article)
    if found is not None and not found.news.needs_a_draft:
        keep_copy(row, value.article, found)
        return False
    correction = None if found or row.article_id else corrections.correction_of(value.article)
    tie = Tie() if row.article_id else correction or stories.tie_of(value.understanding, found) or retellings.tie_of(value) or Tie()
    if tie.tie == "copy" or correction:
        value = corrections.with_replacement(value, tie, correction is not None)
    draft = drafted(row, corrections.with_known_corrections(value), tie, edition)
    work.finish(row, "done", draft_in_words(draft), draft.article_id)
    return True


def one_after_another() -> None:
    """Lets no other worker look for copies or store any until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SAVING_LOCK])


def keep_copy(row: Intake, article: ArticleValue, found: Found) -> None:
    """Keeps a copy in the story of its origin. The same article at the same address is there already."""
    if found.known.url not in stories.addresses(article):
        copy = stored(row, article)
        stories.place(copy, stories.copied(found))
        first = origins.name_origin(copy)
    else:
        copy, first = found.known, ""
    named = f"It is the origin of what was read before: {first}" if first else ""
    work.finish(row, "duplicate", f"{known_in_words(found)} {named}".strip(), copy.pk)


def drafted(row: Intake, value: DraftValue, tie: Tie, edition: int | None) -> Draft:
    """The stored draft, its article placed in its story."""
    article = stored(row, value.article, value.understanding)
    stories.place(article, tie)
    origins.name_origin(article)
    stories.gather_citing(article, value.understanding.money)
    corrections.gather_corrections(article, value.article)
    is_told_beside = tie.beside is not None and rematch.told_beside(article)
    return Draft.objects.create(
        article=article,
        intake=row,
        initiative=Initiative.objects.filter(slug=value.initiative.slug).first() if value.initiative.slug else None,
        proposal=value.to_json(),
        doubtful=value.understanding.verdict == "maybe",
        consequence=consequence_of(value),
        doubt=doubt_of(value),
        matched_with=None if is_told_beside else edition,  # with what its story brought to the record
    )


def stored(row: Intake, article: ArticleValue, understanding: Understanding | None = None) -> Article:
    """The article's row with its bands: the one that the record cites already, now with its text, or a new one."""
    known = row.article or Article.objects.filter(url__in=stories.addresses(article) or [row.address]).first()
    if known is None or known.text not in ("", article.text):
        known = Article.objects.create(
            url=free_address(row, article, known),
            title=article.title[:LONGEST_TITLE_CHARACTERS] or row.file_name,
            publisher=(article.publisher or "")[:LONGEST_PUBLISHER_CHARACTERS],
            klass=article.article_class,
            published=article.published,
            rests_on=rests_on(understanding),
        )
    Article.objects.filter(pk=known.pk).update(text=article.text, text_hash=duplicates.text_hash(article))
    known.refresh_from_db()
    stories.keep_bands(known)
    return known


def free_address(row: Intake, article: ArticleValue, taken_by: Article | None) -> str:
    """The article's address; where another text was read at it, with a mark of this one's text, which leads a reader to the same page."""
    address = article.url or row.address
    mark = f"#text-{duplicates.text_hash(article)[:MARK_CHARACTERS]}"
    return address if taken_by is None else f"{address.split('#')[0][:LONGEST_BEFORE_MARK_CHARACTERS]}{mark}"


def rests_on(understanding: Understanding | None) -> str:
    """The report that the article names first as its source, empty where it names none."""
    attributions = understanding.attributions if understanding else ()
    return attributions[0].publisher[:LONGEST_PUBLISHER_CHARACTERS] if attributions else ""


def known_in_words(found: Found) -> str:
    """What the copy is a copy of, and where that stands."""
    known = found.known
    like = "The same text as" if found.likeness == 1 else f"A copy of ({stories.percent(found.likeness)} alike)"
    return f"{like} “{known.title}” ({stories.named(known)}), which was read before: {where(found)}. {found.news.in_words()}".strip()


def where(found: Found) -> str:
    """The story and the draft in which a copy stands."""
    story = stories.place(found.origin, Tie()).story
    parts = [f"it stands in story {story.pk} ({reverse('desk-story', args=[story.pk])})"]
    told = Draft.objects.filter(article__in=[found.known, found.origin]).order_by("pk").first()
    draft = told or Draft.objects.filter(article__place__story=story).order_by("pk").first()
    if draft is not None:
        parts.append(f"draft {draft.pk}, {draft.get_state_display()} ({reverse('desk-draft', args=[draft.pk])})")
    return ", ".join(parts)


def draft_in_words(stored_draft: Draft) -> str:
    """What stands on the desk, and where; and in which language it is written, where that is not English."""
    where = f"Draft {stored_draft.pk} stands on the desk: {reverse('desk-draft', args=[stored_draft.pk])}"
    language = stored_draft.proposal["article"]["language"]
    return where if language == ENGLISH else f"{written_in(language)}, so it is on the maybe list. {where}"
