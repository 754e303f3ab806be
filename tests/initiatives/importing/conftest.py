"""What the tests of imports share: a file that is taken as far as its check, and further."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from initiatives.importing import run, upload
from initiatives.models import BulkImport

FOR_ALL_ROWS = {"source": "https://news.example/table", "stage": "announced", "origin": "public", "scope": "ai", "tier": "3"}

Checked = Callable[..., BulkImport]


@pytest.fixture
def ada(db: None) -> User:
    return User.objects.create_user("ada")


@pytest.fixture
def checked(ada: User) -> Checked:
    """Takes a file as far as its check; `answers` are what a person says of the whole file."""

    def take(
        content: str | bytes, noun: str = "funding", name: str = "table.csv", defaults: dict[str, str] | None = None, **answers: Any
    ) -> BulkImport:
        body = content if isinstance(content, bytes) else content.encode()
        row = upload.take(noun, name, body, ada)
        said = FOR_ALL_ROWS if noun == "funding" and defaults is None else defaults or {}
        upload.ask_for_check(row, row.mapping, {**row.reading, "defaults": said, **answers}, row.version)
        run.work_on(row.pk)
        row.refresh_from_db()
        return row

    return take


def stored(row: BulkImport) -> BulkImport:
    """The import after it was stored, or after what kept it from that."""
    assert upload.ask_for_storing(row, row.version), row.state
    run.work_on(row.pk)
    row.refresh_from_db()
    return row


def problems_of(row: BulkImport) -> list[tuple[int, str, str]]:
    """Line, column and words of what keeps the file out."""
    return [(each["line"], each["column"], each["message"]) for each in row.problems if not each["warning"]]
