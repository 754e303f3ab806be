"""The steps add up, and each opens the entries it counts."""

from pathlib import Path

import pytest

from dashboard.queries import selection
from dashboard.queries.cells import cells
from dashboard.queries.why_this_total import reason_counts, why_this_total
from tests.dashboard.conftest import Ask


@pytest.mark.parametrize("query", ["", "basis=committed&scope=chips", "currency=EUR&country=NOR", "basis=headline&scope=ai&scope=chips&scope=wider"])
def test_the_first_seven_steps_add_up_to_the_last(two_countries: Path, ask: Ask, query: str) -> None:
    steps = why_this_total(ask(query))
    assert [step.step for step in steps] == ["published", "restated", "replaced", "cancelled", "contained", "out_of_scope", "below_basis", "counted"]
    assert sum(step.amount for step in steps[:-1]) == steps[-1].amount
    assert all(step.amount <= 0 for step in steps[1:-1])


def test_each_step_opens_as_many_entries_as_it_counts(curated: Path, ask: Ask) -> None:
    for query in ("", "basis=committed", "scope=chips&scope=wider"):
        opens_as_many(ask, query)


def opens_as_many(ask: Ask, query: str) -> None:
    for step in why_this_total(ask(query)):
        assert selection.entries(ask(f"{query}&step={step.step}")).count() == step.entries, step.step
    for reason, count in reason_counts(ask(query), cells(ask(query))).items():
        assert selection.entries(ask(f"{query}&reason={reason}")).count() == count, reason
