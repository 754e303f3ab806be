"""How firm a sum is, where a budget is named."""

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The €40 million for AI is part of the state budget for 2027.", "budgeted"),
        ("The €40 million for AI are in the budget.", "budgeted"),
        ("The state pays €40 million for AI. The whole sum is in the national budget for 2027.", "budgeted"),
        ("The state pays €40 million for AI, already included in the 2027 budget.", "budgeted"),
        ("The minister wants €40 million for AI included in the budget.", "pledged"),
        ("The €40 million for AI is part of the draft budget for 2027.", "announced"),
        ("The state pays €40 million for AI. The whole sum is in doubt.", "announced"),
    ],
)
def test_what_is_in_a_budget_is_budgeted_and_what_is_only_wanted_there_is_not(text: str, stage: str) -> None:
    assert [claim.stage for claim in find_money(Article(text), ("FRA",), True)] == [stage]
