"""Takes the new items of a source in: each is kept once, and what is not known by its address already waits as an intake."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from initiatives.ingest.steps.discover import address_hash
from initiatives.ingest.steps.discover.identity import MARK
from initiatives.ingest.steps.duplicates import canonical_address
from initiatives.ingest.values.feed import Feed, FeedItem
from initiatives.models import Article, Intake, Source, SourceItem

TAKING_LOCK = 5_310_004  # advisory lock under which items are taken in one source after another, so that one address makes one intake
MOST_OF_FIRST_VISIT = 20  # the newest; a feed that was just added must not bury the desk
MOST_OF_A_VISIT = 100
LONGEST_TITLE = 500  # characters that are kept
LONGEST_CLAIM, NO_ZONE = 100, " (no zone: UTC)"  # characters of a date as written, and what stands behind one without a time zone
SHORTEST_TEXT = 40  # characters of title and text; below, an item without a page of its own says nothing


@dataclass(frozen=True, slots=True)
class Visited:
    """Intakes that a visit made: those to be fetched and those whose text came with the feed."""

    to_fetch: tuple[int, ...] = ()
    to_read: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in: how many items were new, how many became intakes, were known elsewhere, are only kept in mind, or say nothing."""

    new: int = 0
    known: int = 0
    only_kept: int = 0
    without_words: int = 0
    visited: Visited = Visited()

    def in_words(self, feed: Feed | None) -> str:
        """What the visit found, for the desk."""
        if feed is None:
            return ""
        made = len(self.visited.to_fetch) + len(self.visited.to_read)
        parts = [f"It holds {counted(len(feed.items), 'item')}, {self.new or 'none'} of them new."]
        parts += [f"{made} to be read."] if made else []
        parts += [f"{self.known} known from elsewhere and not fetched again."] if self.known else []
        parts += (
            [f"{counted(self.only_kept, 'older one')} {'is' if self.only_kept == 1 else 'are'} kept in mind and not read."] if self.only_kept else []
        )
        parts += [f"{self.without_words} with neither a page nor a text of their own."] if self.without_words else []
        unzoned = sum(not item.zone_given for item in feed.items)
        parts += [f"{counted(unzoned, 'date')} without a time zone, read as UTC."] if unzoned else []
        parts += [f"{feed.left_out} beyond the newest are left out."] if feed.left_out else []
        parts += [f"Note: {'; '.join(feed.notes)}."] if feed.notes else []
        return " ".join(parts)


def take_in(source: Source, feed: Feed, first: bool) -> Taken:
    """Keeps each item that this source had not shown before, and makes intakes of the newest. Runs within the transaction of the visit."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TAKING_LOCK])
    new = unseen(source, feed.items)
    most = MOST_OF_FIRST_VISIT if first else MOST_OF_A_VISIT
    chosen = [item for item in new[:most] if says_something(item)]
    made, stored = intakes_of(source, chosen)
    rows = [item_row(source, item, made.get(item.identity) or stored.get(item.identity)) for item in new]
    SourceItem.objects.bulk_create(rows, batch_size=1000)
    fetch = tuple(row.pk for row in made.values() if row.body is None)
    read = tuple(row.pk for row in made.values() if row.body is not None)
    return Taken(len(new), len(chosen) - len(made), len(new[most:]), len(new[:most]) - len(chosen), Visited(fetch, read))


def says_something(item: FeedItem) -> bool:
    """Whether there is anything to read: a page of its own, or words that came with the feed."""
    return item.is_own_address or len(item.title) + len(item.text) >= SHORTEST_TEXT


def unseen(source: Source, items: Sequence[FeedItem]) -> list[FeedItem]:
    """The items whose identity is new to the source, and whose own address is: a feed that renames its items shows nothing new."""
    identities = {item.identity for item in items}
    addresses = {item.address for item in items if item.is_own_address}
    known = SourceItem.objects.filter(source=source)
    seen = set(known.filter(identity__in=identities).values_list("identity", flat=True))
    seen_addresses = set(known.filter(address__in=addresses).values_list("address", flat=True))
    return [item for item in items if item.identity not in seen and not (item.is_own_address and item.address in seen_addresses)]


def intakes_of(source: Source, items: Sequence[FeedItem]) -> tuple[dict[str, Intake], dict[str, Intake | None]]:
    """New intakes by the identity of their item, and for the items whose address is known already the intake there is."""
    hashes = {item.identity: address_hash(where(source, item)) for item in items}
    known: dict[str, Intake | None] = dict.fromkeys(read_articles(source, items))
    known |= {row.address_hash: row for row in Intake.objects.filter(address_hash__in=hashes.values()).defer("body")}
    stored = {item.identity: known[hashes[item.identity]] for item in items if hashes[item.identity] in known}
    fresh = {hashes[item.identity]: item for item in reversed(items) if item.identity not in stored}
    made = Intake.objects.bulk_create([intake_of(source, item) for item in reversed(fresh.values())])
    return {item.identity: row for item, row in zip(reversed(fresh.values()), made, strict=True)}, stored


def read_articles(source: Source, items: Sequence[FeedItem]) -> set[str]:
    """The hashes of those addresses whose article was read, whichever way it came in."""
    forms = {form for item in items for form in (where(source, item), canonical_address(where(source, item)))}
    return {address_hash(url) for url in Article.objects.filter(url__in=forms).exclude(text="").values_list("url", flat=True)}


def intake_of(source: Source, item: FeedItem) -> Intake:
    """An intake that waits for its page, or one that carries the item's text where no page is its own."""
    row = Intake(
        address=where(source, item),
        address_hash=address_hash(where(source, item)),
        source=source,
        claimed_published=item.published,
        claimed_title=item.title[:LONGEST_TITLE],
        claimed_summary=item.text,
        step="fetch",
    )
    if not item.is_own_address:
        row.body, row.content_type, row.charset, row.step = f"{item.title}\n\n{item.text}".encode(), "text/plain", "utf-8", "extract"
    return row


def item_row(source: Source, item: FeedItem, intake: Intake | None) -> SourceItem:
    """The item as it is kept."""
    return SourceItem(
        source=source,
        identity=item.identity,
        address=where(source, item),
        title=(item.title or known_title(intake))[:LONGEST_TITLE],
        published=item.published,
        claimed=as_claimed(item),
        intake=intake,
    )


def as_claimed(item: FeedItem) -> str:
    """The date as written, where it could not be used, or was read as UTC because it names no time zone."""
    return (item.claimed or "")[:LONGEST_CLAIM] if item.zone_given or item.claimed else f"{item.written[: LONGEST_CLAIM - len(NO_ZONE)]}{NO_ZONE}"


def known_title(intake: Intake | None) -> str:
    """The title under which the item's article was read before, where it came another way."""
    return (intake.title or intake.claimed_title) if intake else ""


def where(source: Source, item: FeedItem) -> str:
    """The item's own address; else the one it shares, with a mark of its own behind it."""
    if item.is_own_address and item.address:
        return item.address
    return f"{item.address or source.address}{MARK}{item.identity[:12]}"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number or 'no'} {noun}s"
