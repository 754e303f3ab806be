"""Every family says what in it disagrees; what restates nothing otherwise, and the golden case, say nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from initiatives.ledger.count import count
from initiatives.ledger.disagreeing import disagreements
from initiatives.ledger.likeness import Claim, why_one_money
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry
from tests.initiatives.ledger.statements import said
from tests.initiatives.ledger.test_japan import japan  # noqa: F401
from tests.initiatives.ledger.test_laws import LAWS, families_of


def codes(entries: list[Entry], rates: Rates) -> list[str]:
    return [caution.code for caution in disagreements(entries, count(entries, rates), rates)]


def test_the_golden_case_has_no_disagreement(japan: list[Entry], rates: Rates) -> None:  # noqa: F811
    assert codes(japan, rates) == []


def test_a_restatement_is_a_rival_from_three_quarters_on(rates: Rates) -> None:
    whole = said("a#1", 100)
    assert codes([whole, said("a#2", 76, "restates", "a#1")], rates) == ["rival-figures"]
    assert codes([whole, said("a#2", 130, "restates", "a#1")], rates) == ["rival-figures"]
    assert codes([whole, said("a#2", 70, "restates", "a#1")], rates) == []
    assert codes([whole, said("a#2", 100, "restates", "a#1")], rates) == []


def test_a_rank_that_nothing_follows_is_told(rates: Rates) -> None:
    preferred = replace(said("a#2", 100, "restates", "a#1"), rank="preferred")
    assert codes([said("a#1", 100), preferred], rates) == ["unheeded-rank"]


@LAWS
@given(entries=families_of())
def test_a_rank_changes_no_count_and_order_no_warning(entries: list[Entry], rates: Rates) -> None:
    ranked = [replace(entry, rank="deprecated") for entry in entries]
    assert count(ranked, rates) == count(entries, rates)
    assert codes(entries, rates) == codes(entries[::-1], rates)


def claim(entry: Entry, source: int, initiative: str = "a", payers: frozenset[int] = frozenset()) -> Claim:
    return Claim(entry, initiative, "JPN", payers, source, None, entry.amount or Decimal(0), entry.amount)


def test_two_counted_sums_look_like_one_whichever_is_asked_first() -> None:
    first, second = claim(said("a#1", 5_000_000), 1), claim(said("a#2", 5_010_000, day="2026-01-05"), 2)
    assert why_one_money(first, second) == why_one_money(second, first) == "the same initiative, nearly the same sum and 17 days apart"
    assert why_one_money(first, replace(second, source=1)) is None
    assert why_one_money(first, replace(second, initiative="b")) is None
    assert why_one_money(replace(first, payers=frozenset({1})), replace(second, payers=frozenset({2}))) is None


@pytest.mark.parametrize(
    ("scope", "amount", "found"),
    [("ai", 65, []), ("chips", 65, []), ("ai", 130, ["rival-figures"]), ("wider", 65, ["rival-figures"]), ("wider", 130, ["rival-figures"])],
)
def test_a_part_in_scope_may_say_less_and_never_more(rates: Rates, scope: str, amount: int, found: list[str]) -> None:
    whole = said("a#1", 75, scope="wider")
    assert codes([whole, said("a#2", amount, "restates", "a#1", scope=scope)], rates) == found


def test_a_wider_programme_may_say_more_and_never_less(rates: Rates) -> None:
    part = said("a#1", 75)
    assert codes([part, said("a#2", 90, "restates", "a#1", scope="wider")], rates) == []
    assert codes([part, said("a#2", 65, "restates", "a#1", scope="wider")], rates) == ["rival-figures"]
