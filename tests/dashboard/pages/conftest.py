"""The curated record, loaded once for all tests of a module and rolled back after them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from initiatives.exchange import load as loading
from tests.dashboard.conftest import CURATED


@pytest.fixture(scope="module")
def record(django_db_setup: None, django_db_blocker: Any) -> Iterator[Path]:
    """The curated record in a transaction around the module's tests; each test works in a part of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        loading.load(CURATED)
        yield CURATED
        transaction.set_rollback(True)
