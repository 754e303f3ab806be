"""What the line's tests share: a server that misbehaves on purpose."""

from collections.abc import Iterator

import pytest

from tests.initiatives.ingest.hostile_server import HostileServer, running


@pytest.fixture
def a_hostile_server() -> Iterator[HostileServer]:
    with running() as server:
        yield server
