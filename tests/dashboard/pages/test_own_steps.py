"""The steps of one initiative add up from everything published to what counts, and each names its statements."""

from pathlib import Path

import pytest

from dashboard.pages.own_steps import own_steps
from dashboard.queries.initiative_detail import families_of, initiative_facts
from tests.dashboard.conftest import Ask


@pytest.mark.parametrize("query", ["currency=JPY", "currency=JPY&basis=budgeted", "currency=JPY&scope=chips"])
def test_the_steps_add_up_and_open_their_statements(japan: Path, ask: Ask, query: str) -> None:
    facts = initiative_facts("domestic-model")
    assert facts is not None
    filters = ask(query)
    own = [row for family in families_of(facts.id, filters).values() for row in family]
    steps = own_steps(own, filters)
    assert steps[0].amount == 12_687_300_000_000
    assert sum(step.amount for step in steps[:-1]) == steps[-1].amount == sum(row.counts or 0 for row in own)
    assert [len(step.statements) for step in steps[:1]] == [9]
    assert [step.is_end for step in steps] == [True, *[False] * (len(steps) - 2), True]


def test_nothing_published_has_no_steps(two_countries: Path, ask: Ask) -> None:
    assert own_steps([], ask()) == []
