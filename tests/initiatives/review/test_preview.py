"""The effect of publishing is told before a draft is complete, and it is the figure by which the inbox puts drafts in order."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.conf import settings
from django.test import Client

from initiatives.ingest import values
from initiatives.ingest.run.consequence import consequence_of
from initiatives.models import Country, Draft, FundingEntry
from initiatives.review import decision_of
from initiatives.review.preview import moved_by, preview_of
from tests.initiatives.desk.conftest import person
from tests.initiatives.desk.material import MONEY, a_draft, proposal

FAR_OFF = replace(MONEY, usd_quoted=Decimal(20_000_000_000))


@pytest.fixture
def norway(db: None) -> None:
    for code, name in (("NOR", "Norway"), ("EUU", "European Union")):
        Country.objects.get_or_create(code=code, defaults={"name": name})


def test_what_a_draft_without_a_summary_would_add_is_told_with_what_is_missing(norway: None) -> None:
    draft = a_draft("Norway builds a model")
    preview = preview_of(draft, decision_of(draft))
    assert preview.effect is not None
    assert [entry.adds for entry in preview.effect.entries] == [Decimal(2 * 10**9)]
    assert "initiative-summary" in {fault.field for fault in preview.faults}
    assert not FundingEntry.objects.exists()


def test_the_totals_of_an_owner_that_nobody_named_are_not_told(norway: None) -> None:
    draft = a_draft("Somebody builds a model", value=proposal(countries=()))
    preview = preview_of(draft, decision_of(draft))
    assert preview.effect is not None
    assert (preview.effect.bases, len(preview.effect.entries)) == ((), 1)


def test_a_sum_that_cannot_be_read_is_left_out_of_what_would_be_added(norway: None) -> None:
    draft = a_draft("Norway builds a model")
    decision = decision_of(draft)
    preview = preview_of(draft, replace(decision, entries=(replace(decision.entries[0], amount="a great deal"),)))
    assert preview.effect is not None
    assert preview.effect.entries == ()


@pytest.mark.parametrize("claim", [MONEY, FAR_OFF, replace(MONEY, stage="pledged"), replace(MONEY, scope="wider"), replace(MONEY, currency="XTS")])
def test_the_inbox_and_the_page_of_a_draft_name_one_figure(norway: None, claim: values.MoneyClaim) -> None:
    value = proposal(money=(claim,))
    draft = a_draft("Norway builds a model", value=value)
    on_the_page = moved_by(preview_of(draft, decision_of(draft)).effect)
    assert consequence_of(replace(value, article=replace(value.article, published="2026-03-04"))) == on_the_page


def test_what_an_editor_changes_changes_the_place_in_the_inbox(norway: None) -> None:
    draft = a_draft("Norway builds a model", consequence=1)
    editor: Client = person("ada", settings.EDITORS_GROUP)
    editor.post(f"/desk/drafts/{draft.pk}/save/", {"version": "1", "entries-0-shown": "1", "entries-0-keep": "on", "entries-0-amount": "1000000000"})
    half = Draft.objects.get(pk=draft.pk).consequence
    assert half is not None
    assert Decimal(80_000_000) < half < Decimal(130_000_000)
