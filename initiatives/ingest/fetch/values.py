"""What the door is asked with and what it answers; must not know how it goes to the network."""

from dataclasses import dataclass
from typing import Any

from initiatives.text import visible

PRODUCT = "NationalAIInitiatives/1"


@dataclass(frozen=True, slots=True)
class Rules:
    """How the door behaves. Times in seconds, sizes in bytes.

    `allow_loopback` opens 127.0.0.0/8 and ::1 on every port, for tests and demonstrations; production refuses to start with it.
    `turns_url` is the Redis in which hosts' turns are taken, so that no two processes ask one host at once.
    """

    contact: str
    turns_url: str
    allow_loopback: bool = False
    total_seconds: float = 30.0  # all requests of one call together; a slow newspaper needs five
    connect_seconds: float = 8.0
    polite_delay_seconds: float = 1.0
    longest_wait_for_turn_seconds: float = 60.0
    most_redirects: int = 5
    most_bytes: int = 10 * 1024 * 1024  # the largest feeds have about 10 MB
    most_unpacked_bytes: int = 30 * 1024 * 1024

    @property
    def user_agent(self) -> str:
        """Who asks, and whom to write to."""
        return f"{PRODUCT} (+{self.contact})"


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier answer said of itself, for a conditional request."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes behind an address. `address` is where they came from after redirects; `moved_to` the new address where every redirect was permanent.

    `unchanged` is true where a conditional request found nothing new; then `body` is empty.
    """

    body: bytes
    address: str
    content_type: str
    charset: str | None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there are no bytes, in words. `kind` is one of KINDS; `retry_after_seconds` only where the server said so or the host was busy.

    What a server sent can stand in `words`: what would not show, or not be stored, is written out.
    """

    words: str
    kind: str = "unreachable"
    status: int | None = None
    retry_after_seconds: int | None = None

    def __post_init__(self) -> None:
        """Writes out what is invisible in the words."""
        object.__setattr__(self, "words", visible(self.words))

    @property
    def with_way_out(self) -> str:
        """The words, and what the person who wants this article can do; a source is visited again, and needs the words alone."""
        return f"{self.words} {WAYS_OUT[self.kind]}".strip()


BY_HAND = "open it yourself and hand in its text as a file."
TRY_LATER = f"Try again later, or {BY_HAND}"
YOURSELF = BY_HAND.capitalize()
WAYS_OUT = {
    "address": "",  # says itself what would be right
    "not-public": "Give the address at which everybody finds the article, or hand in its text as a file.",
    "robots": YOURSELF,
    "busy": TRY_LATER,
    "unreachable": TRY_LATER,
    "slow": TRY_LATER,
    "too-large": "Hand in the text of the article as a file.",
    "kind-of-content": YOURSELF,
    "redirects": "Follow it in a browser and hand in the address at which the article stands, or its text as a file.",
    "status": TRY_LATER,
    "refused": YOURSELF,
    "missing": "Look whether it has moved and hand in its new address, or its text as a file.",
    "gone": "Look whether it stands elsewhere and hand in that address, or its text as a file.",
    "asked-to-wait": TRY_LATER,
}
KINDS = tuple(WAYS_OUT)


def time_in_words(seconds: int) -> str:
    """How long somebody has to wait: `40 seconds`, `15 minutes`, `33 hours`, `6 days`."""
    for size, unit, most in ((1, "second", 120), (60, "minute", 120 * 60), (3600, "hour", 48 * 3600), (86_400, "day", None)):
        if most is None or seconds < most:
            number = round(seconds / size)
            return f"{number} {unit}" + ("" if number == 1 else "s")
    raise AssertionError(seconds)


def rules_from(settings: Any) -> Rules:
    """The rules of an installation, from its settings."""
    contact = getattr(settings, "FETCH_CONTACT", "") or getattr(settings, "PUBLIC_ADDRESS", "") or "contact: whoever runs this installation"
    return Rules(contact=contact, turns_url=settings.REDIS_URL, allow_loopback=settings.FETCH_ALLOW_LOOPBACK)
