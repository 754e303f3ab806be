"""From what the door and the reader answered to what becomes of the source, in words; must not store anything."""

from dataclasses import dataclass, replace
from hashlib import sha256

from django.utils import timezone

from initiatives.ingest import fetch as door
from initiatives.ingest.steps import discover
from initiatives.ingest.values.feed import Feed, NoFeed
from initiatives.models import Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a visit went. `word` is new, unchanged or the kind of failure; `state` one of SOURCE_STATES; `feed` what was read, None where nothing was.

    `failed` lets the wait grow; `asked_seconds` is what the server asked to wait. `etag`, `last_modified` and `body_hash` serve the next visit.
    """

    word: str
    state: str
    message: str
    feed: Feed | None = None
    failed: bool = False
    status: int | None = None
    asked_seconds: int | None = None
    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""
    size: int | None = None
    moved_to: str | None = None


def outcome_of(source: Source, answer: door.Fetched | door.Failure) -> Outcome:
    """What one answer means for the source."""
    if isinstance(answer, door.Failure):
        return refused(source, answer)
    if answer.unchanged:
        return replace(_answered(source, answer, 304), word="unchanged", body_hash=source.body_hash, message="Nothing has changed there.")
    hashed = sha256(answer.body).hexdigest()
    if hashed == source.body_hash:
        return replace(_answered(source, answer, 200), word="unchanged", body_hash=hashed, message="The same stands there as the last time.")
    return replace(_read(source, answer), body_hash=hashed)


def refused(source: Source, failure: door.Failure) -> Outcome:
    """A visit that brought nothing, by the kind of failure."""
    if failure.kind == "gone":
        words = f"{failure.words} It is not visited any more. If it has another address now, add that one."
        return Outcome("gone", "gone", words, failed=True, status=failure.status)
    if failure.kind == "busy":
        return Outcome("busy", source.state, failure.words, asked_seconds=failure.retry_after_seconds or 60)
    blocked = (failure.kind == "robots" and failure.status is None) or failure.kind == "refused"
    state = "blocked" if blocked else "failing"
    words = f"{failure.words} It is asked again later, ever more rarely."
    return Outcome(failure.kind, state, words, failed=True, status=failure.status, asked_seconds=failure.retry_after_seconds)


def broken(source: Source, words: str) -> Outcome:
    """A visit that ended with a fault of ours."""
    return Outcome("fault", source.state, words, failed=True)


def _read(source: Source, answer: door.Fetched) -> Outcome:
    found = discover.read(discover.Answered(answer.body, answer.address, answer.content_type, answer.charset, f"{timezone.now():%Y-%m-%d}"))
    plain = _answered(source, answer, 200)
    if isinstance(found, NoFeed):
        return _unreadable(source, found, plain)
    if found.kind == "page" and source.kind != "page" and source.state != "new":
        return replace(plain, word="not-a-feed", state="failing", message=_page_instead(source, found), failed=True)
    return replace(plain, feed=found)


def _page_instead(source: Source, page: Feed) -> str:
    words = f"A web page stands there instead of the {source.get_kind_display()} (“{page.title[:80]}”). It is asked again later, ever more rarely."
    return f"{words} The page names a feed at {page.feeds[0].address[:200]}: if it has moved there, add that one." if page.feeds else words


def _unreadable(source: Source, found: NoFeed, plain: Outcome) -> Outcome:
    if found.reason == "wall":
        since = source.state_since if source.state == "blocked" and source.state_since else timezone.now()
        words = f"Blocked by a bot wall since {timezone.localtime(since):%-d %b %Y}. {found.message} Nothing of it is read."
        return replace(plain, word="wall", state="blocked", message=words, failed=True)
    return replace(plain, word=found.reason, state="failing", message=f"{found.message} It is asked again later, ever more rarely.", failed=True)


def _answered(source: Source, answer: door.Fetched, status: int) -> Outcome:
    size = len(answer.body) if status == 200 else None
    etag, modified = validator(answer.etag, 500), validator(answer.last_modified, 100)
    if status == 304:
        etag, modified = etag or source.etag, modified or source.last_modified
    return Outcome("new", "healthy", "", None, False, status, None, etag, modified, "", size, answer.moved_to)


def validator(header: str | None, longest: int) -> str:
    """A header that can be kept and sent back; empty for one that is too long or holds what no header may."""
    given = header or ""
    return given if len(given) <= longest and given.isascii() and given.isprintable() else ""
