"""Counting once, case by case."""

import time
from datetime import date
from decimal import Decimal

import pytest

from initiatives.ledger.count import as_of, count, families
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry, Reason, reason_at
from tests.initiatives.ledger.statements import changed, nets, said, told, total


@pytest.fixture
def programme() -> list[Entry]:
    """A programme of 100 with two projects."""
    return [said("p", 100), said("a", 60, "part-of", "p"), said("b", 30, "part-of", "p")]


@pytest.fixture
def thrice_told() -> list[Entry]:
    """10, replaced by 8, replaced by 9."""
    return [said("x#1", 10), said("x#2", 8, "replaces", "x#1"), said("x#3", 9, "replaces", "x#2")]


# what contains what


def test_a_programme_counts_once_with_its_projects(programme: list[Entry], rates: Rates) -> None:
    assert nets(programme, rates) == {"p": 10, "a": 60, "b": 30}


def test_a_project_entered_before_its_programme_makes_no_difference(rates: Rates) -> None:
    late = [said("a", 60), said("b", 30, "part-of", "p"), said("p", 100)]
    assert sum(nets(late, rates).values()) == 160
    assert nets(changed(late, "a", relation="part-of", related_to="p"), rates) == {"a": 60, "b": 30, "p": 10}


def test_money_granted_on_through_three_initiatives_counts_once(rates: Rates) -> None:
    granted_on = [
        said("C#1", 50, "tranche-of", "B#1", stage="disbursed"),
        said("B#1", 200, "tranche-of", "A#1", stage="committed"),
        said("A#1", 1000),
    ]
    counted = count(granted_on, rates)
    assert {key: found.net for key, found in counted.items()} == {"A#1": 800, "B#1": 150, "C#1": 50}
    assert [total(granted_on, counted, basis) for basis in ("headline", "announced", "committed", "disbursed")] == [1000, 1000, 200, 50]
    assert {found.root for found in counted.values()} == {"A#1"}


def test_an_envelope_of_two_origins_leaves_nothing_in_neither(rates: Rates) -> None:
    europe = [
        said("h", 200, stage="pledged", origin="mixed"),
        said("pub", 50, "part-of", "h"),
        said("prv", 150, "part-of", "h", stage="pledged", origin="private"),
        said("gig", 20, "part-of", "pub"),
    ]
    counted = count(europe, rates)
    assert [total(europe, counted, origins=[origin]) for origin in ("public", "private", "mixed")] == [50, 150, 0]
    assert total(europe, counted) == 200
    assert total(europe, counted, "announced") == 50
    assert [counted["pub"].net, counted["gig"].net] == [30, 20]


def test_two_cuts_of_one_envelope_nested_count_it_once(rates: Rates) -> None:
    cuts = [
        said("p", 2000),
        said("x", 700, "part-of", "p"),
        said("y", 1300, "part-of", "p"),
        said("z", 1000, "part-of", "y"),
        said("w", 300, "part-of", "y"),
    ]
    assert sum(nets(cuts, rates).values()) == 2000


def test_parts_that_outgrow_their_envelope_are_counted(rates: Rates) -> None:
    cuts = [said("p", 2000), *(said(key, amount, "part-of", "p") for key, amount in (("x", 700), ("y", 1300), ("z", 1000), ("w", 300)))]
    counted = count(cuts, rates)
    assert told(counted["p"], "gross", "net") == (3300, 0)
    assert total(cuts, counted) == 3300


def test_an_undisclosed_envelope_is_worth_what_it_holds(rates: Rates) -> None:
    counted = count([said("p", None), said("a", 60, "part-of", "p"), said("b", None, "part-of", "p")], rates)
    assert told(counted["p"], "gross", "net", "reason") == (60, 0, Reason.UNDISCLOSED)
    assert told(counted["b"], "gross", "reason") == (0, Reason.UNDISCLOSED)
    assert counted["p"].children == 2


