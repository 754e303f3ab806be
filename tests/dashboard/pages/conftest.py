"""The curated record in a transaction around a module's tests, each of which works in a part of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests import record as curated_record


@pytest.fixture(scope="module")
def record(curated_tables: tuple[curated_record.Table, ...], django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """The curated record; its file."""
    with django_db_blocker.unblock(), transaction.atomic():
        curated_record.put_back(curated_tables)
        yield curated_record.CURATED
        transaction.set_rollback(True)
