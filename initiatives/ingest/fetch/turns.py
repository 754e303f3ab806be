"""Lets one request at a time go to a host, over all processes, with a pause between two; must not know what is asked."""

import contextlib
import secrets
import time
from collections.abc import Iterator

import redis

from initiatives.ingest.fetch.values import Failure, Rules

PREFIX = "fetch:turn:"
LOOK_AGAIN_SECONDS = 0.05
SPARE_SECONDS = 5.0  # beyond the longest request, before a turn that nobody gave back ends by itself
GIVE_BACK = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0"


class Turns:
    """The turns of all hosts, in Redis."""

    def __init__(self, rules: Rules) -> None:
        """Connects when the first turn is taken."""
        self._rules = rules
        self._redis = redis.Redis.from_url(rules.turns_url)
        self._end = time.monotonic() + rules.longest_wait_for_turn_seconds + rules.total_seconds

    @contextlib.contextmanager
    def of(self, host: str, delay_seconds: float) -> Iterator[Failure | None]:
        """Waits for the host's turn and keeps it; gives None, or a failure where it does not come in time. After it the host rests for the delay."""
        key, token = PREFIX + host, secrets.token_hex(8)
        taken = self._take(key, token)
        try:
            yield None if taken else self._busy(host)
        finally:
            if taken:
                with contextlib.suppress(redis.RedisError):  # a turn that cannot be given back ends by itself; what was fetched is not lost for it
                    self._redis.eval(GIVE_BACK, 1, key, token, str(max(1, int(delay_seconds * 1000))))

    def close(self) -> None:
        """Gives the connection back."""
        self._redis.close()

    def _take(self, key: str, token: str) -> bool:
        lasts = int((self._rules.total_seconds + SPARE_SECONDS) * 1000)
        end = min(self._end, time.monotonic() + self._rules.longest_wait_for_turn_seconds)
        while not self._redis.set(key, token, nx=True, px=lasts):
            if time.monotonic() >= end:
                return False
            time.sleep(LOOK_AGAIN_SECONDS)
        return True

    def _busy(self, host: str) -> Failure:
        seconds = int(self._rules.longest_wait_for_turn_seconds) or 1
        return Failure(
            f"Other requests to {host} took longer than {seconds} s, so this one did not get its turn.", "busy", retry_after_seconds=seconds
        )
