"""Takes one handed-in article through the steps: gather, call, save. Whatever goes wrong with an article is stored in words."""

import logging
from collections.abc import Callable
from dataclasses import replace

from billiard.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from initiatives.ingest import assistant, language_model, line
from initiatives.ingest import fetch as door
from initiatives.ingest.run import corrections, documents, gather, judging, rematch, save, work
from initiatives.ingest.run.sources import titles, walls
from initiatives.ingest.steps.extract.article import SUMMARY
from initiatives.ingest.steps.understand.relevance import Relevance
from initiatives.ingest.values import Article, Language, NoArticle, Understanding
from initiatives.ledger.series import load_rates
from initiatives.models import Edition, Intake

logger = logging.getLogger(__name__)

PASSING = ("busy", "asked-to-wait")
SERVER_ERRORS = 500
FIRST_WAIT_SECONDS = 120
NOT_ABOUT_AI = (
    "It is not about a national AI effort, as far as the line can tell. Only its title is kept. "
    "If that is wrong, press “It is about AI: read it” on the desk."
)


def fetch(intake_id: int) -> bool:
    """Fetches the bytes of an intake; True when they are there to be read. A failure is stored."""
    with work.claimed(intake_id, "fetch") as row:
        return work.has_bytes(intake_id) if row is None else guarded(row, fetched)


def understand(intake_id: int) -> None:
    """Reads an intake's bytes and leaves a draft, or says in words why there is none."""
    with work.claimed(intake_id, "extract") as row:
        if row is not None:
            guarded(row, read)


def guarded(row: Intake, step: Callable[[Intake], bool]) -> bool:
    """What the step answers; False when it raised, with the failure on the desk and in the log."""
    try:
        return step(row)
    except (OperationalError, InterfaceError):
        raise  # the database went away: nothing can be kept now, and the sweeper rings for the row again
    except SoftTimeLimitExceeded:
        work.fail(row, "Reading took longer than a worker may spend on one article. Hand in a shorter text of it, or enter it by hand.")
    except Exception:
        logger.exception("intake %s failed", row.pk)
        work.fail(
            row,
            f"Reading stopped at a fault of this program, which is in its log under the number {row.pk}. Try again, or enter the article by hand.",
        )
    return False


def fetched(row: Intake) -> bool:
    """Keeps the bytes behind the row's address; False when the door says why there are none."""
    answer = door.fetch(row.address, door.rules_from(settings))
    if isinstance(answer, door.Failure):
        put_off_or_fail(row, answer)
        return False
    work.keep(row, answer.body, answer.address, answer.content_type, answer.charset)
    return True


def put_off_or_fail(row: Intake, failure: door.Failure) -> None:
    """A server that is busy now is asked again later, twice; nobody waits for one that says no."""
    wait = wait_of(failure, row)
    if wait is None or row.attempts >= work.MOST_ATTEMPTS:
        tried = "" if row.attempts < 2 else f"Asked {row.attempts} times: "
        work.fail(row, f"{tried}{failure.with_way_out}")
    else:
        work.wait_until_asked(row, failure.words, wait)


def wait_of(failure: door.Failure, row: Intake) -> int | None:
    """Seconds until it is worth asking again, a day at most; None where it is not, or where a server that was left alone for a day asks for more."""
    passing = failure.kind in PASSING or (failure.kind == "status" and (failure.status or 0) >= SERVER_ERRORS and row.source_id is not None)
    wait = failure.retry_after_seconds or FIRST_WAIT_SECONDS * row.attempts**2
    longest = int(work.LONGEST_WAIT.total_seconds())
    return min(wait, longest) if passing and (wait <= longest or row.attempts <= 1) else None


def read(row: Intake) -> bool:
    """Takes the row's bytes through the line; True when a draft stands on the desk."""
    article = save.article_again(row) or documents.article_of(row)
    if isinstance(article, NoArticle):
        return without_article(row, article)
    titles.learned(row, article.title)
    if row.source_id is not None and article.extractor != SUMMARY:
        walls.opened(row.source_id)
    work.reached(row, "duplicates")
    if save.settled(row, article):
        return False
    work.reached(row, "relevance")
    relevance = wanted(row, article, judging.judged(row, article))
    if relevance.verdict == "no":
        work.finish(row, "rejected", NOT_ABOUT_AI)
        return False
    work.reached(row, "understand")
    return kept(row, article, understood(article, relevance))


def without_article(row: Intake, found: NoArticle) -> bool:
    """Ends the work with why there is no article; a wall may say something of the source too."""
    if found.reason == "wall":
        walls.met(row, found.message)
    work.fail(row, found.message)
    return False


def wanted(row: Intake, article: Article, relevance: Relevance) -> Relevance:
    """The judgement; what an editor set apart from its story, or what corrects an article that was read, is read whatever the line thinks of it."""
    if relevance.verdict != "no" or not (row.article_id or corrections.correction_of(article)):
        return relevance
    return replace(relevance, verdict="maybe")


def understood(article: Article, relevance: Relevance) -> Understanding:
    """Everything the line reads in the article."""
    context = gather.context(f"{timezone.now():%Y-%m-%d}")
    read_by_rules = line.understand(article, context, language(), load_rates(), relevance)
    return assistant.assisted(article, read_by_rules, assistant.service_from(settings))


def language() -> Language:
    """The language model, fed with the names of the current edition."""
    names = [name for known in gather.organizations() for name in (known.name, *known.aliases)]
    return language_model.load(settings.LANGUAGE_MODEL, Edition.objects.current_number(), names)


def kept(row: Intake, article: Article, understanding: Understanding) -> bool:
    """Stores the draft of an article that may be about a national AI effort."""
    work.reached(row, "match")
    found = rematch.matched(article, understanding)
    work.reached(row, "draft")
    return save.kept(row, found.value, found.edition)