def test_an_envelope_whose_parts_are_undisclosed_counts_in_full(rates: Rates) -> None:
    counted = count([said("p", 100), said("a", None, "part-of", "p")], rates)
    assert told(counted["p"], "net", "reason") == (100, Reason.COUNTED)


# the same money again, and newer figures


def test_a_restatement_adds_nothing_and_what_hangs_on_it_hangs_on_what_it_restates(programme: list[Entry], rates: Rates) -> None:
    counted = count([*programme, said("again", 100, "restates", "p"), said("c", 5, "part-of", "again")], rates)
    assert told(counted["again"], "net", "stands_for_it") == (0, "p")
    assert counted["c"].envelope == "p"
    assert counted["p"].net == 5


def test_of_replacements_only_the_newest_counts(thrice_told: list[Entry], rates: Rates) -> None:
    counted = count(thrice_told, rates)
    assert {key: found.net for key, found in counted.items()} == {"x#1": 0, "x#2": 0, "x#3": 9}
    assert told(counted["x#1"], "reason", "reason_key", "stands_for_it") == (Reason.REPLACED, "x#2", "x#3")


def test_cancelling_the_newest_figure_leaves_nothing(thrice_told: list[Entry], rates: Rates) -> None:
    counted = count([*thrice_told, said("x#4", None, "cancels", "x#3")], rates)
    assert sum(found.net for found in counted.values()) == 0
    assert [counted[f"x#{n}"].reason for n in (1, 2, 3, 4)] == [Reason.CANCELLED] * 3 + [Reason.CANCELS]
    assert {counted[f"x#{n}"].reason_key for n in (1, 2, 3)} == {"x#4"}


def test_a_withdrawn_replacement_lets_the_older_figure_count_again(thrice_told: list[Entry], rates: Rates) -> None:
    assert nets(thrice_told[:2], rates) == {"x#1": 0, "x#2": 8}
    assert nets(thrice_told[:1], rates) == {"x#1": 10}


def test_a_replacement_aimed_at_a_restatement_replaces_what_that_restates(programme: list[Entry], rates: Rates) -> None:
    counted = count([*programme, said("again", 60, "restates", "a"), said("more", 70, "replaces", "again")], rates)
    assert (counted["a"].reason, counted["more"].envelope) == (Reason.REPLACED, "p")
    assert sum(found.net for found in counted.values()) == 100


def test_of_two_replacements_the_later_day_and_then_the_key_counts(rates: Rates) -> None:
    by_day = [said("a", 10), said("b", 8, "replaces", "a", day="2026-02-01"), said("c", 9, "replaces", "a", day="2026-01-01")]
    by_key = [said("a", 10), said("b", 8, "replaces", "a"), said("c", 9, "replaces", "a")]
    assert nets(by_day, rates) == {"a": 0, "b": 8, "c": 0}
    assert nets(by_key, rates) == {"a": 0, "b": 0, "c": 9}


def test_a_replacement_counts_with_its_own_fields(rates: Rates) -> None:
    chips = [said("a", 10), said("b", 12, "replaces", "a", scope="chips", stage="committed")]
    counted = count(chips, rates)
    assert total(chips, counted, scopes=["ai"]) == 0
    assert total(chips, counted, "committed", scopes=["chips"]) == 12


# cancellations


def test_what_was_paid_of_a_cancelled_part_stays_and_hangs_above(rates: Rates) -> None:
    paid = said("paid", 2, "tranche-of", "part", stage="disbursed")
    fund = [said("e", 10), said("part", 6, "part-of", "e"), paid, said("end", None, "cancels", "part")]
    counted = count(fund, rates)
    assert {key: found.net for key, found in counted.items()} == {"e": 8, "part": 0, "paid": 2, "end": 0}
    assert counted["paid"].envelope == "e"


