"""Judges with the classifier in use whether an article is about a national AI effort, and keeps the judgement on its row."""

from initiatives.ingest.steps.understand.relevance import Relevance, judge
from initiatives.ingest.values import Article
from initiatives.models import Intake


def judged(row: Intake, article: Article) -> Relevance:
    """The judgement, kept on the row with its version."""
    found = judge(article)
    Intake.objects.filter(pk=row.pk).update(verdict=found.verdict, relevance=found.score, judged_by=found.version)
    return found
