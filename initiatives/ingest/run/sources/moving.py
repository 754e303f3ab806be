"""Moves a source to another address: a permanent redirect, or from a page to the feed that it names."""

from initiatives.ingest.run.sources.adding import LONGEST_NAME, host_of, source_at
from initiatives.ingest.run.sources.outcomes import Outcome
from initiatives.ingest.values.feed import Feed
from initiatives.models import Source

MOST_FORMER = 20


def known_feed(source: Source, page: Feed) -> Source | None:
    """Another source that is the page's first feed."""
    known = source_at(page.feeds[0].address)
    return known if known and known.pk != source.pk else None


def moved_onto(source: Source, outcome: Outcome) -> Source | None:
    """Another source that stands at the address to which this one has moved for good."""
    known = source_at(outcome.moved_to) if outcome.moved_to and not outcome.failed else None
    return known if known and known.pk != source.pk else None


def to_feed(source: Source, page: Feed) -> None:
    """The source goes on as the page's first feed; the page's other feeds join the list, turned off."""
    first, *others = page.feeds
    if source.name == host_of(source.address) and page.title:
        source.name = page.title[:LONGEST_NAME]
        source.save(update_fields=["name"])
    move(source, first.address)
    for feed in others:
        if source_at(feed.address) is None:
            name = feed.title or f"{source.name}: {feed.address}"
            message = f"It was found beside “{source.name}” and is off. Turn it on to have it visited."
            Source.objects.create(
                address=feed.address, name=name[:LONGEST_NAME], watched=False, klass=source.klass, country=source.country, message=message
            )


def move(source: Source, address: str) -> None:
    """Keeps the new address, and the one before it among the former ones."""
    former = [*source.former_addresses, source.address][-MOST_FORMER:]
    source.address, source.former_addresses, source.etag, source.last_modified, source.body_hash = address, former, "", "", ""
    source.save(update_fields=["address", "former_addresses", "etag", "last_modified", "body_hash"])


def told_apart(source: Source, outcome: Outcome, known: Source) -> Outcome:
    """The source is off, since another one in the list is the same feed."""
    source.watched = False
    source.save(update_fields=["watched"])
    words = f"Its feed is in the list already as “{known}”, so this one was turned off."
    return Outcome("known", "healthy", words, status=outcome.status, size=outcome.size)
