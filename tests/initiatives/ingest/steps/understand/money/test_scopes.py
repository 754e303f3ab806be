"""Whether a sum is for AI, for chips at large or for more than that."""

import pytest

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import Article


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The state pays €40 million for AI chips.", ["ai"]),
        ("The state pays €40 million for a language model.", ["ai"]),
        ("The state pays €40 million.", ["ai"]),
        ("The state pays €40 million for an AI computer that quantum researchers use too.", ["ai"]),
        ("The state pays €40 million for a supercomputer, artificial intelligence and its people.", ["ai"]),
        ("The state pays €2 billion for semiconductor plants.", ["chips"]),
        ("The state pays €2 billion for chips and AI.", ["wider"]),
        ("The state pays €2 billion for AI and semiconductors.", ["wider"]),
        ("The state pays €2 billion for artificial intelligence (AI), quantum computing and space.", ["wider"]),
        ("The digital strategy is worth €2 billion, including money for AI.", ["wider"]),
        ("The digital strategy is worth €2 billion; €40 million goes to AI.", ["wider", "ai"]),
        ("The digital economy programme is worth €2 billion.", ["wider"]),
    ],
)
def test_what_a_sum_is_for_decides_its_scope(text: str, scopes: list[str]) -> None:
    assert [claim.scope for claim in find_money(Article(text), ("FRA",), True)] == scopes
