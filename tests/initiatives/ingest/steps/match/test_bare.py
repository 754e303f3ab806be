"""A figure without a currency is taken for money only where the ledger of the article's initiative has it, and never for new money."""

from dataclasses import replace
from decimal import Decimal

import pytest

from initiatives.ingest.steps.draft import compose
from initiatives.ingest.values import Article, CountryClaim, DraftValue, InitiativeClaim, KnownEntry, KnownInitiative, Record, Understanding

DAY = "2025-11-20"
GEFION = KnownInitiative("denmark-gefion", "Gefion (Danish AI supercomputer)", ("DNK",), "compute")
ENTRY = KnownEntry("denmark-gefion#1", "denmark-gefion", Decimal(600_000_000), "DKK", "2025-11-02", origin="public", countries=("DNK",))
UNDERSTOOD = Understanding("yes", 0.9, (CountryClaim("DNK", "owner"),), InitiativeClaim("Gefion", "compute"))


def drafted(text: str, entry: KnownEntry | None = ENTRY, understood: Understanding = UNDERSTOOD) -> DraftValue:
    return compose(Article(text, published=DAY), understood, Record((GEFION,), (), (entry,) if entry else ()), None)


@pytest.mark.parametrize(
    "text",
    [
        "Denmark pays for Gefion with 600 million, it was announced.",
        "Gefion, the Danish computer, will get 600 million for its second hall.",
        "The state has put 0.6 billion into Gefion.",
        "Of Gefion's price, 600\u00a0million, half is paid.",
    ],
)
def test_a_figure_of_the_ledger_restates_it_with_a_warning(text: str) -> None:
    value = drafted(text)
    (proposal,) = value.proposals
    claim = value.understanding.money[proposal.money]
    assert (proposal.relation, proposal.related_to, claim.currency, claim.amount) == ("restates", ENTRY.key, "DKK", Decimal(600_000_000))
    assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
    (warning,) = (each for each in value.understanding.warnings if each.code == "unit-of-the-record")
    assert f"“{claim.evidence.text}” stands without a currency" in warning.message


@pytest.mark.parametrize(
    "text",
    [
        "Gefion serves 600 million people.",
        "Gefion trains a model of 600 million parameters.",
        "Gefion costs 700 million, it was announced.",
        "Gefion was opened in 2024 and has 1,528 chips.",
        "A computer will get 600 million for a second hall.",
    ],
)
def test_what_is_counted_and_what_the_ledger_does_not_have_is_no_money(text: str) -> None:
    value = drafted(text)
    assert (value.proposals, value.understanding.money) == ((), ())
    assert "unit-of-the-record" not in {each.code for each in value.understanding.warnings}


def test_an_entry_of_years_ago_is_not_meant() -> None:
    assert drafted("Denmark pays for Gefion with 600 million.", replace(ENTRY, announced_on="2022-01-01")).proposals == ()


def test_matched_again_it_keeps_its_place_and_without_the_entry_it_is_never_new_money() -> None:
    first = drafted("Denmark pays for Gefion with 600 million, it was announced.")
    again = drafted(first.article.text, ENTRY, first.understanding)
    assert again == first
    without = drafted(first.article.text, None, first.understanding)
    assert without.proposals == ()
    assert [claim.role for claim in without.understanding.money] == ["context"]
    assert without.understanding.warnings == ()
