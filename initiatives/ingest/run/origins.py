"""Names the origin of a story anew when the report that its copies print comes in after them; must not move any draft."""

from urllib.parse import urlsplit

from initiatives.ingest.run import stories
from initiatives.ingest.steps.duplicates import credits_publisher
from initiatives.models import Article, StoryArticle

MOST_ASKED = 20  # of the copies, whether they credit the newcomer
WHOLE_DAY = len("2026-11-24")


def name_origin(row: Article) -> str:
    """Makes a copy the origin of its story where the others credit its publisher or were published later; why, in words, else empty.

    What an editor placed stays. The draft stays with the article that it was read from, since its evidence counts that text's characters.
    """
    place = stories.place_of(row)
    origin = place.origin if place is not None and place.tie == "copy" else None
    before = stories.place_of(origin) if origin is not None else None
    if place is None or origin is None or before is None or before.tie not in stories.OF_THEIR_OWN or before.placed_by_id is not None:
        return ""
    why = why_first(row, origin)
    if why:
        exchange(place, before, why)
    return why


def exchange(place: StoryArticle, before: StoryArticle, why: str) -> None:
    """Puts the newcomer first, and what stood first among its copies."""
    StoryArticle.objects.filter(origin=before.article_id).exclude(pk=place.pk).update(origin=place.article_id)
    said = f"“{place.article.title}” ({stories.named(place.article)}) came in later and is the origin: {why}"
    StoryArticle.objects.filter(pk=before.pk).update(tie="copy", origin=place.article_id, score=place.score, reason=said)
    reason = f"Its copies came in before it; it is the origin: {why} {place.reason}".strip()
    StoryArticle.objects.filter(pk=place.pk).update(tie=before.tie, origin=None, score=None, reason=reason)


def why_first(row: Article, origin: Article) -> str:
    """Why an article and not the one that was read first is the origin; empty where it is not."""
    if credits_publisher(row.text, publisher_of(origin)):
        return ""
    copies = Article.objects.filter(place__origin=origin, place__tie="copy").exclude(pk=row.pk).order_by("pk")[:MOST_ASKED]
    crediting = next((each for each in (origin, *copies) if credits_publisher(each.text, publisher_of(row))), None)
    if crediting is not None:
        return f"“{crediting.title}” ({stories.named(crediting)}) says that its report comes from {publisher_of(row)}."
    days = row.published or "", origin.published or ""
    is_earlier = all(len(day) == WHOLE_DAY for day in days) and days[0] < days[1]
    return f"it was published on {days[0]}, the other on {days[1]}." if is_earlier else ""


def publisher_of(row: Article) -> str:
    """The publisher's name; where that is unknown, the name in the host of the address."""
    host = (urlsplit(row.url).hostname or "").split(".")
    return row.publisher or (host[-2] if len(host) > 1 else "")
