"""Celery's doorbells: each takes a key and calls the shell; safe to ring twice. They must not think."""

from celery import shared_task
from celery.contrib.django.task import DjangoTask

from initiatives.ingest import run


@shared_task(base=DjangoTask)
def fetch_article(intake_id: int) -> None:
    """Fetches the article of an intake, and rings for its reading when there is something to read."""
    if run.fetch(intake_id):
        understand_article.delay(intake_id)


@shared_task(base=DjangoTask)
def understand_article(intake_id: int) -> None:
    """Takes a handed-in article through the line and leaves a draft, or a failure in words."""
    run.understand(intake_id)


@shared_task(base=DjangoTask)
def sweep() -> None:
    """Rings again for work whose ring or worker was lost."""
    for intake_id, to_fetch in run.ring_again():
        (fetch_article if to_fetch else understand_article).delay(intake_id)
