"""Another figure stands for its money, what hung on the former one hangs on it, and nothing else moves."""

from decimal import Decimal

import pytest
from hypothesis import given

from initiatives.ledger.count import count
from initiatives.ledger.preferring import CannotStand, figures_of, preferred
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry
from tests.initiatives.ledger.statements import nets, said
from tests.initiatives.ledger.test_laws import LAWS, families_of


def with_preferred(entries: list[Entry], key: str) -> list[Entry]:
    changed = {entry.key: entry for entry in preferred(entries, key)}
    return [changed.get(entry.key, entry) for entry in entries]


@pytest.fixture
def fund() -> list[Entry]:
    """An envelope with a part of 80, said again as 100, of which 30 is a tranche."""
    return [said("a#1", 300), said("a#2", 80, "part-of", "a#1"), said("a#3", 100, "restates", "a#2"), said("a#4", 30, "tranche-of", "a#2")]


def test_the_preferred_figure_hangs_where_the_former_hung(fund: list[Entry], rates: Rates) -> None:
    assert [entry.key for entry in figures_of(fund, "a#3")] == ["a#2", "a#3"]
    assert nets(with_preferred(fund, "a#3"), rates) == {"a#1": 200, "a#2": 0, "a#3": 70, "a#4": 30}
    assert preferred(fund, "a#2") == []


def test_an_older_figure_can_be_preferred_to_the_newer_one(rates: Rates) -> None:
    entries = [said("a#1", 9), said("a#2", 8, "replaces", "a#1"), said("a#3", 10, "replaces", "a#2"), said("a#4", 2, "part-of", "a#3")]
    assert nets(with_preferred(entries, "a#1"), rates) == {"a#1": 7, "a#2": 0, "a#3": 0, "a#4": 2}


def test_a_figure_beside_a_chain_takes_the_end_of_it(rates: Rates) -> None:
    entries = [said("a#1", 9), said("a#2", 8, "replaces", "a#1"), said("a#3", 10, "restates", "a#2")]
    assert nets(with_preferred(entries, "a#3"), rates) == {"a#1": 0, "a#2": 0, "a#3": 10}


def test_a_figure_follows_the_last_of_several_that_replace_the_same_one(rates: Rates) -> None:
    entries = [said("a#1", 9), said("a#2", 7, "restates", "a#1"), said("b#1", 8, "replaces", "a#1"), said("b#3", 10, "replaces", "a#1")]
    assert nets(with_preferred(entries, "a#2"), rates) == {"a#1": 0, "a#2": 7, "b#1": 0, "b#3": 0}


def test_a_firmer_figure_does_not_give_way_and_is_told_in_words() -> None:
    entries = [said("a#1", 9, stage="committed"), said("a#2", 10, "restates", "a#1", stage="announced")]
    with pytest.raises(CannotStand, match="committed is firmer than the announced"):
        preferred(entries, "a#2")


@LAWS
@given(entries=families_of(relations=["new", "restates", "replaces", "part-of", "tranche-of"]))
def test_whatever_is_preferred_stands_and_every_other_money_stands_as_before(entries: list[Entry], rates: Rates) -> None:
    before = count(entries, rates)
    for key in sorted(before):
        standing = before[key].stands_for_it or key
        try:
            after = count(with_preferred(entries, key), rates)
        except CannotStand:
            continue
        assert after[key].live
        alive = {other for other, found in before.items() if found.live} - {standing} | {key}
        assert {other for other, found in after.items() if found.live} == alive
        assert all(found.net >= Decimal(0) for found in after.values())