def test_softer_parts_end_with_their_envelope_down_to_the_last(rates: Rates) -> None:
    fund = [
        said("p#1", 100, stage="budgeted"),
        said("p#2", 60, "part-of", "p#1", stage="budgeted"),
        said("p#3", 20, "part-of", "p#2"),
        said("p#4", 5, "part-of", "p#3", stage="committed"),
        said("p#5", 1, "part-of", "p#4"),
        said("p#6", None, "cancels", "p#1"),
    ]
    counted = count(fund, rates)
    assert {key for key, found in counted.items() if found.live} == {"p#4", "p#5"}
    assert [(counted[key].reason, counted[key].reason_key) for key in ("p#2", "p#3")] == [(Reason.ENDED, "p#1")] * 2
    assert counted["p#4"].envelope is None
    assert [counted["p#4"].net, counted["p#5"].net] == [4, 1]


def test_a_replaced_part_ends_with_its_envelope_in_the_stage_of_its_newest_figure(rates: Rates) -> None:
    part = [said("e", 10), said("a", 6, "part-of", "e", stage="committed"), said("b", 5, "replaces", "a"), said("x", None, "cancels", "e")]
    assert sum(nets(part, rates).values()) == 0
    assert sum(nets(changed(part, "b", stage="committed"), rates).values()) == 5


def test_a_cancellation_that_is_cancelled_has_no_force(rates: Rates) -> None:
    assert nets([said("a", 10), said("b", None, "cancels", "a"), said("c", None, "cancels", "b")], rates) == {"a": 10, "b": 0, "c": 0}


def test_a_cancelling_entry_counts_nothing_even_with_an_amount(rates: Rates) -> None:
    assert nets([said("a", 10), said("b", 10, "cancels", "a"), said("c", 10, "restates", "b")], rates) == {"a": 0, "b": 0, "c": 0}


def test_a_figure_given_after_the_cancellation_counts(rates: Rates) -> None:
    revived = [said("a", 10), said("b", None, "cancels", "a", day="2026-01-01"), said("c", 7, "replaces", "a", day="2026-05-01")]
    counted = count(revived, rates)
    assert counted["c"].net == 7
    assert counted["a"].reason is Reason.REPLACED


# currencies


def test_a_part_in_another_currency_is_converted_at_its_own_days_rate(rates: Rates) -> None:
    pair = [said("p", 10**12, currency="JPY", day="2025-12-19"), said("c", 10**9, "part-of", "p", day="2026-06-30")]
    own_day = rates.convert(Decimal(10**9), "USD", "JPY", "2026-06-30")
    counted = count(pair, rates)
    assert counted["p"].held == own_day
    assert counted["p"].net == 10**12 - (own_day or 0)


def test_a_whole_stays_the_whole_where_only_the_rate_has_moved(rates: Rates) -> None:
    pair = [said("p", 10**12, currency="JPY", day="2025-12-19"), said("c", 6_360_000_000, "part-of", "p", day="2026-06-30")]
    around = [*changed(pair, "p", relation="part-of", related_to="e"), said("e", 2 * 10**12, currency="JPY", day="2025-12-19")]
    assert told(count(pair, rates)["p"], "gross", "net") == (10**12, 0)
    assert count(around, rates)["e"].net == 10**12


def test_a_part_that_was_larger_from_the_first_day_outgrows_its_envelope(rates: Rates) -> None:
    pair = [said("p", 10**12, currency="JPY", day="2025-12-19"), said("c", 6_400_000_000, "part-of", "p", day="2026-06-30")]
    assert count(pair, rates)["p"].gross == rates.convert(Decimal(6_400_000_000), "USD", "JPY", "2026-06-30")


def test_what_cannot_be_converted_is_not_held_by_its_envelope(rates: Rates) -> None:
    counted = count([said("p", 100), said("c", 30, "part-of", "p", currency="ZZZ")], rates)
    assert [counted["p"].net, counted["c"].net, counted["p"].children] == [100, 30, 1]


# countries


