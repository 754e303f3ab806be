"""The cache in Redis, which may be away or slow for a while: the pages then work without it and say so in the log."""

import logging
import time
from collections.abc import Callable
from typing import Any, Final, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from django.utils.functional import cached_property
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

PAUSE_SECONDS: Final = 5.0  # a page asks the cache a dozen times, and must not wait for an absent server each time

Answer = TypeVar("Answer")


class OneClient(RedisCacheClient):
    """Django makes a client for every command, which takes longer than asking; all threads may use one."""

    @cached_property
    def only(self) -> Any:
        return super().get_client(write=True)

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        """The client of the only server."""
        return self.only


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache, for which a server that is absent, slow or full is a miss and a write that is not kept."""

    _away_until = 0.0

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = OneClient

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._asked(lambda: super(ForgivingRedisCache, self).get(key, default, version), default)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._asked(lambda: super(ForgivingRedisCache, self).set(key, value, timeout, version), None)

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._asked(lambda: super(ForgivingRedisCache, self).add(key, value, timeout, version), False)

    def delete(self, key: Any, version: int | None = None) -> bool:
        return self._asked(lambda: super(ForgivingRedisCache, self).delete(key, version), False)

    def get_many(self, keys: Any, version: int | None = None) -> dict[Any, Any]:
        return self._asked(lambda: super(ForgivingRedisCache, self).get_many(keys, version), {})

    def set_many(self, data: dict[Any, Any], timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> list[Any]:
        return self._asked(lambda: super(ForgivingRedisCache, self).set_many(data, timeout, version), list(data))

    def _asked(self, ask: Callable[[], Answer], instead: Answer) -> Answer:
        """What `ask` answers, or `instead` when the server does not; it is then left alone for some seconds."""
        if time.monotonic() < self._away_until:
            return instead
        try:
            return ask()
        except RedisError as error:
            self._away_until = time.monotonic() + PAUSE_SECONDS
            log.warning("The cache does not answer, going on without it for %g s: %s", PAUSE_SECONDS, error)
            return instead
