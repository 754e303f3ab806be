"""An announcement is published once, with the effect that was looked at, and can be taken back the same day."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User

from initiatives.models import Announcement, Article, Draft, Edition, FundingCount, FundingEntry
from initiatives.publication import PublicationRefused
from initiatives.review.announcing import EffectChanged, Payer, Typed, announce, answer_to, can_be_undone, take_back
from initiatives.review.announcing.keeping import keep
from initiatives.review.drafting import decision_of
from initiatives.review.matching import match_again

TOKEN = "0123456789abcdef" * 2


def publish(typed: Typed, editor: User, token: str = TOKEN) -> FundingEntry:
    done = announce(typed, token, answer_to(typed).mark, editor)
    return FundingEntry.objects.get(key=done.announcement.entry)


def test_what_was_typed_is_what_is_published(japan: None, award: Typed, editor: User) -> None:
    words = "METI will pay 387.3 billion yen."
    typed = replace(
        award, pasted=words, passage="14-31", recipients="SoftBank; a consortium", payers=(Payer("METI", "", "60"), Payer("banks", "", "40"))
    )
    entry = publish(typed, editor)
    assert (entry.amount, entry.currency, entry.relation, entry.related_to.key) == (387_300_000_000, "JPY", "replaces", "japan#5")  # type: ignore[union-attr]
    assert (entry.announced_on, entry.period, entry.stage, entry.tier) == ("2026-06-30", "2026-2026", "budgeted", 3)
    assert entry.evidence == {"start": 14, "end": 31, "text": "387.3 billion yen"}
    assert entry.source.text == words
    assert [(str(payer), payer.share) for payer in entry.funders.all()] == [
        ("Ministry of Economy", Decimal("0.6")),
        ("banks", Decimal("0.4")),
    ]
    assert set(entry.initiative.participations.values_list("organization__name", "described", "role")) == {
        ("SoftBank", None, "recipient"),
        (None, "a consortium", "recipient"),
    }
    assert FundingCount.objects.get(entry__key="japan#5", snapshot__day=None).live is False


def test_an_announcement_typed_from_nothing_keeps_its_title_as_the_words_and_no_passage(japan: None, award: Typed, editor: User) -> None:
    entry = publish(award, editor)
    assert (entry.evidence, entry.source.text) == (None, award.title)


def test_the_same_form_sent_twice_is_published_once(japan: None, award: Typed, editor: User) -> None:
    seen = answer_to(award).mark
    first = announce(award, TOKEN, seen, editor)
    second = announce(award, TOKEN, seen, editor)
    assert (first.is_repeated, second.is_repeated) == (False, True)
    assert second.announcement == first.announcement
    assert FundingEntry.objects.filter(source__url=award.url).count() == 1


def test_an_effect_that_was_not_looked_at_is_shown_before_anything_is_published(japan: None, award: Typed, editor: User) -> None:
    seen = answer_to(award).mark
    publish(replace(award, url="https://news.example/other"), editor, "f" * 32)
    edition = Edition.objects.current_number()
    with pytest.raises(EffectChanged) as changed:
        announce(award, TOKEN, seen, editor)
    assert changed.value.answer.chosen is not None
    assert changed.value.answer.chosen.consequence.relation == "restates"
    assert Edition.objects.current_number() == edition


def test_a_softer_figure_is_published_only_with_a_yes(japan: None, award: Typed, editor: User) -> None:
    softer = replace(award, stage="announced", choice="replaces japan#5", by_hand="yes")
    with pytest.raises(PublicationRefused) as refused:
        publish(softer, editor)
    assert [fault.field for fault in refused.value.faults] == ["confirmed"]
    with pytest.raises(PublicationRefused):
        publish(replace(softer, confirmed="0123456789abcdef"), editor)  # a yes to another question
    assert publish(replace(softer, confirmed=answer_to(softer).chosen.consequence.asks), editor).stage == "announced"  # type: ignore[union-attr]


def test_dollars_ten_times_too_many_are_published_only_with_a_yes(japan: None, award: Typed, editor: User) -> None:
    doubted = replace(award, usd_as_published="$24 bn")
    with pytest.raises(PublicationRefused) as refused:
        publish(doubted, editor)
    [asked] = refused.value.faults
    assert (asked.field, asked.value) == ("confirmed", "dollars-far-off")
    assert publish(replace(doubted, confirmed=answer_to(doubted).chosen.consequence.asks), editor).usd_as_published == 24 * 10**9  # type: ignore[union-attr]


def test_a_new_initiative_is_made_with_its_first_money(japan: None, award: Typed, editor: User) -> None:
    typed = replace(
        award,
        initiative="Robots of Osaka",
        slug="",
        new="yes",
        new_countries="Japan",
        new_kind="compute",
        new_summary="Robots.",
        choice="new",
        by_hand="yes",
    )
    entry = publish(typed, editor)
    assert (entry.initiative.slug, entry.initiative.countries) == ("robots-of-osaka", ["JPN"])


def test_the_text_that_is_kept_of_an_article_stays(japan: None, award: Typed, editor: User) -> None:
    Article.objects.create(url=award.url, title="Old", text="It said: 387.3 billion yen go to the consortium.")
    entry = publish(replace(award, pasted="387.3 billion yen", passage="0-17"), editor)
    assert entry.source.text == "It said: 387.3 billion yen go to the consortium."
    assert entry.evidence == {"start": 9, "end": 26, "text": "387.3 billion yen"}


def test_it_is_taken_back_the_same_day_and_not_later(japan: None, award: Typed, editor: User) -> None:
    entry = publish(award, editor)
    row = Announcement.objects.get()
    assert can_be_undone(row)
    take_back(row, editor)
    assert not FundingEntry.objects.filter(key=entry.key).exists()
    assert FundingCount.objects.get(entry__key="japan#5", snapshot__day=None).live is True
    with pytest.raises(PublicationRefused):
        take_back(row, editor)


def test_yesterdays_announcement_is_left_to_the_history(japan: None, award: Typed, editor: User) -> None:
    publish(award, editor)
    row = Announcement.objects.get()
    row.edition.made_at -= timedelta(days=1)
    row.edition.save()
    assert not can_be_undone(row)


@pytest.mark.parametrize("amount", ["387.3 bn yen", "undisclosed"])
@pytest.mark.parametrize("pasted", ["", "METI will pay 387.3 billion yen, it said."])
def test_a_draft_keeps_the_form_and_survives_another_match(japan: None, award: Typed, editor: User, amount: str, pasted: str) -> None:
    taken: dict[str, Any] = {"taken": "0", "passage": "14-31"} if pasted and amount != "undisclosed" else {}
    draft = keep(replace(award, amount=amount, currency="JPY", pasted=pasted, recipients="SoftBank", **taken), TOKEN, editor)
    match_again(draft.pk)
    draft.refresh_from_db()
    kept = [row for row in decision_of(draft).entries if row.keep]
    assert (draft.entered_by, draft.state, len(kept)) == (editor, "open", 1)
    assert (kept[0].amount, kept[0].currency, kept[0].stage, kept[0].funders) == (
        "" if amount == "undisclosed" else "387300000000",
        "JPY",
        "budgeted",
        "METI",
    )
    assert [row.name for row in decision_of(draft).participations if row.keep] == ["SoftBank"]


def test_the_same_form_kept_twice_is_one_draft_and_anothers_draft_is_left_alone(japan: None, award: Typed, editor: User) -> None:
    first = keep(award, TOKEN, editor)
    assert keep(award, TOKEN, editor) == first
    with pytest.raises(PublicationRefused, match=f"draft {first.pk}"):
        keep(award, "e" * 32, User.objects.create_user("other"))
    assert Draft.objects.count() == 1


def test_a_draft_needs_money_that_can_be_read_and_no_address(japan: None, award: Typed, editor: User) -> None:
    assert keep(replace(award, url=""), TOKEN, editor).article.url == f"typed:{TOKEN}"
    with pytest.raises(PublicationRefused) as refused:
        keep(replace(award, amount=""), "e" * 32, editor)
    assert {fault.field for fault in refused.value.faults} >= {"amount"}


def test_the_lines_draft_of_the_article_is_closed_with_it_and_opens_again(japan: None, award: Typed, editor: User) -> None:
    article = Article.objects.create(url=award.url, title=award.title, text="METI will pay 387.3 billion yen.")
    draft = Draft.objects.create(article=article, proposal={})
    publish(award, editor)
    announcement = Announcement.objects.get()
    draft.refresh_from_db()
    assert (draft.state, draft.edition_id, draft.decided_by) == ("accepted", announcement.edition_id, editor)
    take_back(announcement, editor)
    draft.refresh_from_db()
    assert (draft.state, draft.edition, draft.decided_by) == ("open", None, None)
    assert not FundingEntry.objects.filter(key=announcement.entry).exists()


def test_what_somebody_else_typed_of_the_article_waits_on(japan: None, award: Typed, editor: User) -> None:
    article = Article.objects.create(url=award.url, title=award.title, text="METI will pay 387.3 billion yen.")
    draft = Draft.objects.create(article=article, proposal={}, entered_by=User.objects.create_user("cora"))
    publish(award, editor)
    draft.refresh_from_db()
    assert (draft.state, draft.edition) == ("open", None)
