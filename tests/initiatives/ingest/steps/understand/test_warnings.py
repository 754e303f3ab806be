"""What a person is asked to look at."""

from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.steps.understand.warnings import find_warnings
from initiatives.ingest.values import Article
from initiatives.ledger.series import load_rates
from initiatives.text import clean


def codes(text: str, owner: str = "JPN", published: str = "2025-12-22") -> list[str]:
    cleaned = clean(text)
    article = Article(cleaned.text, published=published, repaired=cleaned.repaired)
    return [warning.code for warning in find_warnings(article, find_money(article, (owner,), True), (), load_rates())]


def test_dollars_that_do_not_fit_the_days_rate_are_named_with_a_cause() -> None:
    article = Article("The state pays 1 trillion yen ($63 billion).", published="2025-12-22")
    (warning,) = find_warnings(article, find_money(article, ("JPN",), True), (), load_rates())
    assert warning.code == "conversion"
    assert "power of ten" in warning.message
    assert article.text[warning.start : warning.end].startswith("1 trillion yen ($63 billion")


def test_dollars_that_fit_raise_nothing() -> None:
    assert codes("The state pays 1 trillion yen ($6.3 billion).") == []


def test_signs_that_can_be_read_two_ways_are_named() -> None:
    assert "bare-dollar" in codes("Ottawa gives $50 million for AI.", "CAN")
    assert "yen-or-yuan" in codes("Japan gives ¥5 billion; China watches.")


def test_vague_and_damaged_and_wider_sums_are_named() -> None:
    assert "vague-sum" in codes("Several billion euros are meant.", "FRA")
    assert "vague-sum" in codes("They spoke of 几百亿元 for AI.", "CHN")
    assert "damaged-text" in codes("They gave Â£5 million for computeâ€™s sake.", "GBR")
    assert "wider-than-ai" in codes("The state pays €5 billion for AI, chips, biotechnology and quantum computers.", "FRA")


def test_an_increase_and_a_lost_unit_and_an_unclear_dot_are_named() -> None:
    assert "increment" in codes("The state raised the AI budget by €5 million.", "FRA")
    assert "lost-unit" in codes("The state gives €5 to AI and €3 billion to roads.", "FRA")
    assert "separator" in codes("The state gives €1.500 to each school.", "FRA")
