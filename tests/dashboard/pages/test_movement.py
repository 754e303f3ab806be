"""The sum of a family as the record would have told it day by day."""

from decimal import Decimal
from pathlib import Path

from django.test import Client

from dashboard.pages.movement import movement
from dashboard.queries.initiative_detail import families_of, initiative_facts
from initiatives.ledger.series import load_rates
from tests.dashboard.conftest import Ask
from tests.dashboard.pages.test_home import words


def test_each_day_has_what_was_known_on_it(japan: Path, ask: Ask) -> None:
    facts = initiative_facts("domestic-model")
    assert facts is not None
    filters = ask("currency=JPY")
    rows = [row for family in families_of(facts.id, filters).values() for row in family]
    moved = movement(rows, filters, load_rates())
    assert moved is not None
    assert moved.bases == ("headline", "announced", "budgeted")
    tn, bn = 10**12, 10**9
    told = {move.day: tuple(amount for amount, _ in move.amounts) for move in moved.moves}
    assert told == {
        "2025-12-19": (tn, tn, 0),
        "2025-12-21": (3 * tn, tn, 300 * bn),
        "2026-06-30": (3 * tn, tn, Decimal(387_300_000_000)),
    }
    assert [changed for _, changed in moved.moves[-1].amounts] == [False, False, True]


def test_a_sum_that_never_moved_is_not_told(japan: Path, client: Client) -> None:
    assert "How the sum has moved" in words(client.get("/initiatives/domestic-model/").content)
    assert "How the sum has moved" not in words(client.get("/initiatives/gpu-cloud/").content)
