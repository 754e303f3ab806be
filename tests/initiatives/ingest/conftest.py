"""What the line's tests share: a server that misbehaves on purpose."""

from collections.abc import Iterator

import pytest
import redis
from django.conf import settings

from initiatives.ingest.fetch.remembered import PREFIX
from tests.initiatives.ingest.hostile_server import HostileServer, running


@pytest.fixture
def a_hostile_server() -> Iterator[HostileServer]:
    with running() as server:
        forget_robots(server.port)
        yield server


def forget_robots(port: int) -> None:
    """An earlier server may have had the port, and its robots.txt is remembered for an hour."""
    with redis.Redis.from_url(settings.REDIS_URL) as connection:
        for key in connection.scan_iter(f"{PREFIX}*:{port}"):
            connection.delete(key)
