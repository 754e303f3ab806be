"""When initiatives run: the days as far as they are known, and which are drawn first."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.queries.timeline import span_stream, spans
from initiatives.exchange import load as loading
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, initiative, write


@pytest.fixture
def four_spans(db: None, tmp_path: Path) -> Path:
    """One to the day, one with a year alone and no end, one without a start, one stopped."""
    bare: dict[str, Any] = {"quantities": [], "commentary": [], "participants": []}
    path = write(
        tmp_path,
        initiative("exact", start="2025-03-15", end="2026-06", funding=[entry("exact#1", amount=5)], **bare),
        initiative("open", start="2024", end=None, funding=[entry("open#1", amount=900)], **bare),
        initiative("silent", start=None, end=None, funding=[], **bare),
        initiative("stopped", countries=["SWE"], start="2023", end="2025", status="cancelled", funding=[], **bare),
    )
    loading.load(path)
    return path


def test_days_stay_as_far_known_as_they_are(four_spans: Path, ask: Ask) -> None:
    found = {row.slug: (row.start, row.end, row.status) for row in spans(ask())}
    assert found["exact"] == ("2025-03-15", "2026-06", "underway")
    assert found["open"] == ("2024", None, "underway")
    assert found["silent"][:2] == (None, None)
    assert found["stopped"] == ("2023", "2025", "cancelled")


def test_rows_stand_by_owner_and_start_and_know_their_rank_by_counted_money(four_spans: Path, ask: Ask) -> None:
    rows = spans(ask())
    assert [row.slug for row in rows] == ["open", "exact", "silent", "stopped"]
    assert {row.slug: row.rank for row in rows}["open"] == 0
    assert {row.slug: row.rank for row in rows}["exact"] == 1


def test_every_row_knows_the_numbers_of_the_whole_selection(four_spans: Path, ask: Ask) -> None:
    first = spans(ask())[0]
    assert (first.matching, first.unstarted, first.open_ended) == (4, 1, 1)
    assert spans(ask("status=cancelled"))[0].matching == 1


def test_the_file_holds_every_row_in_the_order_of_the_page(curated: Path, ask: Ask) -> None:
    filters = ask()
    assert [row.slug for row in span_stream(filters)] == [row.slug for row in spans(filters)]
