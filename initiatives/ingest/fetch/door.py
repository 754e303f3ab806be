"""Goes to the network for one address: turn, robots, request, redirects; must not know what an article is."""

import email.utils
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import urljoin

import redis

from initiatives.ingest.fetch import robots
from initiatives.ingest.fetch.addresses import Resolver, Target, checked, read, resolve
from initiatives.ingest.fetch.remembered import Remembered
from initiatives.ingest.fetch.turns import Turns
from initiatives.ingest.fetch.values import Failure, Fetched, Known, Rules, time_in_words
from initiatives.ingest.fetch.wire import Answer, ask

READABLE = (
    "text/", "application/xhtml+xml", "application/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/json",
    "application/feed+json", "application/gzip", "application/x-gzip", "application/pdf",
)  # fmt: skip
ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,application/pdf;q=0.8,"
    "text/*;q=0.8"
)
UNNAMED = ("application/octet-stream", "binary/octet-stream", "application/force-download", "application/x-download")
PDF_MARK = b"%PDF-"
REDIRECTS = (301, 302, 303, 307, 308)
PERMANENT = (301, 308)
MOST_NETWORK_ADDRESSES_TRIED = 2
LONGEST_RETRY_AFTER_SECONDS = 7 * 24 * 3600
NO_ROBOTS = ""
REST_AFTER_ROBOTS_SECONDS = 0.05  # between robots.txt and the page it was asked for


def fetch(address: str, rules: Rules, known: Known | None = None, resolver: Resolver = resolve) -> Fetched | Failure:
    """The bytes behind an address, or why there are none, in words. Never raises for anything that an address or a server can do.

    robots.txt is asked first, one request at a time goes to a host, every redirect is checked like a first address.
    """
    turns, remembered = Turns(rules), Remembered(rules)
    try:
        return _Visit(rules, turns, remembered, resolver, known or Known()).fetch(address)
    except redis.RedisError:
        return Failure("No turn could be taken, because Redis does not answer just now. Nothing was asked for.", "busy")
    finally:
        turns.close()
        remembered.close()


@dataclass(slots=True)
class _Visit:
    """One call of the door, with what it learned on its way."""

    rules: Rules
    turns: Turns
    remembered: Remembered
    resolver: Resolver
    known: Known
    robots_of: dict[str, str | Failure] = field(default_factory=dict)
    permanent: bool = True
    seconds_left: float = 0.0

    def __post_init__(self) -> None:
        self.seconds_left = self.rules.total_seconds

    def fetch(self, address: str) -> Fetched | Failure:
        target = read(address, self.rules.allow_loopback)
        moved = False
        for _ in range(self.rules.most_redirects + 1):
            if isinstance(target, Failure):
                return target
            answer = self._allowed(target)
            if isinstance(answer, Failure):
                return answer
            if answer.status not in REDIRECTS:
                return self._finished(target, answer, moved)
            self.permanent, moved = self.permanent and answer.status in PERMANENT, True
            target = self._next(target, answer)
        return Failure(f"{address[:120]} redirects more than {self.rules.most_redirects} times.", "redirects")

    def _next(self, target: Target, answer: Answer) -> Target | Failure:
        location = _as_written(answer.headers.get("location", "")).strip()
        if not location:
            return Failure(f"{target.host} redirects without saying where to.", "redirects", answer.status)
        try:
            address = urljoin(target.address, location).split("#", 1)[0]
        except ValueError:
            return Failure(f"{target.host} redirects to an address that cannot be read.", "redirects", answer.status)
        return read(address, self.rules.allow_loopback)

    def _allowed(self, target: Target) -> Answer | Failure:
        """The answer, if the host's robots.txt lets us ask."""
        rules_text = self._robots(target)
        if isinstance(rules_text, Failure):
            return rules_text
        if not robots.allows(rules_text, target.address):
            return Failure(f"The robots.txt of {target.host} asks not to fetch this address. It was left alone.", "robots")
        conditional = {"If-None-Match": self.known.etag, "If-Modified-Since": self.known.last_modified}
        rest = max(robots.delay(rules_text), self.rules.polite_delay_seconds)
        return self._ask(target, {"Accept": ACCEPT, **{name: value for name, value in conditional.items() if value}}, rest)

    def _robots(self, target: Target) -> str | Failure:
        if target.origin not in self.robots_of:
            kept = self.remembered.of(target.origin)
            self.robots_of[target.origin] = self._read_robots(target) if kept is None else kept
        return self.robots_of[target.origin]

    def _read_robots(self, target: Target) -> str | Failure:
        """The text of robots.txt; where there is none everything is allowed, where the server fails nothing is (RFC 9309)."""
        page: Target | Failure = Target(target.scheme, target.host, target.port, robots.ROBOTS_PATH)
        for _ in range(self.rules.most_redirects + 1):
            if isinstance(page, Failure):
                return NO_ROBOTS
            answer = self._ask(page, {"Accept": "text/plain"}, REST_AFTER_ROBOTS_SECONDS)
            if isinstance(answer, Failure):
                return NO_ROBOTS if answer.kind == "kind-of-content" else answer
            if answer.status not in REDIRECTS:
                return self._robots_text(target, answer)
            page = self._next(page, answer)
        return NO_ROBOTS

    def _robots_text(self, target: Target, answer: Answer) -> str | Failure:
        if answer.status == 429 or answer.status >= 500:
            words = f"{target.host} cannot show its robots.txt ({answer.status}), so nothing is fetched from it now."
            return Failure(words, "robots", answer.status, _retry_after(answer))
        text = answer.body[: robots.LONGEST_ROBOTS_BYTES].decode("utf-8", "replace") if answer.status == 200 else NO_ROBOTS
        self.remembered.keep(target.origin, text)
        return text

    def _ask(self, target: Target, headers: dict[str, str], rest: float) -> Answer | Failure:
        """One request in the host's turn, to an address that was resolved and checked just now."""
        with self.turns.of(target.host, rest) as busy:
            if busy is not None:
                return busy
            began = time.monotonic()
            answer = self._ask_checked(target, headers, began + self.seconds_left)
            self.seconds_left -= time.monotonic() - began
            return answer

    def _ask_checked(self, target: Target, headers: dict[str, str], deadline: float) -> Answer | Failure:
        seconds = max(0.0, min(self.rules.connect_seconds, deadline - time.monotonic()))
        network_addresses = checked(target, self.rules.allow_loopback, seconds, self.resolver)
        if isinstance(network_addresses, Failure):
            return network_addresses
        return self._ask_one_of(target, network_addresses, {"User-Agent": self.rules.user_agent, "Accept-Encoding": "gzip", **headers}, deadline)

    def _ask_one_of(self, target: Target, network_addresses: list[str], headers: dict[str, str], deadline: float) -> Answer | Failure:
        answer: Answer | Failure = Failure(f"{target.host} has no network address.")
        for network_address in network_addresses[:MOST_NETWORK_ADDRESSES_TRIED]:
            answer = ask(target, network_address, headers, self.rules, deadline)
            if not (isinstance(answer, Failure) and answer.kind == "unreachable"):
                break
        return answer

    def _finished(self, target: Target, answer: Answer, moved: bool) -> Fetched | Failure:
        moved_to = target.address if moved and self.permanent else None
        validators = answer.headers.get("etag"), answer.headers.get("last-modified")
        if answer.status == 304:
            return Fetched(b"", target.address, "", None, *validators, moved_to, unchanged=True)
        if answer.status != 200:
            return _refusal(target, answer)
        content_type, charset = _content_type(answer.headers.get("content-type", ""))
        if not _is_readable(content_type, answer.body):
            return Failure(f"{target.host} sends “{content_type[:60]}”, which is no page, feed, text or PDF.", "kind-of-content", 200)
        return Fetched(answer.body, target.address, content_type, charset, *validators, moved_to)


