"""The curated record, loaded once for all the questions of one file and forgotten after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from initiatives.exchange import load as loading
from tests.dashboard.conftest import CURATED


@pytest.fixture(scope="module")
def curated(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """The curated record; its file."""
    with django_db_blocker.unblock(), transaction.atomic():
        loading.load(CURATED)
        yield CURATED
        transaction.set_rollback(True)
