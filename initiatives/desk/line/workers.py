"""Asks the broker which queues have a worker: each leaves a sign of life that ends by itself."""

from dataclasses import dataclass

import redis
from django.conf import settings

ANSWER_TIMEOUT_SECONDS = 2
DOES = {"fetch": "visits sources and fetches articles", "understand": "reads articles", "export": "makes pictures and briefings"}


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue: what its workers do, and whether one gave a sign of life; None while the broker does not answer."""

    name: str
    does: str
    at_work: bool | None

    @property
    def words(self) -> str:
        """The state for a reader."""
        if self.at_work is None:
            return "cannot be asked: the broker does not answer"
        return "at work" if self.at_work else f"no sign of life in the last {settings.WORKER_SIGN_SECONDS} seconds"


def queues() -> list[Queue]:
    """Every queue with the state of its workers."""
    names = list(settings.WORKER_SIGN_KEYS)
    return [Queue(name, DOES.get(name, ""), sign) for name, sign in zip(names, signs(names), strict=True)]


def signs(names: list[str]) -> list[bool | None]:
    """Whether a worker of each queue is alive; None for all where the broker does not answer."""
    timeouts = {"socket_timeout": ANSWER_TIMEOUT_SECONDS, "socket_connect_timeout": ANSWER_TIMEOUT_SECONDS}
    try:
        with redis.Redis.from_url(settings.REDIS_URL, **timeouts) as client:
            return [sign is not None for sign in client.mget([settings.WORKER_SIGN_KEYS[name] for name in names])]
    except redis.RedisError:
        return [None] * len(names)
