"""What of an answer goes beside the rules' claims."""

from dataclasses import replace

from initiatives.ingest.steps.proposals import merged, read_reply
from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article, CountryClaim, MoneyClaim, Understanding

TEXT = (
    "Elsewhere €5 million were spent on pens. France gives €2 billion (about $2.3 billion) for AI. Later €7 million follow. All in all, €2 billion."
)
ARTICLE = Article(TEXT, published="2026-01-10")


def test_sums_stay_in_reading_order_and_what_says_another_again_still_points_at_it() -> None:
    money = find_money(ARTICLE, ("FRA",), True)
    again = next(at for at, claim in enumerate(money) if claim.restates_in_text is not None)
    first = money[again].restates_in_text
    assert first is not None
    left = tuple(claim for claim in money if claim.evidence.text != "€5 million")
    understood = Understanding("yes", 1.0, (CountryClaim("FRA", "owner"),), money=_reindexed(left, first - 1))
    reply = read_reply('{"money": [{"passage": "€5 million were spent on pens", "role": "context"}]}')
    after = merged(ARTICLE, understood, reply, "model").money
    assert [claim.evidence.text for claim in after] == [claim.evidence.text for claim in money]
    assert after[-1].restates_in_text == first
    assert after[0].evidence.producer == "language-service"


def _reindexed(money: tuple[MoneyClaim, ...], first: int) -> tuple[MoneyClaim, ...]:
    return tuple(replace(claim, restates_in_text=None if claim.restates_in_text is None else first) for claim in money)


def test_a_role_is_suggested_where_the_sum_was_mere_context() -> None:
    money = find_money(ARTICLE, ("FRA",), False)
    understood = Understanding("maybe", 0.4, (CountryClaim("FRA", "owner"),), money=money)
    assert money[1].role == "context"
    after = merged(ARTICLE, understood, read_reply('{"money": [{"passage": "France gives €2 billion", "role": "initiative-funding"}]}'), "model")
    assert (after.money[1].role, after.money[1].evidence.producer) == ("initiative-funding", "money-grammar+language-service")
    assert (after.money[1].amount, after.money[1].currency) == (money[1].amount, money[1].currency)


def test_a_word_within_a_word_is_not_in_the_text() -> None:
    after = merged(ARTICLE, Understanding("yes", 1.0), read_reply('{"organizations": [{"name": "Franc", "role": "lead"}]}'), "model")
    assert after.organizations == ()
    assert [warning.code for warning in after.warnings] == ["assistant-dropped"]


def test_a_fence_around_the_object_is_no_fault() -> None:
    assert read_reply('```json\n{"organizations": [{"name": "France", "role": "lead"}]}\n```').organizations[0].name == "France"