def test_joint_money_is_counted_once_under_joint(rates: Rates) -> None:
    entries = [
        said("j", 500, owners=("DEU", "EUU")),
        said("d", 100, owners=("DEU",)),
        said("r", 7, owners=("DEU", "EUU"), recipient_country="POL"),
    ]
    assert {key: found.country for key, found in count(entries, rates).items()} == {"j": "joint", "d": "DEU", "r": "POL"}


# reasons at a filter


@pytest.mark.parametrize(
    ("basis", "scopes", "reason"),
    [
        ("headline", ["ai"], Reason.OUT_OF_SCOPE),
        ("announced", ["ai"], Reason.OUT_OF_SCOPE),
        ("announced", ["ai", "chips"], Reason.BELOW_BASIS),
        ("headline", ["chips"], Reason.COUNTED),
    ],
)
def test_scope_is_named_before_basis_and_both_before_the_amount(rates: Rates, basis: str, scopes: list[str], reason: Reason) -> None:
    entry = said("a", 10, scope="chips", stage="pledged")
    assert reason_at(count([entry], rates)["a"], entry, basis, scopes) is reason


def test_what_is_not_live_says_so_at_every_filter(rates: Rates) -> None:
    entries = [said("a", 10), said("b", 10, "restates", "a", scope="chips", stage="pledged")]
    assert reason_at(count(entries, rates)["b"], entries[1]) is Reason.RESTATES


# families, days and what is refused


def test_a_family_is_all_that_is_connected_and_is_named_by_its_smallest_key(rates: Rates) -> None:
    entries = [said("b#1", 1), said("a#2", 1, "restates", "b#1"), said("c#1", 1, "part-of", "b#1"), said("d#1", 1)]
    assert [[entry.key for entry in family] for family in families(entries)] == [["a#2", "b#1", "c#1"], ["d#1"]]
    assert {key: found.family for key, found in count(entries, rates).items()} == {"a#2": "a#2", "b#1": "a#2", "c#1": "a#2", "d#1": "d#1"}


def test_as_of_a_day_what_restates_a_later_entry_is_new(rates: Rates) -> None:
    entries = [said("a", 10, "restates", "b", day="2025-12-19"), said("b", 10, day="2025-12-21"), said("c", None, "cancels", "b", day="2025-12-20")]
    assert nets(as_of(entries, date(2025, 12, 18)), rates) == {}
    assert nets(as_of(entries, date(2025, 12, 20)), rates) == {"a": 10}
    assert nets(as_of(entries, date(2025, 12, 21)), rates) == {"a": 0, "b": 0, "c": 0}


def test_an_entry_of_a_year_exists_from_its_first_day(rates: Rates) -> None:
    assert [entry.key for entry in as_of([said("y", 1, day="2025"), said("m", 1, day="2025-02")], date(2025, 1, 31))] == ["y"]


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([said("a", 1, "part-of", "b"), said("b", 1, "restates", "a"), said("c", 1)], "a → b → a runs in a circle"),
        ([said("a", 1, "replaces", "a")], "a → a runs in a circle"),
        ([said("a", 1), said("a", 2)], "a is the key of two entries"),
        ([said("a", 1, "part-of", "gone")], "a points at gone, which is not among the entries"),
        ([said("a", 1, "restates")], "a restates nothing"),
    ],
)
def test_entries_that_cannot_be_counted_are_refused_in_words(rates: Rates, entries: list[Entry], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        count(entries, rates)


@pytest.mark.parametrize("relation", ["part-of", "restates", "replaces", "cancels"])
def test_a_chain_of_ten_thousand_is_counted_without_running_out_of_stack(rates: Rates, relation: str) -> None:
    first = said("k#0", 10, stage="committed")
    chain = [first, *(said(f"k#{n}", 10, relation, f"k#{n - 1}", stage="committed") for n in range(1, 10_001))]
    started = time.process_time()
    assert sum(nets(chain, rates).values()) == 10
    assert time.process_time() - started < 3
