"""What the administration warns of is what the desk lists as conflicts, for the entries concerned and no others."""

from django.test import Client

from initiatives import publish
from initiatives.admin.warned import cautions_of
from initiatives.models import Conflict, ConflictDecision, FundingEntry, Initiative
from tests.initiatives.admin.conftest import entry_of, fields_of, words_of


def entry(hub: Initiative, **columns: object) -> FundingEntry:
    row = entry_of(hub, hub.funding.get(key="exampleland-ai-hub#1").source, **columns)
    with publish.editing(None, "Another statement") as session:
        session.save(row)
    return row


def outgrown(hub: Initiative) -> tuple[FundingEntry, FundingEntry]:
    """The envelope of 100 m, and a part of 130 m."""
    whole = hub.funding.get()
    return whole, entry(hub, amount=130_000_000, relation="part-of", related_to=whole)


def test_no_entry_has_no_warning(db: None) -> None:
    assert cautions_of([]) == []
    assert cautions_of([None]) == []


def test_an_entry_is_warned_of_what_it_starts_and_of_what_it_is_part_of(hub: Initiative) -> None:
    whole, part = outgrown(hub)
    (said,) = Conflict.objects.values_list("message", flat=True)
    assert cautions_of([whole.pk]) == cautions_of([part.pk]) == cautions_of([whole.pk, part.pk]) == [said]


def test_an_entry_of_other_money_is_not_warned_of_it(hub: Initiative) -> None:
    whole, _ = outgrown(hub)
    other = entry(hub, amount=7_000_000, announced_on="2026-05")
    assert cautions_of([other.pk]) == []
    assert len(cautions_of([other.pk, whole.pk])) == 1


def test_what_an_editor_put_away_as_right_is_not_said_again(hub: Initiative) -> None:
    whole, _ = outgrown(hub)
    conflict = Conflict.objects.get()
    ConflictDecision.objects.create(conflict=conflict.key, code=conflict.code, reason="Both ministries say so")
    assert cautions_of([whole.pk]) == []


def test_the_page_of_an_entry_says_what_the_desk_lists(signed_in: Client, hub: Initiative) -> None:
    whole, _ = outgrown(hub)
    (said,) = cautions_of([whole.pk])
    assert said in words_of(signed_in.get(f"/admin/initiatives/fundingentry/{whole.pk}/change/"))


def sent_softer(signed_in: Client, hub: Initiative) -> tuple[str, dict[str, str]]:
    """A committed entry of the record that replaces another, and what a browser sends that makes it softer than that."""
    whole = hub.funding.get()
    with publish.editing(None, "Signed") as session:
        whole.stage = "committed"
        session.save(whole)
    newer = entry(hub, stage="committed", relation="replaces", related_to=whole, announced_on="2026-05")
    address = f"/admin/initiatives/fundingentry/{newer.pk}/change/"
    return address, fields_of(signed_in.get(address)) | {"stage": "announced", "note": "As typed."}


def test_a_softer_replacement_is_saved_only_after_a_yes_and_nothing_typed_is_lost(signed_in: Client, hub: Initiative) -> None:
    address, sent = sent_softer(signed_in, hub)
    page = signed_in.post(address, sent)
    assert page.status_code == 200
    assert "Yes, the source says so: announced is softer than the committed of #1" in words_of(page)
    assert fields_of(page)["note"] == "As typed."
    assert hub.funding.get(key="exampleland-ai-hub#2").stage == "committed"
    assert signed_in.post(address, sent | {"confirmed": "0" * 16}).status_code == 200
    assert signed_in.post(address, sent | {"confirmed": page.context["asks"]}).status_code == 302
    assert hub.funding.get(key="exampleland-ai-hub#2").stage == "announced"


def test_what_was_asked_once_is_not_asked_again_by_another_change(signed_in: Client, hub: Initiative) -> None:
    address, sent = sent_softer(signed_in, hub)
    signed_in.post(address, sent | {"confirmed": signed_in.post(address, sent).context["asks"]})
    again = fields_of(signed_in.get(address)) | {"note": "Another word."}
    assert signed_in.post(address, again).status_code == 302
    doubted = fields_of(signed_in.get(address)) | {"usd_as_published": "1200000000"}
    assert "the dollars are probably 10 times too high" in words_of(signed_in.post(address, doubted))
