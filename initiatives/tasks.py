"""Celery's doorbells: each takes a key and calls the shell; safe to ring twice. They must not think."""

from celery import shared_task
from celery.contrib.django.task import DjangoTask

from initiatives import review
from initiatives.importing import run as importing
from initiatives.importing import work as imports
from initiatives.ingest import run
from initiatives.ingest.run import training
from initiatives.publish import later as taking_back

BEHIND_OTHERS = 6  # of 0 to 9; what is rung for without a number comes first


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
        (fetch_article if to_fetch else understand_article).apply_async((intake_id,), priority=BEHIND_OTHERS)


@shared_task(base=DjangoTask)
def visit_source(source_id: int) -> None:
    """Visits a source, and rings for each new article that it shows; they come behind visits and behind what people hand in."""
    visited = run.visit_source(source_id)
    for intake_id in visited.to_fetch:
        fetch_article.apply_async((intake_id,), priority=BEHIND_OTHERS)
    for intake_id in visited.to_read:
        understand_article.apply_async((intake_id,), priority=BEHIND_OTHERS)


@shared_task(base=DjangoTask)
def ring_due_sources() -> None:
    """Rings for every source whose next visit has come."""
    for source_id in run.due_sources():
        visit_source.delay(source_id)


@shared_task(base=DjangoTask)
def train_relevance(asked: bool = False) -> None:
    """Trains the classifier of relevance where enough was decided since the last time, or where an editor asked."""
    if asked or training.is_due():
        training.train_now()


@shared_task(base=DjangoTask)
def match_open_drafts() -> None:
    """Matches some open drafts that are behind the record again, and rings for the next while there are any."""
    if review.match_some_again():
        match_open_drafts.apply_async(priority=BEHIND_OTHERS)


@shared_task(base=DjangoTask, acks_late=True)
def work_on_import(import_id: int) -> None:
    """Checks or stores a spreadsheet; safe to ring twice."""
    importing.work_on(import_id)


@shared_task(base=DjangoTask, acks_late=True)
def ring_for_imports() -> None:
    """Rings again for spreadsheets whose ring or worker was lost."""
    for import_id in imports.ring_again():
        work_on_import.delay(import_id)


@shared_task(base=DjangoTask, acks_late=True)
def drop_old_imports() -> None:
    """Forgets the files of old imports."""
    imports.drop_old_files()


@shared_task(base=DjangoTask, acks_late=True)
def take_back_edition(taking_back_id: int) -> None:
    """Takes a large edition back; safe to ring twice. The drafts that wait are matched again afterwards."""
    if taking_back.carry_out(taking_back_id):
        match_open_drafts.apply_async(priority=BEHIND_OTHERS)


@shared_task(base=DjangoTask, acks_late=True)
def ring_for_taking_back() -> None:
    """Rings again for editions to be taken back whose ring or worker was lost."""
    for taking_back_id in taking_back.ring_again():
        take_back_edition.delay(taking_back_id)
