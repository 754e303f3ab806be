"""A small record and an editor."""

from pathlib import Path

import pytest

from initiatives.exchange.load import load
from tests.initiatives.exchange.files import initiative, write


@pytest.fixture
def fjord(tmp_path: Path, db: None) -> None:
    """One initiative with one of each part."""
    load(write(tmp_path, initiative()))
