"""By what name an article calls its programme, and what it tells only beside it."""

from decimal import Decimal

from initiatives.ingest.steps.draft import compose
from initiatives.ingest.steps.match.called import programme_of_the_money, without_context
from initiatives.ingest.values import (
    Article,
    CountryClaim,
    DraftValue,
    Evidence,
    InitiativeClaim,
    KnownEntry,
    KnownInitiative,
    MoneyClaim,
    Record,
    Understanding,
)
from initiatives.ledger.series import load_rates

HUB = KnownInitiative("hub", "Steppe Compute Hub (Orda Capital and Nvidia)", ("KAZ",), "compute", organizations=("Orda Capital", "Nvidia"))
ENTRY = KnownEntry("hub#1", "hub", Decimal(2 * 10**9), "USD", "2025-11", stage="pledged", origin="private", countries=("KAZ",))
LEAD = "Kazakhstan has raised the budget of its AI-Bulak programme to 60 billion tenge."
BESIDE = "Orda Capital said separately that it would put $2 billion into a compute hub on the steppe with Nvidia."


def claim(text: str, printed: str, amount: int, currency: str, role: str) -> MoneyClaim:
    start = text.index(printed)
    evidence = Evidence(start, start + len(printed), printed, "test", "1", 1.0)
    return MoneyClaim(evidence, Decimal(amount), currency, role=role, announced_on="2026-11-23")


def draft(lead: str) -> DraftValue:
    text = f"{lead} {BESIDE} Pupils may apply from January."
    money = (claim(text, "60 billion tenge", 60 * 10**9, "KZT", "initiative-funding"), claim(text, "$2 billion", 2 * 10**9, "USD", "context"))
    understood = Understanding("yes", 0.9, (CountryClaim("KAZ", "owner"),), InitiativeClaim("AI budget", "compute"), money)
    return compose(Article(text, published="2026-11-23"), understood, Record((HUB,), (), (ENTRY,)), load_rates())


def test_a_programme_that_the_record_lacks_is_new_whatever_stands_beside_it() -> None:
    found = draft(LEAD)
    assert found.initiative.slug is None
    assert [(each.relation, each.related_to) for each in found.proposals] == [("new", None)]


def test_names_of_a_sentence_of_context_do_not_make_the_initiative() -> None:
    found = draft("Kazakhstan has raised its spending on AI to 60 billion tenge.")
    assert found.initiative.slug is None
    assert found.proposals[0].relation != "replaces"


def test_the_same_programme_is_found_and_its_sum_replaced() -> None:
    found = draft("Kazakhstan has raised the budget of its Steppe Compute Hub programme from $2 billion to 60 billion tenge.")
    assert found.initiative.slug == "hub"
    assert (found.proposals[0].relation, found.proposals[0].related_to) == ("replaces", "hub#1")


def test_the_name_of_the_programme_is_read_from_the_sentence_of_its_money() -> None:
    article = Article(f"{LEAD} {BESIDE}")
    money = (claim(article.text, "60 billion tenge", 60, "KZT", "initiative-funding"),)
    assert programme_of_the_money(article, money) == "AI-Bulak"
    assert programme_of_the_money(Article("The National AI programme gets 60 billion tenge."), money[:0]) is None


def test_sentences_of_context_are_left_out_only_beside_money_of_its_own() -> None:
    article = Article(f"{LEAD} {BESIDE}")
    context = claim(article.text, "$2 billion", 2, "USD", "context")
    own = claim(article.text, "60 billion tenge", 60, "KZT", "initiative-funding")
    assert "Orda" not in without_context(article, (own, context))
    assert "Orda" in without_context(article, (context,))
