"""What a budget was, what is added or taken away, and what it comes to."""

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article

ENVELOPE, PART, CONTEXT = "initiative-funding", "part-of-it", "context"


@pytest.mark.parametrize(
    ("text", "owner", "roles"),
    [
        ("Laos raised its fund for AI by 20 billion kip to 90 billion kip ($4 million).", "LAO", [PART, ENVELOPE]),
        ("The cabinet tops up the AI scheme by another €2 million to €9 million.", "FRA", [PART, ENVELOPE]),
        ("The AI scheme is to be expanded by 4 million to 9 million soles.", "PER", [PART, ENVELOPE]),
        ("Chile cuts its AI plan by 30 billion pesos to 200 billion pesos.", "CHL", [CONTEXT, ENVELOPE]),
        ("Spending on the AI institute was reduced by €3 million ($3.5 million) to €8 million.", "FRA", [CONTEXT, ENVELOPE]),
        ("The state trims its AI budget from €12 million to €8 million.", "FRA", [CONTEXT, ENVELOPE]),
        ("The state lifts its AI budget from €8 million in 2025 to €12 million.", "FRA", [CONTEXT, ENVELOPE]),
        (
            "Ministers met in Paris on Monday. They raised the AI fund by €5 million to €60 million, it said. A school gets €1 million of it.",
            "FRA",
            [PART, ENVELOPE, PART],
        ),
    ],
)
def test_a_change_has_what_was_what_is_added_and_what_it_comes_to(text: str, owner: str, roles: list[str]) -> None:
    assert [claim.role for claim in find_money(Article(text), (owner,), True)] == roles


def test_the_total_is_the_envelope_also_where_the_title_prints_the_increase() -> None:
    article = Article("The state raised its AI fund by €5 million to €60 million.", "€5 million more for the AI fund")
    assert [claim.role for claim in find_money(article, ("FRA",), True)] == [PART, ENVELOPE]
