"""A sum that a source says it does not name leaves the rest of its sentence to be read."""

import pytest

from initiatives.review.announcing import Typed
from initiatives.review.announcing.filling import filled_from, shown_again
from initiatives.review.announcing.undisclosed import undisclosed_sum

NAMED = [
    "An undisclosed amount was pledged by Kenya for an AI lab.",
    "Kenya gave an undisclosed sum of money to the lab.",
    "The fund received confidential financing from the state.",
    "Kenya will pay for the lab; the amount was not disclosed.",
    "Kenya will pay for the lab. The value of the deal has not been made public.",
    "The ministry did not say how much it will pay for the lab.",
    "Kenya funds a lab without naming the sum.",
    "Terms were not disclosed when Kenya signed for the lab.",
    "The company declined to reveal the exact amount.",
    "No figure was given for the lab.",
    "L'État verse un montant non divulgué au laboratoire.",
    "Die Regierung zahlt eine nicht genannte Summe.",
    "El Gobierno aporta un monto no revelado.",
    "O governo pagará um valor não divulgado.",
    "Il governo versa un importo non divulgato.",
    "政府は支援する。金額は非公表としている。",
    "政府将投资，具体金额未披露。",
    "정부가 투자한다. 금액은 비공개다.",
    "Правительство вложит средства, сумма не раскрывается.",
]


@pytest.mark.parametrize("text", NAMED)
def test_that_a_sum_is_not_named_is_heard(text: str) -> None:
    assert undisclosed_sum(text, None, (), ()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Kenya plans an AI lab.",
        "The plan was published in March.",
        "The ministry disclosed the amount: it is large.",
        "Details of the lab follow.",
        "The value of data is great.",
    ],
)
def test_words_that_say_nothing_of_it_are_none(text: str) -> None:
    assert undisclosed_sum(text, None, (), ()) is None


@pytest.mark.parametrize(
    ("text", "stage", "origin", "owners"),
    [
        ("An undisclosed amount was pledged by Kenya for an AI lab on 1 February 2026.", "pledged", "public", "Kenya"),
        ("Kenya pledged money for an AI lab on 1 February 2026; the amount was not disclosed.", "pledged", "public", "Kenya"),
        ("On 1 February 2026 Kenya's government promised funds for an AI lab. The sum was not named.", "pledged", "public", "Kenya"),
        ("An undisclosed sum was awarded by Chile's ministry for an AI lab on 1 February 2026.", "committed", "public", "Chile"),
    ],
)
def test_stage_origin_day_and_owner_of_an_undisclosed_sum_are_filled(japan: None, text: str, stage: str, origin: str, owners: str) -> None:
    typed = filled_from(text, Typed()).typed
    assert (typed.amount, typed.stage, typed.origin, typed.announced_on) == ("undisclosed", stage, origin, "1 Feb 2026")
    assert (typed.new_countries, len(typed.currency)) == (owners, 3)


def test_its_words_are_marked_and_stay_so_when_the_form_is_shown_again(japan: None) -> None:
    filled = filled_from("An undisclosed amount was pledged by Kenya for an AI lab on 1 February 2026.", Typed())
    again = shown_again(filled.typed)
    for shown in (filled, again):
        marked = {each.field: filled.typed.pasted[each.start : each.end] for each in shown.passages}
        assert marked["amount"] == "undisclosed amount"


def test_a_sum_that_is_named_is_taken_although_another_is_not(japan: None) -> None:
    text = "Japan's METI will pay 5 billion yen for the Domestic Foundation Model; SoftBank adds an undisclosed amount."
    assert filled_from(text, Typed()).typed.amount == "5 bn JPY"
