"""What one more statement changes is what counting the whole family with it and without it says."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given

from initiatives.ledger.adding import Change, Families
from initiatives.ledger.count import count
from initiatives.ledger.forest import in_order
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry
from tests.initiatives.ledger.statements import said
from tests.initiatives.ledger.test_laws import LAWS, families_of

NOTHING = Decimal(0)


def by_counting(known: Sequence[Entry], entry: Entry, rates: Rates) -> dict[str, tuple[Decimal, Decimal]]:
    """The nets that differ, found the long way."""
    before, after = count(known, rates), count([*known, entry], rates)
    pairs = {key: (before[key].net if key in before else NOTHING, found.net) for key, found in after.items()}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def says_the_same(found: Change, known: Sequence[Entry], rates: Rates) -> bool:
    counted = count([*known, found.entry], rates)[found.entry.key]
    names = ("root", "live", "stands_for_it", "envelope", "gross", "net", "held", "reason", "reason_key", "reason_key_now", "children", "country")
    return [getattr(found.counted, name) for name in names] == [getattr(counted, name) for name in names]


@LAWS
@given(entries=families_of())
def test_adding_statements_one_by_one_changes_what_counting_all_again_says(entries: list[Entry], rates: Rates) -> None:
    order = in_order(entries)
    families = Families([], rates)
    for at, entry in enumerate(order):
        tried = families.change(entry)
        assert entry.key not in families.by_key
        added = families.add(entry)
        assert tried == added
        assert added.nets == by_counting(order[:at], entry, rates)
        assert says_the_same(added, order[:at], rates)
    counted = count(order, rates)
    assert {key: families.counted(key).net for key in counted} == {key: found.net for key, found in counted.items()}


def test_a_newer_figure_takes_what_lies_in_the_former_one(rates: Rates) -> None:
    families = Families([said("a#1", 100), said("a#2", 60, "part-of", "a#1")], rates)
    assert families.change(said("a#3", 80, "replaces", "a#1")).nets == {"a#1": (40, 0), "a#3": (0, 20)}
    assert families.parts("a#1") == [(said("a#2", 60, "part-of", "a#1"), 60)]


def test_what_is_there_already_or_points_nowhere_is_refused(rates: Rates) -> None:
    families = Families([said("a#1", 100)], rates)
    for entry in (said("a#1", 5), said("a#2", 5, "restates", "b#1")):
        with pytest.raises(ValueError, match="is there already, or points at"):
            families.add(entry)
