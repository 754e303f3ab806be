"""Of entries that fit a sum alike, that which totals count is proposed."""

from typing import Any

import pytest

from initiatives.ingest.values import KnownEntry
from tests.initiatives.ingest.steps.match.test_relations import draft, entry

TEXT = "The National Language Model Plan of €2 billion gets €300 million in the first year, the Treasury of Gaul said."
WHOLE = 2 * 10**9
BASE: dict[str, Any] = {"announced_on": "2025-09-01", "stage": "announced", "origin": "public"}


def envelope(number: int, **fields: Any) -> KnownEntry:
    return entry(number, WHOLE, **{**BASE, **fields})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (envelope(1, stage="pledged"), envelope(2)),
        (envelope(1, stage="pledged", announced_on="2025-09-10"), envelope(2)),
        (envelope(1, announced_on="2025-08-01"), envelope(2)),
        (envelope(1, stage="pledged"), envelope(2, relation="replaces", related_to="plan#9")),
    ],
)
def test_the_envelope_that_is_counted_and_newer_goes_before_its_like(first: KnownEntry, second: KnownEntry) -> None:
    part = draft(TEXT, first, second, entry(9, 10**9, announced_on="2025-01-01")).proposals[-1]
    assert part.related_to == "plan#2"
    assert [each.key for each in part.candidates][:2] == ["plan#2", "plan#1"]


def test_between_wholly_alike_ones_the_key_decides() -> None:
    assert draft(TEXT, envelope(2), envelope(1)).proposals[-1].related_to == "plan#1"
