"""The cache in Redis, which may be away for a while: the pages then work without it and say so in the log."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache, for which an absent server is a miss and a write that is not kept."""

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return without_server(lambda: super(ForgivingRedisCache, self).get(key, default, version), default)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        without_server(lambda: super(ForgivingRedisCache, self).set(key, value, timeout, version), None)

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return without_server(lambda: super(ForgivingRedisCache, self).add(key, value, timeout, version), False)

    def delete(self, key: Any, version: int | None = None) -> bool:
        return without_server(lambda: super(ForgivingRedisCache, self).delete(key, version), False)

    def get_many(self, keys: Any, version: int | None = None) -> dict[Any, Any]:
        return without_server(lambda: super(ForgivingRedisCache, self).get_many(keys, version), {})

    def set_many(self, data: dict[Any, Any], timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> list[Any]:
        return without_server(lambda: super(ForgivingRedisCache, self).set_many(data, timeout, version), list(data))


def without_server(ask: Callable[[], Answer], instead: Answer) -> Answer:
    """What `ask` answers, or `instead` when the server cannot be reached."""
    try:
        return ask()
    except (RedisConnectionError, RedisTimeoutError) as error:
        log.warning("The cache cannot be reached, going on without it: %s", error)
        return instead
