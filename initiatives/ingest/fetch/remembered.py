"""Keeps what a host's robots.txt said for an hour, so that it is not asked before every page; must not fetch it."""

import redis

from initiatives.ingest.fetch.values import Rules

PREFIX = "fetch:robots:"
KEPT_SECONDS = 3600  # RFC 9309 allows a day
LONGEST_KEPT_CHARACTERS = 100_000  # a longer one is asked for again


class Remembered:
    """The robots.txt of every origin asked in the last hour, in Redis; empty where the host has none."""

    def __init__(self, rules: Rules) -> None:
        """Connects when something is asked."""
        self._redis = redis.Redis.from_url(rules.turns_url)

    def of(self, origin: str) -> str | None:
        """What the origin's robots.txt said; None where it was not asked lately."""
        kept = self._redis.get(PREFIX + origin)
        return kept.decode("utf-8", "replace") if isinstance(kept, bytes) else None

    def keep(self, origin: str, text: str) -> None:
        """Keeps it for an hour."""
        if len(text) <= LONGEST_KEPT_CHARACTERS:
            self._redis.set(PREFIX + origin, text.encode("utf-8", "replace"), ex=KEPT_SECONDS)

    def close(self) -> None:
        """Gives the connection back."""
        self._redis.close()
