"""The gap on the page of an initiative is the one that the question to the whole record finds."""

from pathlib import Path

import pytest

from dashboard.filters import Filters
from dashboard.queries.gaps import Gap, gaps
from dashboard.queries.initiative_detail import families_of, initiative_facts
from dashboard.queries.own_gap import own_gap
from tests.dashboard.conftest import Ask

LEFT_SOMETHING = ("taiwan-ten-major-ai-projects", "korea-ai-budget-2026", "australia-ai-action-plan-2021", "india-ai-mission")


@pytest.mark.parametrize("query", ["", "scope=ai&scope=chips&scope=wider&currency=EUR"])
def test_both_find_the_same(curated: Path, ask: Ask, query: str) -> None:
    filters = ask(query)
    widest = gaps(filters, "initiative")
    found = [one for place, one in enumerate(widest) if place < 12 or one.left or one.key in LEFT_SOMETHING]
    assert {one.key for one in found if one.left} >= {"taiwan-ten-major-ai-projects"}
    assert [of_page(one, filters) for one in found] == found


def of_page(known: Gap, filters: Filters) -> Gap:
    facts = initiative_facts(known.key)
    assert facts is not None
    rows = [row for family in families_of(facts.id, filters).values() for row in family]
    return own_gap(known.key, known.name, rows, filters)
