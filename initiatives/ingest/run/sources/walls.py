"""Sources that answer themselves while their articles stand behind a wall: shown as blocked, with since when."""

from django.utils import timezone

from initiatives.models import Source


def met(source_id: int, words: str) -> None:
    """An article of the source stood behind a wall. The source goes on being visited; its state says what an editor has to know."""
    now = timezone.now()
    Source.objects.filter(pk=source_id, articles_walled_since=None).update(articles_walled_since=now)
    source = Source.objects.get(pk=source_id)
    if source.state in ("new", "healthy", "blocked"):
        since = source.articles_walled_since or now
        Source.objects.filter(pk=source_id).update(state="blocked", state_since=since, message=in_words(source, words))


def opened(source_id: int) -> None:
    """An article of the source was read from its page."""
    walled = Source.objects.filter(pk=source_id).exclude(articles_walled_since=None)
    walled.filter(state="blocked").update(state="healthy", state_since=timezone.now(), message="Its articles can be read again.")
    walled.update(articles_walled_since=None)


def in_words(source: Source, words: str = "") -> str:
    """What the desk says of it."""
    since = timezone.localtime(source.articles_walled_since or timezone.now())
    return f"Its articles have stood behind a wall since {since:%-d %b %Y}, so they are not read. {words}".strip()
