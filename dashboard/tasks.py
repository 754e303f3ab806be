"""Celery's doorbells of the pages: pictures and briefings, made by the worker that has the browser."""

import logging

from celery import shared_task
from celery.contrib.django.task import DjangoTask
from django.core.cache import cache
from django.db.models import Max
from django.http import QueryDict

from dashboard import charts
from dashboard.briefings import make, upkeep
from dashboard.exports import as_image, picture_cache
from dashboard.exports.browser import PictureFailed
from dashboard.exports.looks import USUAL_SCALE, Look
from dashboard.filters import Filters
from dashboard.queries import editions
from dashboard.queries.deployment import version
from dashboard.queries.readiness import state_of
from initiatives import archive
from initiatives.models import EditionPart

log = logging.getLogger(__name__)

PREPARED = "pictures-prepared"  # the state of the record, and the code, whose pictures are made
PREPARED_SECONDS = 3600
PUT_BACK = "edition-put-back"


@shared_task(acks_late=True)
def draw_picture(slug: str, query: str, extension: str, address: str, shape: str = "", scale: int = USUAL_SCALE, code: str = "") -> None:
    """Makes one picture and keeps it; a failure is left in words for the reader who waits."""
    look = Look(shape, scale)
    try:
        as_image.make_and_keep(slug, query, extension, address, look, code)
    except PictureFailed as error:
        log.warning("%s.%s was not made: %s", slug, extension, error)
        with state_of(QueryDict(query)) as filters:
            key = as_image.key_of(charts.get(slug), filters, extension, address, look, code)
        picture_cache.put_failure(key, str(error))


@shared_task(acks_late=True)
def prepare_pictures() -> None:
    """Makes the pictures of the default views once an edition is new; rung every minute, and most times there is nothing to do."""
    edition = f"{editions.newest().stamp}-{version()}"
    if cache.get(PREPARED) == edition or not cache.add(f"{PREPARED}-{edition}", True, PREPARED_SECONDS):
        return
    for chart in charts.ALL:
        draw_picture.delay(chart.slug, "", "png", as_image.address_of(chart, Filters()))
    cache.set(PREPARED, edition, None)


@shared_task(acks_late=True)
def prepare_earlier_edition() -> None:
    """Puts the edition before the newest back, with which most readers compare, so that none of them waits; rung every minute, mostly for nothing."""
    earlier = EditionPart.objects.filter(edition__lt=editions.newest().number).aggregate(number=Max("edition"))["number"]
    if earlier is not None and cache.add(f"{PUT_BACK}-{earlier}", True, PREPARED_SECONDS):
        archive.put_back(earlier)


@shared_task(base=DjangoTask, acks_late=True)
def make_briefing(making_id: int) -> None:
    """Makes what is left of a briefing; safe to ring twice."""
    make.work_on(making_id)


@shared_task(base=DjangoTask, acks_late=True)
def ring_for_briefings() -> None:
    """Rings again for makings whose ring or worker was lost, and for those whose week is over."""
    for making_id in upkeep.to_ring():
        make_briefing.delay(making_id)


@shared_task(base=DjangoTask, acks_late=True)
def sweep_briefings() -> None:
    """Takes away briefings that nobody uses."""
    gone = upkeep.sweep()
    if gone:
        log.info("%s rows of briefings that nobody uses are gone", gone)
