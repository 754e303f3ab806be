"""What each of several relations would add is what publishing each would, and refusals come in words."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.models import Edition
from initiatives.publish import Choice, effect_of, effects_of_choices
from tests.initiatives.publish.publications import entry_to_publish, publication

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]

WHOLE, PART = "fjord-computer#1", "fjord-computer#2"
CHOICES = [
    Choice("new"),
    Choice("restates", WHOLE),
    Choice("replaces", WHOLE),
    Choice("part-of", WHOLE),
    Choice("tranche-of", PART),
    Choice("cancels", WHOLE),
]


def test_each_choice_has_the_effect_that_publishing_it_would_have() -> None:
    asked = entry_to_publish(amount=Decimal(1_500_000))
    found = effects_of_choices(publication(entries=(asked,)), 0, CHOICES)
    for choice, each in zip(CHOICES, found, strict=True):
        alone = effect_of(publication(entries=(replace(asked, relation=choice.relation, related_to=choice.related_to),)))
        assert (each.choice, each.effect) == (choice, alone.entries[0])
        gained = {gain.basis: gain.adds_usd for gain in each.bases}
        assert gained == {basis.basis: (basis.after_usd or 0) - (basis.before_usd or 0) for basis in alone.bases}


def test_what_the_ledger_refuses_is_said_and_the_others_are_answered() -> None:
    firm = entry_to_publish(stage="committed")
    refused, allowed = effects_of_choices(publication(entries=(firm,)), 0, [Choice("restates", WHOLE), Choice("tranche-of", WHOLE)])
    assert refused.effect is None
    assert "tranche-of" in refused.refused[0].message
    assert allowed.effect is not None


def test_an_earlier_sum_of_the_same_article_may_be_pointed_at() -> None:
    whole = entry_to_publish(relation="new", related_to=None, amount=Decimal(5_000_000))
    again = entry_to_publish(relation="new", related_to=None, amount=Decimal(5_000_000))
    same, other = effects_of_choices(publication(entries=(whole, again)), 1, [Choice("restates", related_new=0), Choice("new")])
    assert same.effect is not None
    assert other.effect is not None
    assert (same.effect.adds, other.effect.adds) == (0, 5_000_000)


def test_more_choices_ask_the_database_no_more() -> None:
    def asked(choices: list[Choice]) -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            effects_of_choices(publication(), 0, choices)
        return len(queries)

    few, many = asked(CHOICES[1:2]), asked([*CHOICES, *CHOICES])
    assert few == many
    assert Edition.objects.current_number() == 1
