"""A language service that answers as the test wants."""

from collections.abc import Iterator

import pytest

from tests.initiatives.ingest.assistant.language_server import LanguageServer, running


@pytest.fixture
def a_language_server() -> Iterator[LanguageServer]:
    with running() as server:
        yield server
