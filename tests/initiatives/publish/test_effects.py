"""Saying beforehand what a publication would do."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Sum

from initiatives.formats import day
from initiatives.ledger.confirming import mark_of
from initiatives.models import Edition, FundingCount, FundingEntry
from initiatives.publication import InitiativeToPublish, Publication, PublicationRefused
from initiatives.publish import effect_of, publish
from tests.initiatives.publish.publications import entry_to_publish, publication

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]

MILLION = Decimal(1_000_000)


def with_entry(**changes: Any) -> Publication:
    return publication(entries=(entry_to_publish(**changes),))


def test_a_restatement_adds_nothing_and_says_what_it_restates() -> None:
    (entry,) = effect_of(publication()).entries
    assert (entry.adds, entry.currency, entry.adds_usd) == (Decimal(0), "NOK", Decimal(0))
    assert entry.reason == "restates MOF's five-year support (1 Mar 2025)"
    assert entry.related_in_words == "MOF's five-year support (1 Mar 2025)"


@pytest.mark.parametrize(
    ("changes", "adds", "reason"),
    [
        ({"relation": "new", "related_to": None}, MILLION, "counted in full"),
        ({"relation": "new", "related_to": None, "amount": None}, Decimal(0), "amount undisclosed"),
        ({"relation": "new", "related_to": None, "stage": "pledged"}, Decimal(0), "below the basis"),
        ({"relation": "new", "related_to": None, "scope": "chips"}, Decimal(0), "outside the scope"),
        ({"relation": "part-of", "amount": Decimal(100_000)}, Decimal(0), "part of MOF's five-year support (1 Mar 2025)"),
        ({"relation": "replaces", "amount": 2 * MILLION}, MILLION, "replaces MOF's five-year support (1 Mar 2025)"),
        ({"relation": "cancels"}, -MILLION, "cancels MOF's five-year support (1 Mar 2025)"),
    ],
)
def test_an_entry_says_what_it_adds_in_its_own_currency_and_why(changes: dict[str, Any], adds: Decimal, reason: str) -> None:
    (entry,) = effect_of(with_entry(**changes)).entries
    assert (entry.adds, entry.reason) == (adds, reason)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"relation": "new", "related_to": None},
        {"relation": "replaces", "amount": 3 * MILLION},
        {"relation": "part-of", "amount": Decimal(700_000), "currency": "EUR"},
        {"relation": "tranche-of", "related_to": "fjord-computer#2", "stage": "committed", "amount": Decimal(100_000)},
        {"relation": "new", "related_to": None, "recipient_country": "SWE"},
    ],
)
def test_what_was_foretold_comes_true(editor: User, changes: dict[str, Any]) -> None:
    foretold = effect_of(with_entry(**changes))
    before = FundingCount.objects.filter(country="NOR").exclude(stage="pledged").aggregate(total=Sum("usd_net"))["total"]
    publish(with_entry(**changes), editor, "Accepted")
    after = FundingCount.objects.filter(country="NOR").exclude(stage="pledged").aggregate(total=Sum("usd_net"))["total"]
    basis = next(basis for basis in foretold.bases if basis.basis == "announced")
    assert (basis.before_usd, basis.after_usd) == (before, after)
    owned = FundingCount.objects.filter(initiative__slug="fjord-computer").exclude(stage="pledged").aggregate(total=Sum("usd_net"))["total"]
    assert foretold.initiative_after_usd == owned


def test_nothing_is_written() -> None:
    effect_of(publication())
    assert (FundingEntry.objects.count(), Edition.objects.current_number()) == (2, 1)


def test_each_entry_adds_to_those_before_it() -> None:
    whole = entry_to_publish(relation="new", related_to=None, amount=5 * MILLION)
    part = entry_to_publish(relation="part-of", related_to=None, related_new=0, amount=2 * MILLION)
    assert [entry.adds for entry in effect_of(publication(entries=(whole, part))).entries] == [5 * MILLION, 0]


def test_parts_that_outgrow_their_envelope_are_warned_of() -> None:
    effect = effect_of(with_entry(relation="part-of", amount=2 * MILLION))
    [words] = [warning for warning in effect.warnings if "exceed" in warning]
    assert words.startswith("The parts of MOF's five-year support (1 Mar 2025) exceed it by NOK\u00a01.4\u00a0m,")


def test_dollars_a_thousand_times_off_are_asked_about_once() -> None:
    effect = effect_of(with_entry(relation="new", related_to=None, usd_as_published=Decimal(95_000_000)))
    [asked] = effect.questions
    assert "thousand" in asked
    assert effect.asks == mark_of(effect.questions)
    assert not any("The source gives" in warning for warning in effect.warnings)


def test_dollars_that_do_not_fit_are_warned_of_and_asked_about_only_where_they_are_ten_times_off() -> None:
    effect = effect_of(with_entry(relation="new", related_to=None, usd_as_published=Decimal(300_000)))
    assert (effect.questions, effect.asks) == ((), "")
    assert any("The source gives" in warning for warning in effect.warnings)


def test_a_new_initiative_of_several_owners_is_joint() -> None:
    new = InitiativeToPublish("Baltic Cloud", ("EST", "LVA"), "compute", "announced", "2025-04", "Shared.")
    effect = effect_of(publication(slug=None, new_initiative=new, entries=(entry_to_publish(relation="new", related_to=None),)))
    assert (effect.owner, effect.initiative_before_usd) == ("joint", Decimal(0))


def test_what_would_be_refused_is_refused_beforehand() -> None:
    with pytest.raises(PublicationRefused, match="tranche-of"):
        effect_of(with_entry(stage="committed"))


def test_each_line_names_its_sum_and_a_day_that_lies_ahead_is_remarked_on() -> None:
    effect = effect_of(publication(entries=(entry_to_publish(), entry_to_publish(announced_on="2099-06-29"))))
    assert [entry.said for entry in effect.entries] == ["“gives a million kroner.”"] * 2
    assert [words for words in effect.warnings if "lies ahead" in words] == [
        f"{day('2099-06-29')} lies ahead. It is published with that day, and counts from now on."
    ]
