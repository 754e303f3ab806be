"""What markets, economies and companies turn over is told from what a state pays."""

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article


@pytest.mark.parametrize(
    "said",
    [
        "Exports of software, which grew last year to €7 million, are to follow.",
        "Sales of chips abroad are rising. They reached €7 million in May.",
        "IDC puts spending on AI in Europe at €7 billion.",
        "Analysts expect the market for such models to grow to €7 billion.",
        "Spending on AI around the world came to €7 billion.",
        "Global AI spending is €7 billion.",
        "The chipmaker guided for €7 billion in the next quarter.",
        "Its revenue outlook was €7 billion.",
        "The trade makes up 6.1% of GDP, or €7 billion.",
        "The country exported computer services worth €7 million last year.",
        "IT exports of €7 million were reported.",
    ],
)
def test_results_of_markets_and_companies_are_context_wherever_they_stand(said: str) -> None:
    for text in (f"The state pays €40 million for AI. {said}", f"{said} The state pays €40 million for AI."):
        roles = {claim.evidence.text: claim.role for claim in find_money(Article(text), ("FRA",), True)}
        assert roles.pop("€40 million") == "initiative-funding"
        assert set(roles.values()) == {"context"}


@pytest.mark.parametrize(
    "text",
    [
        "Analysts welcomed that the state pays €40 million for AI.",
        "To open the world market for its models, the state pays €40 million for AI.",
    ],
)
def test_a_market_named_beside_it_makes_a_promise_no_result(text: str) -> None:
    assert [claim.role for claim in find_money(Article(text), ("FRA",), True)] == ["initiative-funding"]
