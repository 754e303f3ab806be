"""How firm a sum is: as the press says it, with what is denied or lies ahead told from what was done."""

from pathlib import Path

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article

PRESS = [
    line.split(" | ") for line in (Path(__file__).parent / "press.psv").read_text(encoding="utf-8").splitlines() if " | " in line and line[0] != "#"
]


@pytest.mark.parametrize(("stage", "text"), PRESS, ids=[text for _stage, text in PRESS])
def test_a_stage_is_read_as_the_press_says_it(stage: str, text: str) -> None:
    assert [claim.stage for claim in find_money(Article(text), ("FRA",), True)][:1] == [stage]


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
