"""What the record's tests share: the curated record, loaded once a session."""

from pathlib import Path

import pytest

from initiatives.exchange import load as loading

CURATED = Path(loading.__file__).parent.parent / "data" / "initiatives.jsonl"


@pytest.fixture
def curated(db: None) -> Path:
    """The curated record, loaded; its file."""
    loading.load(CURATED)
    return CURATED
