"""From what one source writes of its items to items that can be compared with what was seen before; must not know a format."""

from collections.abc import Iterable

from initiatives.ingest.steps.discover.days import dated
from initiatives.ingest.steps.discover.identity import Identified, Raw, identified
from initiatives.ingest.values.feed import FeedItem
from initiatives.text import clean


def items_of(raw: Iterable[Raw], fetched: str) -> tuple[FeedItem, ...]:
    """The items, each once, the newest first; those without a day keep the source's order, before the others. `fetched` is the day of the visit."""
    given = [_item(item, fetched) for item in identified(item for item in raw if item.title or item.address or item.text)]
    return tuple(sorted(given, key=_newness, reverse=True))


def _newness(item: FeedItem) -> str:
    return item.published_at or f"{item.published or '9999'}T"


def _item(item: Identified, fetched: str) -> FeedItem:
    day = dated(item.raw.day, fetched)
    moment = day.moment
    return FeedItem(
        identity=item.identity,
        address=item.raw.address or None,
        is_own_address=item.is_own_address,
        title=item.raw.title,
        text=item.raw.text,
        published=day.published,
        claimed=day.claimed,
        published_at=f"{moment.at:%Y-%m-%dT%H:%M:%SZ}" if moment and moment.has_clock else None,
        zone_given=moment is None or moment.zone_given or not moment.has_clock,
        written=" ".join(clean(item.raw.day).text.split()),
    )
