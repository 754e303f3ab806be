"""The publications behind a selection stand once each, and what is not named is counted."""

from pathlib import Path

import pytest

from dashboard.queries.ledger import source_tiers
from dashboard.queries.publications import KINDS, publications
from tests.dashboard.conftest import Ask


@pytest.mark.parametrize("query", ["", "country=JPN&basis=committed", "as_of=2025-06-30", "scope=ai&scope=chips&currency=EUR"])
def test_those_behind_counted_money_are_the_ones_the_page_counts(curated: Path, ask: Ask, query: str) -> None:
    found, tiers = publications(ask(query), "counted", most=10_000), source_tiers(ask(query))
    assert (found.number, found.more, sum(one.rests for one in found.named)) == (tiers.addresses, 0, tiers.entries)
    assert len({one.address for one in found.named}) == found.number
    assert [one.rests for one in found.named] == sorted((one.rests for one in found.named), reverse=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_are_named_and_the_others_are_counted(curated: Path, ask: Ask, kind: str) -> None:
    few, every = publications(ask(), kind, most=3), publications(ask(), kind, most=10_000)
    assert (few.named, few.number) == (every.named[:3], len(every.named))
    assert few.more == every.number - 3 > 0


def test_nothing_selected_rests_on_nothing(two_countries: Path, ask: Ask) -> None:
    assert publications(ask("country=KEN"), "counted").number == 0
