"""How much the record holds."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.queries.record_counts import record_counts


def test_everything_is_counted_in_two_statements(two_countries: Path) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = record_counts()
    assert len(asked) == 2
    assert (found.initiatives, found.countries, found.actors, found.entries, found.comments) == (4, 2, 0, 8, 3)
    assert (found.participants, found.articles) == (3, 1)


@pytest.mark.django_db
def test_an_empty_record_holds_nothing() -> None:
    found = record_counts()
    assert (found.initiatives, found.countries, found.entries, found.participants) == (0, 0, 0, 0)
