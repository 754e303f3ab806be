"""What a form comes to is said in short words."""

import pytest

from initiatives.review.announcing import Typed
from initiatives.review.announcing.reading import settle
from initiatives.review.announcing.words import amount_in_words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("amount", "hedge", "low", "high", "words"),
    [
        ("700 m CAD", "range", "700 m", "1 bn", "between C$700 m and C$1 bn"),
        ("between C$700 million and C$1 billion", "exact", "", "", "between C$700 m and C$1 bn"),
        ("1 tn JPY", "about", "", "", "about ¥1 tn"),
        ("1 tn JPY", "exact", "", "", "¥1 tn"),
        ("undisclosed", "exact", "", "", "undisclosed"),
    ],
)
def test_a_sum_is_said_with_its_hedge_and_a_range_with_both_ends(amount: str, hedge: str, low: str, high: str, words: str) -> None:
    typed = Typed(amount=amount, currency="CAD", hedge=hedge, amount_low=low, amount_high=high)
    assert amount_in_words(settle(typed)).replace("\u00a0", " ") == words
