"""A draft's consequence is what accepting it would move, in dollars; unknown is None and not nothing."""

from decimal import Decimal

import pytest

from initiatives.ingest.steps.consequence import consequence
from initiatives.ingest.values import Article, DraftValue, Evidence, InitiativeMatch, MoneyClaim, Proposal, Understanding
from initiatives.ledger.series import load_rates

DAY = "2025-12-19"
WORDS = Evidence(0, 4, "text", "money", "1", 0.9)


def of(*sums: tuple[str, MoneyClaim]) -> Decimal | None:
    money = tuple(claim for _relation, claim in sums)
    proposals = tuple(Proposal(index, relation, None, 0.9, "") for index, (relation, _claim) in enumerate(sums))
    value = DraftValue(Article("text"), Understanding("yes", 0.9, money=money), InitiativeMatch(None, 0, ""), (), proposals)
    return consequence(value, DAY, load_rates())


def claim(amount: int, currency: str = "USD", usd: int | None = None) -> MoneyClaim:
    return MoneyClaim(WORDS, Decimal(amount), currency, usd_quoted=None if usd is None else Decimal(usd))


def test_what_is_new_replaces_or_cancels_adds_up() -> None:
    assert of(("new", claim(100)), ("replaces", claim(20)), ("cancels", claim(3))) == 123


@pytest.mark.parametrize("relation", ["restates", "part-of", "tranche-of"])
def test_what_stands_already_moves_nothing(relation: str) -> None:
    assert of((relation, claim(100))) == 0


def test_another_currency_is_converted_at_the_day_s_rate_or_as_the_article_quotes_it() -> None:
    yen = of(("new", claim(10**12, "JPY")))
    assert yen is not None
    assert Decimal(6_300_000_000) < yen < Decimal(6_450_000_000)
    assert of(("new", claim(10**12, "JPY", usd=6_340_000_000))) == 6_340_000_000


def test_what_cannot_be_converted_is_unknown() -> None:
    assert of() is None
    assert of(("new", claim(5, "XTS"))) is None
    assert of(("new", claim(5, "XTS")), ("new", claim(7))) == 7


def test_a_sum_that_no_state_could_pay_is_unknown_and_breaks_nothing() -> None:
    assert of(("new", claim(10**30))) is None
    assert of(("new", claim(10**30, "JPY"))) is None
