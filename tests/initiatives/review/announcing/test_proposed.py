"""What the words of a source say of a sum beside other money: changed, ended, or set beside it."""

from decimal import Decimal

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article
from initiatives.review.announcing import Typed
from initiatives.review.announcing.answering import answer_to
from initiatives.review.announcing.filling import filled_from
from initiatives.review.announcing.proposed import stands_in_place


@pytest.mark.parametrize(
    "text",
    [
        "Germany cut its AI budget from 2 billion euros to 3 billion euros.",
        "The outlay was raised from €2 billion to €3 billion.",
        "The budget went from about 2 billion euros a year to nearly 3 billion euros.",
        "It grew from the original 2 billion euros up to 3 billion euros.",
        "France puts 3 billion euros into AI, up from 2 billion euros.",
        "The plan costs 3 billion euros, down from the previously planned 2 billion euros.",
        "The lab gets 3 billion euros instead of the 2 billion euros.",
        "Norway gives 3 billion euros rather than 2 billion euros.",
        "The fund has 3 billion euros (not the announced 2 billion euros).",
        "It will be 3 billion euros, compared with 2 billion euros.",
    ],
)
def test_the_sum_that_stands_in_place_of_another_is_known(text: str) -> None:
    by_amount = {claim.amount: claim for claim in find_money(Article(text), ("DEU",), True)}
    older, newer = by_amount[Decimal(2 * 10**9)], by_amount[Decimal(3 * 10**9)]
    assert stands_in_place(newer, older, text)
    assert not stands_in_place(older, newer, text)


@pytest.mark.parametrize(
    "text",
    [
        "The state gives 2 billion euros to the lab and 3 billion euros to the centre.",
        "Of 3 billion euros, 2 billion euros come from the state.",
        "It adds 2 billion euros to the 3 billion euros announced in May.",
        "The lab gets 3 billion euros. The centre gets 2 billion euros.",
    ],
)
def test_sums_that_stand_beside_each_other_are_no_change(text: str) -> None:
    first, second = find_money(Article(text), ("DEU",), True)
    assert not stands_in_place(first, second, text)
    assert not stands_in_place(second, first, text)


@pytest.mark.parametrize(
    "words",
    [
        "Japan's METI cut the support of the Domestic Foundation Model from 1 trillion yen to 800 billion yen on 1 May 2026.",
        "On 1 May 2026 METI raised the support of the Domestic Foundation Model from 1 trillion yen to 4 trillion yen.",
        "On 1 May 2026 METI said that Japan's Domestic Foundation Model gets 1.2 trillion yen instead of 1 trillion yen.",
    ],
)
def test_a_changed_sum_replaces_the_older_figure_which_is_no_new_money(japan: None, words: str) -> None:
    filled = filled_from(words, Typed())
    chosen = answer_to(filled.typed).chosen
    assert chosen is not None
    assert chosen.choice == "replaces japan#3"
    assert [each.standing for each in filled.sums] == ["it is the older figure, in whose place the one of this form stands"]


@pytest.mark.parametrize("verb", ["cancelled", "scrapped", "withdrew", "has called off"])
def test_money_that_ends_cancels_its_entry(japan: None, verb: str) -> None:
    typed = filled_from(f"Japan {verb} the 300 billion yen for the Domestic Foundation Model on 1 May 2026.", Typed()).typed
    chosen = answer_to(typed).chosen
    assert chosen is not None
    assert chosen.choice == "cancels japan#5"


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("Chile scrapped a $5 million fund for AI on 3 March 2026.", "“scrapped”"),
        ("Chile cut its AI fund from $7 million to $5 million on 3 March 2026.", "“$5 million” in place of “$7 million”"),
    ],
)
def test_a_change_of_what_the_ledger_lacks_is_said(japan: None, words: str, doubt: str) -> None:
    filled = filled_from(words, Typed())
    assert filled.typed.proposed == ""
    assert any(doubt in each for each in filled.doubts)
