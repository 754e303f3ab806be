"""Who pays which share, where only one sum is printed."""

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("The AI centre costs €40 million. The state pays half; the rest comes from companies.", "mixed"),
        ("The AI centre costs €40 million. The government covers 60% and the remainder is paid by private investors.", "mixed"),
        ("The AI centre costs €40 million. The state pays half; the rest comes from the region.", "public"),
    ],
)
def test_shares_in_words_decide_the_origin(text: str, origin: str) -> None:
    assert [claim.origin for claim in find_money(Article(text), ("FRA",), True)] == [origin]
