"""What an editor or a reader is warned of."""

from decimal import Decimal

import pytest

from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry
from initiatives.ledger.warnings import Caution, warnings_of
from tests.initiatives.ledger.statements import changed, said


def cautions(entries: list[Entry], rates: Rates) -> list[Caution]:
    return warnings_of(entries, count(entries, rates), rates)


@pytest.fixture
def two_cuts() -> list[Entry]:
    """One envelope of two billion cut as .7 + 1.3 and again as .7 + 1.0 + .3, all stated to be part of it."""
    parts = (("b", 700_000_000), ("c", 1_300_000_000), ("d", 1_000_000_000), ("e", 300_000_000))
    return [said("can#1", 2_000_000_000, currency="CAD"), *(said(f"can#{n}", amount, "part-of", "can#1", currency="CAD") for n, amount in parts)]


def test_parts_that_exceed_their_envelope_are_shown_with_the_nesting_that_would_mend_it(two_cuts: list[Entry], rates: Rates) -> None:
    [found] = cautions(two_cuts, rates)
    assert (found.code, found.key, found.excess) == ("parts-exceed-envelope", "can#1", Decimal(1_300_000_000))
    assert found.suggestion == {"can#c": ("can#d", "can#e")}
    assert found.about == ("can#b", "can#c", "can#d", "can#e")
    assert found.message.startswith("The parts of #1 exceed it by CAD 1,300,000,000, and are counted so. Is #c made of #d and #e?")
    assert "another cut of the same money" in found.message
    assert "the envelope grew" in found.message


def test_once_nested_nothing_exceeds(two_cuts: list[Entry], rates: Rates) -> None:
    nested = changed(changed(two_cuts, "can#d", related_to="can#c"), "can#e", related_to="can#c")
    assert cautions(nested, rates) == []


def test_in_one_currency_the_smallest_excess_is_shown_and_three_per_cent_where_one_was_converted(rates: Rates) -> None:
    same = [said("p", 100), said("a", 101, "part-of", "p")]
    euros = [said("p", 100_000), said("a", 85_400, "part-of", "p", currency="EUR", day="2025-12-19")]
    more_euros = changed(euros, "a", amount=Decimal(88_500))
    assert [found.code for found in cautions(same, rates)] == ["parts-exceed-envelope"]
    assert count(euros, rates)["p"].held > 100_000
    assert cautions(euros, rates) == []
    assert [found.code for found in cautions(more_euros, rates)] == ["parts-exceed-envelope"]


def test_what_the_movement_of_a_rate_explains_is_no_excess(rates: Rates) -> None:
    pair = [said("p", 10**12, currency="JPY", day="2025-12-19"), said("c", 6_360_000_000, "part-of", "p", day="2026-06-30")]
    assert cautions(pair, rates) == []


def test_rival_replacements_are_shown(rates: Rates) -> None:
    rivals = [said("x#1", 10), said("x#2", 8, "replaces", "x#1"), said("x#3", 9, "replaces", "x#1")]
    [found] = cautions(rivals, rates)
    assert (found.code, found.key, found.about) == ("rival-replacements", "x#1", ("x#2", "x#3"))
    assert found.message == "#2, #3 each replace #1: the later day counts. Link it to the other."


def test_a_softer_part_is_shown(rates: Rates) -> None:
    [found] = cautions([said("p", 10, stage="committed"), said("a", 5, "part-of", "p")], rates)
    assert (found.code, found.key, found.about) == ("softer-part", "a", ("p",))


@pytest.mark.parametrize(
    ("entry", "code", "says"),
    [
        (said("a", None), "undisclosed", "undisclosed"),
        (said("a", 5, currency="ZZZ"), "not-convertible", "No rate from ZZZ"),
        (said("a", 5, currency="EUR", day="2026-11-24"), "provisional-rate", "of 30 Oct 2026"),
        (said("a", 5, currency="TWD", day="2026-05-05"), "stale-rate", "average of 2025"),
    ],
)
def test_a_figure_that_is_missing_or_converted_loosely_says_so(rates: Rates, entry: Entry, code: str, says: str) -> None:
    [found] = cautions([entry], rates)
    assert found.code == code
    assert says in found.message


def test_a_sound_entry_raises_nothing(rates: Rates) -> None:
    assert cautions([said("a", 10**12, currency="JPY", day="2025-12-21", usd=6_340_000_000)], rates) == []


def test_a_wrong_dollar_figure_is_shown_with_its_cause(rates: Rates) -> None:
    [found] = cautions([said("a", 10**12, currency="JPY", day="2025-12-21", usd=141_000_000_000)], rates)
    assert found.code == "dollar-figure"
    assert "looks like CNY, not JPY (both are written ¥)" in found.message
