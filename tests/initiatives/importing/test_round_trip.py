"""Our own downloads go in as they are, and change nothing."""

from pathlib import Path

import pytest
from django.test import Client

from initiatives.models import Edition
from tests.initiatives.importing.conftest import Checked, problems_of, stored

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("address", "noun"),
    [("/ledger.csv?scope=ai&scope=chips&scope=wider", "funding"), ("/organizations.csv", "organizations"), ("/initiatives.csv", "initiatives")],
)
def test_a_download_comes_in_unchanged_and_changes_nothing(curated: Path, client: Client, checked: Checked, address: str, noun: str) -> None:
    answer = client.get(address)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    edition = Edition.objects.current_number()
    row = checked(content, noun, "download.csv", {})
    assert row.state == "checked", (row.message, row.reading.get("questions"), row.mapping)
    assert problems_of(row) == []
    assert row.effect["rows"] == []
    assert row.effect["unchanged"] > 100
    assert stored(row).state == "done"
    assert Edition.objects.current_number() == edition