def _is_readable(content_type: str, body: bytes) -> bool:
    """Whether the content is a page, a feed, text or a PDF; a PDF also where the server does not know what it sends."""
    if content_type in UNNAMED:
        return body.startswith(PDF_MARK)
    return not content_type or content_type.startswith(READABLE)


def _refusal(target: Target, answer: Answer) -> Failure:
    """A status that is no success, in words."""
    wait = _retry_after(answer)
    if answer.status == 410:
        return Failure(f"{target.host} says that this page is gone for good (410).", "gone", 410)
    if answer.status in (429, 503):
        asks = f" and asks to come back in {_as_asked(wait)}" if wait else ""
        return Failure(f"{target.host} is busy ({answer.status}){asks}.", "asked-to-wait", answer.status, wait)
    if answer.status in (401, 402, 403, 451):
        return Failure(f"{target.host} does not let us read this page ({answer.status}).", "refused", answer.status)
    if answer.status == 404:
        return Failure(f"{target.host} has no page at this address (404).", "missing", 404)
    return Failure(f"{target.host} answered with status {answer.status} instead of a page.", "status", answer.status, wait)


def _as_asked(wait: int) -> str:
    return "more than a week" if wait >= LONGEST_RETRY_AFTER_SECONDS else time_in_words(wait)


def _as_written(header: str) -> str:
    """A header that was sent as UTF-8, which http reads as Latin-1; any other as it is."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _retry_after(answer: Answer) -> int | None:
    """Seconds until the server wants to be asked again, a week at most; given as seconds or as a day and time."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return min(int(value[:20]), LONGEST_RETRY_AFTER_SECONDS)
    try:
        until = email.utils.parsedate_to_datetime(value)
        aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return max(0, min(int((aware - datetime.now(UTC)).total_seconds()), LONGEST_RETRY_AFTER_SECONDS))


def _content_type(header: str) -> tuple[str, str | None]:
    """The kind of content in small letters, and its charset where one is given."""
    message = Message()
    message["content-type"] = header
    charset = message.get_param("charset")
    return (message.get_content_type() if header.strip() else ""), (str(charset) if charset and isinstance(charset, str) else None)
