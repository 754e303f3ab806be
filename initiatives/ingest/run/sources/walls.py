"""Sources that answer themselves while their articles stand behind a wall: shown as blocked, with since when."""

from django.db.models import Q
from django.utils import timezone

from initiatives.ingest.steps.extract.walls import WALLED
from initiatives.models import Intake, Source

READ = ("done", "rejected", "duplicate")
_IS_WALLED = Q(state="failed", message__startswith=WALLED[0], message__contains=WALLED[1])


def met(row: Intake, words: str) -> None:
    """An article of a source stood behind a wall. One among articles that can be read says nothing of the source; two in a row, or the first of all,
    do. A blocked source goes on being visited; its state says what an editor has to know."""
    if row.source_id is None or not _in_a_row(row):
        return
    now = timezone.now()
    Source.objects.filter(pk=row.source_id, articles_walled_since=None).update(articles_walled_since=now)
    source = Source.objects.get(pk=row.source_id)
    if source.state in ("new", "healthy", "blocked"):
        since = source.articles_walled_since or now
        Source.objects.filter(pk=source.pk).update(state="blocked", state_since=since, message=in_words(source, words))


def opened(source_id: int) -> None:
    """An article of the source was read from its page."""
    walled = Source.objects.filter(pk=source_id).exclude(articles_walled_since=None)
    walled.filter(state="blocked").update(state="healthy", state_since=timezone.now(), message="Its articles can be read again.")
    walled.update(articles_walled_since=None)


def in_words(source: Source, words: str = "") -> str:
    """What the desk says of it."""
    since = timezone.localtime(source.articles_walled_since or timezone.now())
    return f"Its last articles stood behind a wall, the first of them on {since:%-d %b %Y}. New ones are tried all the same. {words}".strip()


def _in_a_row(row: Intake) -> bool:
    """Whether the article of the source that was tried before this one was walled too, or there was none."""
    others = Intake.objects.filter(_IS_WALLED | Q(state__in=READ), source=row.source_id, finished_at__isnull=False).exclude(pk=row.pk)
    last = others.order_by("-finished_at", "-pk").values_list("pk", "state").first()
    return last is None or last[1] == "failed"
