"""A draft's consequence is what accepting it would add to the counted total, in dollars; unknown is None and not nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from initiatives.ingest.steps.consequence import consequence
from initiatives.ingest.values import Article, DraftValue, Evidence, InitiativeMatch, MoneyClaim, Proposal, Understanding
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import Entry

DAY = "2025-12-19"
WORDS = Evidence(0, 4, "text", "money", "1", 0.9)
KNOWN = Entry("project#1", Decimal(100), "USD", DAY, "announced", "new", None, "ai", "public", ())


def of(*sums: tuple[Proposal | str, MoneyClaim], known: tuple[Entry, ...] = ()) -> Decimal | None:
    money = tuple(claim for _relation, claim in sums)
    proposals = tuple(each if isinstance(each, Proposal) else Proposal(index, each, None, 0.9, "") for index, (each, _claim) in enumerate(sums))
    value = DraftValue(Article("text"), Understanding("yes", 0.9, money=money), InitiativeMatch(None, 0, ""), (), proposals)
    return consequence(value, DAY, known, load_rates())


def to_known(relation: str) -> Proposal:
    return Proposal(0, relation, KNOWN.key, 0.9, "")


def claim(amount: int, currency: str = "USD", usd: int | None = None) -> MoneyClaim:
    quoted = None if usd is None else Decimal(usd)
    return MoneyClaim(WORDS, Decimal(amount), currency, usd_quoted=quoted, role="initiative-funding")


def test_what_is_new_adds_up() -> None:
    assert of(("new", claim(100)), ("new", claim(23))) == 123


@pytest.mark.parametrize(("relation", "moved"), [("restates", 0), ("part-of", 0), ("tranche-of", 0), ("replaces", -20), ("cancels", -100)])
def test_a_sum_related_to_the_record_moves_what_the_total_gains_or_loses(relation: str, moved: int) -> None:
    assert of((to_known(relation), claim(80)), known=(KNOWN,)) == moved


def test_a_part_of_another_sum_of_the_article_adds_nothing_to_it() -> None:
    part = Proposal(0, "part-of", None, 0.9, "", related_money=1)
    assert of((part, claim(30)), ("new", claim(100))) == 100


def test_another_currency_is_converted_at_the_ledger_s_rate_and_never_as_the_article_quotes_it() -> None:
    yen = of(("new", claim(10**12, "JPY")))
    assert yen is not None
    assert Decimal(6_300_000_000) < yen < Decimal(6_450_000_000)
    assert of(("new", claim(10**12, "JPY", usd=63_400_000_000))) == yen


@pytest.mark.parametrize("facts", [{"role": "context"}, {"stage": "pledged"}, {"scope": "wider"}])
def test_what_the_default_total_leaves_out_moves_nothing(facts: dict[str, str]) -> None:
    assert not of(("new", replace(claim(100), **facts)))  # type: ignore[arg-type]


def test_what_cannot_be_converted_is_unknown() -> None:
    assert of() is None
    assert of(("new", claim(5, "XTS"))) is None
    assert of(("new", claim(5, "XTS")), ("new", claim(7))) == 7


def test_a_sum_that_no_state_could_pay_is_unknown_and_breaks_nothing() -> None:
    assert of(("new", claim(10**30))) is None
    assert of(("new", claim(10**30, "JPY"))) is None


def test_an_entry_that_has_left_the_record_moves_nothing_and_breaks_nothing() -> None:
    assert of((to_known("restates"), claim(100))) is None
