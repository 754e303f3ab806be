"""Judges with the classifier in use whether an article is about a national AI effort, and keeps the judgement on its row."""

from django.conf import settings

from initiatives.ingest import embedding_model
from initiatives.ingest.run import classifiers
from initiatives.ingest.steps.duplicates import text_hash
from initiatives.ingest.steps.understand.relevance import Relevance, judge
from initiatives.ingest.steps.understand.relevance.classifier import packed
from initiatives.ingest.values import Article, Vector
from initiatives.models import Intake, RelevanceExample

EDITOR = "editor"  # stands as the version where an editor said that the article is to be read
LONGEST_TITLE_CHARACTERS = 500


def judged(row: Intake, article: Article) -> Relevance:
    """The judgement, kept on the row with its version, title, hash and embedding. What an editor sent past the gate is a hit."""
    found, embedding = judgement(article)
    if row.judged_by == EDITOR:
        RelevanceExample.objects.filter(text_hash=row.text_hash, keyword_score=None).update(keyword_score=found.keywords)
        found = Relevance("yes", 1.0, EDITOR, found.keywords)
    keep(row, article, found, embedding)
    return found


def judgement(article: Article) -> tuple[Relevance, Vector | None]:
    """The judgement of an article and its embedding, None where no embedding model is installed. Stores nothing."""
    model = embedding_model.load(settings.EMBEDDING_MODEL)
    embedding = model.embed(article)
    classifier = None if embedding is None else classifiers.in_use(model.name)
    return judge(article, embedding, classifier), embedding


def keep(row: Intake, article: Article, found: Relevance, embedding: Vector | None) -> None:
    """Keeps on the row what a later decision needs."""
    Intake.objects.filter(pk=row.pk).update(
        verdict=found.verdict,
        relevance=found.score,
        judged_by=found.version,
        title=article.title[:LONGEST_TITLE_CHARACTERS],
        text_hash=text_hash(article),
        embedding=None if embedding is None else packed(embedding),
    )
