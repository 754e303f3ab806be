"""A decision of the day is undone: the draft is open as it was, and what was published and learned is taken back; or the refusal says why."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from initiatives import publish, review
from initiatives.models import Draft, Edition, FundingCount, FundingEntry, Initiative, Organization, Participation, RelevanceExample
from initiatives.review import NotUndone, decision_of
from initiatives.review.decision import DecidedParticipation, Words
from tests.at_once import at_once
from tests.initiatives.desk.material import a_draft, a_ready_draft


@pytest.fixture
def ada(db: None) -> User:
    return User.objects.create_user("ada")


@pytest.fixture
def ben(db: None) -> User:
    return User.objects.create_user("ben")


def accepted(title: str, by: User, **columns: object) -> Draft:
    draft = a_ready_draft(title, **columns)
    review.accept(draft.pk, draft.version, by)
    draft.refresh_from_db()
    return draft


def test_an_accepted_draft_opens_again_with_what_was_typed_and_its_edition_is_taken_back(ada: User) -> None:
    draft = accepted("Norway builds a model", ada)
    typed, published = decision_of(draft), draft.edition_id
    assert draft.initiative == Initiative.objects.get(), "the list of what was decided names the new initiative"
    assert FundingEntry.objects.exists()

    review.undo(draft.pk, draft.version, ada)

    draft.refresh_from_db()
    assert (draft.state, draft.edition, draft.decided_by, draft.decided_at) == ("open", None, None, None)
    assert decision_of(draft) == typed
    assert draft.initiative_id is None
    assert Edition.objects.current().undoes_id == published  # type: ignore[union-attr]
    assert not FundingEntry.objects.exists()
    assert not FundingCount.objects.exists()
    assert not Initiative.objects.exists()


def test_it_can_be_accepted_again(ada: User) -> None:
    draft = accepted("Norway builds a model", ada)
    review.undo(draft.pk, draft.version, ada)
    draft.refresh_from_db()
    Draft.objects.filter(pk=draft.pk).update(matched_with=Edition.objects.current_number())
    review.accept(draft.pk, draft.version, ada)
    assert FundingEntry.objects.count() == 1


@pytest.mark.parametrize("before", [None, True, False])
def test_what_a_rejection_taught_is_what_it_was_before(ada: User, before: bool | None) -> None:
    draft = a_draft("About roses")
    draft.article.text_hash = "0" * 64
    draft.article.save()
    columns = {"text_hash": "0" * 64, "embedding": b"", "embedded_by": "none", "decided_by": ada}
    if before is not None:
        RelevanceExample.objects.create(relevant=before, **columns)
    review.reject(draft.pk, draft.version, ada, "roses", "not-relevant")
    RelevanceExample.objects.update_or_create(text_hash="0" * 64, defaults={**columns, "relevant": False})
    draft.refresh_from_db()

    review.undo(draft.pk, draft.version, ada)

    assert list(RelevanceExample.objects.values_list("relevant", flat=True)) == ([] if before is None else [before])
    assert Draft.objects.get(pk=draft.pk).rejected_as is None


def test_a_rejection_that_taught_nothing_leaves_what_was_learned(ada: User) -> None:
    draft = a_draft("A copy")
    RelevanceExample.objects.create(text_hash=draft.article.text_hash, relevant=False, embedding=b"", embedded_by="none", decided_by=ada)
    review.reject(draft.pk, draft.version, ada, "a copy", "known")
    draft.refresh_from_db()
    review.undo(draft.pk, draft.version, ada)
    assert RelevanceExample.objects.exists()


def test_one_undoes_what_another_decided_and_the_second_who_tries_is_told(ada: User, ben: User) -> None:
    draft = accepted("Norway builds a model", ada)
    review.undo(draft.pk, draft.version, ben)
    edition = Edition.objects.current_number()
    with pytest.raises(NotUndone, match="somebody undid that already"):
        review.undo(draft.pk, draft.version, ada)
    assert Edition.objects.current_number() == edition


def test_a_draft_that_was_decided_again_since_is_not_undone_by_an_old_button(ada: User, ben: User) -> None:
    draft = a_draft("A copy")
    review.reject(draft.pk, draft.version, ada, "a copy", "known")
    seen = Draft.objects.get(pk=draft.pk).version
    review.undo(draft.pk, seen, ada)
    review.reject(draft.pk, seen + 1, ben, "misread", "misread")
    with pytest.raises(NotUndone, match="opened and decided again"):
        review.undo(draft.pk, seen, ada)
    assert Draft.objects.get(pk=draft.pk).state == "rejected"


def with_participant(draft: Draft, name: str) -> Draft:
    row = DecidedParticipation(True, name, "", "", "company", "NOR", "partner", "confirmed", Words(36, 52, "2 billion kroner"))
    review.edit(draft.pk, draft.version, replace(decision_of(draft), participations=(row,)))
    draft.refresh_from_db()
    return draft


def test_an_organization_that_it_created_and_others_use_since_keeps_it(ada: User, ben: User) -> None:
    first = with_participant(a_ready_draft("Norway builds a model"), "Fjord Computing")
    review.accept(first.pk, first.version, ada)
    second = with_participant(a_ready_draft("Norway builds another model"), "Fjord Computing")
    review.accept(second.pk, second.version, ben)
    assert Organization.objects.count() == 1
    first.refresh_from_db()

    words = r"since. Edition [0-9]+ \(/desk/.*“Accepted: Norway builds another model” by ben .* to the organization “Fjord Computing”"
    with pytest.raises(NotUndone, match=words):
        review.undo(first.pk, first.version, ada)

    assert Draft.objects.get(pk=first.pk).state == "accepted"
    assert Participation.objects.count() == 2


def test_once_what_rests_on_it_is_undone_it_can_be_undone(ada: User) -> None:
    first = with_participant(a_ready_draft("Norway builds a model"), "Fjord Computing")
    review.accept(first.pk, first.version, ada)
    second = with_participant(a_ready_draft("Norway builds another model"), "Fjord Computing")
    review.accept(second.pk, second.version, ada)
    for draft in (second, first):
        draft.refresh_from_db()
        review.undo(draft.pk, draft.version, ada)
    assert not Organization.objects.exists()


def test_an_edition_that_was_taken_back_by_itself_only_opens_its_draft(ada: User) -> None:
    draft = accepted("Norway builds a model", ada)
    publish.undo(draft.edition_id or 0, ada)
    edition = Edition.objects.current_number()
    review.undo(draft.pk, draft.version, ada)
    assert (Draft.objects.get(pk=draft.pk).state, Edition.objects.current_number()) == ("open", edition)


def test_after_a_day_the_history_is_the_place(ada: User) -> None:
    draft = accepted("Norway builds a model", ada)
    Draft.objects.filter(pk=draft.pk).update(decided_at=timezone.now() - timedelta(hours=25))
    assert not review.undoable().exists()
    with pytest.raises(NotUndone, match=r"more than a day ago.*history"):
        review.undo(draft.pk, draft.version, ada)


def test_the_decisions_of_the_day_are_listed_the_newest_first(ada: User, ben: User) -> None:
    for number, by in enumerate((ada, ben, ada)):
        draft = a_draft(f"Article {number}")
        review.reject(draft.pk, draft.version, by, "a copy", "known")
    assert [draft.article.title for draft in review.undoable()] == ["Article 2", "Article 1", "Article 0"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_who_undo_at_once_one_wins_and_the_other_is_told() -> None:
    ada, ben = (User.objects.create_user(name) for name in ("ada", "ben"))
    draft = accepted("Norway builds a model", ada)
    raised = at_once(*(lambda by=by: review.undo(draft.pk, draft.version, by) for by in (ada, ben)))
    assert [type(error) for error in raised] == [NotUndone]
    assert Edition.objects.count() == 2
