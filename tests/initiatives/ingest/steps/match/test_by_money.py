"""The initiative by where its money belongs."""

from decimal import Decimal

from initiatives.ingest.steps.draft import compose
from initiatives.ingest.steps.understand.money import find_money
from initiatives.ingest.values import (
    Article,
    CountryClaim,
    DraftValue,
    Evidence,
    InitiativeClaim,
    KnownEntry,
    KnownInitiative,
    Record,
    Understanding,
)
from initiatives.ledger.series import load_rates

SCHEME = KnownInitiative("scheme", "Croatia state AI programme and strategy", ("HRV",), "strategy")
ENTRY = KnownEntry("scheme#1", "scheme", Decimal(70_000_000), "EUR", "2026-03-02", countries=("HRV",), origin="public")
OTHER = KnownInitiative("vega", "Adria Vega supercomputer", ("HRV",), "compute")
RESTATED = "Croatia keeps its promise to spend €70 million of public money on artificial intelligence"


def draft(text: str, name: str = "", chosen: str | None = None) -> DraftValue:
    article = Article(text, published="2026-04-20")
    at = text.find(name)
    claim = InitiativeClaim(name or "A headline", "compute", Evidence(at, at + len(name), name, "test", "1", 0.9) if name else None)
    understood = Understanding("yes", 0.9, (CountryClaim("HRV", "owner"),), claim, find_money(article, ("HRV",), True))
    return compose(article, understood, Record((SCHEME, OTHER), (), (ENTRY,)), load_rates(), chosen)


def test_money_that_restates_an_entry_makes_its_initiative_that_of_the_article() -> None:
    found = draft(f"{RESTATED}, the prime minister said.")
    assert (found.proposals[0].relation, found.proposals[0].related_to) == ("restates", "scheme#1")
    assert found.initiative.slug == "scheme"
    assert found.initiative.reason == "Its money is the same as an entry of Croatia state AI programme and strategy."
    assert "of the same initiative" in found.proposals[0].reason
    assert found.initiative.candidates[0].key == "scheme"


def test_a_name_of_its_own_keeps_it_new_and_the_reason_says_so() -> None:
    found = draft(f"{RESTATED}, in a scheme called Plavi Val, the prime minister said.", "Plavi Val")
    assert found.initiative.slug is None
    assert found.proposals[0].related_to == "scheme#1"
    assert "but the article calls its programme “Plavi Val”" in found.initiative.reason


def test_another_initiative_that_is_named_stays_with_a_word_on_the_money() -> None:
    found = draft(f"{RESTATED}. All of it goes to the Adria Vega supercomputer.")
    assert found.initiative.slug == "vega"
    assert found.initiative.reason.endswith("Its money is proposed as the same as an entry of Croatia state AI programme and strategy.")


def test_new_money_and_an_editors_choice_are_left_alone() -> None:
    assert draft("Croatia will spend €900 million of public money on artificial intelligence.").initiative.slug is None
    assert draft(f"{RESTATED}, the prime minister said.", chosen="").initiative.slug is None
