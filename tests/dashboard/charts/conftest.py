"""The curated record, put in once for all the questions of one file and forgotten after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests import record


@pytest.fixture(scope="module")
def curated(curated_tables: tuple[record.Table, ...], django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """The curated record; its file."""
    with django_db_blocker.unblock(), transaction.atomic():
        record.put_back(curated_tables)
        yield record.CURATED
        transaction.set_rollback(True)
