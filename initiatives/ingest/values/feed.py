"""What stands at a source: its items, the feeds that a page names, or why nothing can be read; must not know how it was fetched."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item that a source shows.

    `identity` is a SHA-256 in hexadecimal of its guid, else its link, else its title and day as written. `address` is None where it has none;
    `is_own_address` is false where several items share it, so that only `text` tells this one. `published` is a day (UTC). Where the day
    was unreadable or lies ahead, `claimed` keeps it as written, and `published` is the day of the visit. `zone_given`: false where UTC was assumed.
    """

    identity: str
    address: str | None
    is_own_address: bool
    title: str
    text: str
    published: str | None
    claimed: str | None
    published_at: str | None = None  # the moment in UTC, as 2026-09-02T22:01:01Z, where the source gives one
    zone_given: bool = True
    written: str = ""  # the date as the source writes it


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that a page names."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What was read at an address, newest item first. `kind` is feed, sitemap or page; `parts` are the site maps that an index names, newest first.

    `left_out` counts items beyond the most that are read; `notes` say in words what was mended.
    """

    kind: str
    title: str
    items: tuple[FeedItem, ...]
    language: str = ""
    feeds: tuple[FoundFeed, ...] = ()
    parts: tuple[str, ...] = ()
    left_out: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoFeed:
    """Why nothing was read, in words. `reason` is one of empty, binary, too-large, entities, wall, error-page, damaged, not-a-feed."""

    reason: str
    message: str
