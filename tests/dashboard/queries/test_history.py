"""What readers are told of the history: what changed and when, in words; never who, nor what the desk says for itself."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from dashboard.queries import editions
from dashboard.queries.history import PublicHistory, history_of_initiative, history_of_organization
from initiatives.models import Correction, Edition, FundingEntry, Initiative, Organization, OrganizationName, Participation, ValueNote
from initiatives.publish import editing, undo

pytestmark = pytest.mark.usefixtures("two_countries")


def initiative() -> Initiative:
    return Initiative.objects.filter(funding__isnull=False).order_by("pk")[0]


def history() -> PublicHistory:
    row = initiative()
    return history_of_initiative(row.pk, row.slug, row.name)


@pytest.fixture
def ada(db: None) -> User:
    return User.objects.create_user("ada lovelace")


def a_changed_note(ada: User, text: str = "Said again", reason: str = "My own words") -> FundingEntry:
    entry = initiative().funding.order_by("pk")[0]
    entry.note = text
    with editing(ada, reason) as session:
        session.save(entry)
    return entry


def test_a_record_that_was_never_changed_tells_its_day_alone(two_countries: Path) -> None:
    assert (history().events, history().entered) == ([], timezone.localdate())


def test_a_participant_that_came_later_is_told_by_its_name(ada: User) -> None:
    organization = Organization.objects.create(name="Fjord Computing", slug="fjord-computing")
    row = initiative()
    joined = Participation(initiative=row, organization=organization, role="partner", status="expected", source=row.references.all()[0].article)
    with editing(ada, "Joined") as session:
        session.save(joined)
    (change,) = history().events[0].changes
    assert (change.noun, change.name, change.verb) == ("participant", "Fjord Computing", "added")


def test_who_and_why_stay_at_the_desk(ada: User) -> None:
    a_changed_note(ada)
    told = str(history().events)
    assert "an editor" in told
    assert "lovelace" not in told
    assert "My own words" not in told


def test_what_was_accepted_and_what_was_taken_back_is_said(ada: User) -> None:
    a_changed_note(ada, reason="Accepted: The title of a draft")
    number = Edition.objects.current_number()
    undo(number, ada, "Wrong ministry, embarrassing")
    assert [event.how for event in history().events] == [f"an editor took back edition {number}", "an editor, from an article"]


def test_public_notes_alone_are_told_while_they_stand(ada: User) -> None:
    entry = a_changed_note(ada)
    values = {"subject_table": "fundingentry", "subject_id": entry.pk, "field": "amount", "by": ada}
    for text, public, removed in (("Public", True, None), ("For the desk", False, None), ("Former", True, timezone.now())):
        ValueNote.objects.create(text=text, public=public, removed_at=removed, **values)
    assert [note.text for note in history().notes] == ["Public"]


def test_answered_corrections_tell_the_answer_and_never_the_remark(ada: User) -> None:
    entry = a_changed_note(ada)
    values = {
        "subject_table": "fundingentry",
        "subject_id": entry.pk,
        "field": "amount",
        "page": "/",
        "message": "My secret",
        "contact": "me@example.org",
    }
    Correction.objects.create(label="amount", state="accepted", answer="It was a million.", answered_at=timezone.now(), **values)
    Correction.objects.create(label="amount", state="open", **values)
    Correction.objects.create(label="amount", state="spam", answered_at=timezone.now(), **values)
    (told,) = history().corrections
    assert (told.answer, told.outcome) == ("It was a million.", "put right")
    assert "secret" not in str(told)
    assert "example.org" not in str(told)


def test_an_earlier_edition_tells_what_was_changed_by_then(ada: User) -> None:
    a_changed_note(ada)
    first = Edition.objects.current_number()
    a_changed_note(ada, "Said a third time")
    row = Edition.objects.get(number=first)
    with editions.reading(editions.Reading(first, row.made_at.date(), newest_stamp="later")):
        assert [event.edition for event in history().events] == [first]


def test_a_new_name_of_an_organization_is_told(ada: User) -> None:
    row = Organization.objects.order_by("pk")[0]
    former, row.name = row.name, "Fjord Works"
    with editing(ada, "Renamed") as session:
        session.save(row)
    (event,) = history_of_organization(row.pk, row.slug, row.name).events
    said = [value.words for change in event.changes for value in change.values if value.column == "name" and change.kind == "~"]
    assert said == [f"name was {former}, is now Fjord Works"]
    assert OrganizationName.objects.filter(name=former).exists()


def test_a_public_note_and_an_answer_make_kept_pages_anew(ada: User) -> None:
    before = editions.newest()
    note = ValueNote.objects.create(subject_table="initiative", subject_id=1, text="Hidden", by=ada)
    assert editions.newest() == before
    note = ValueNote.objects.create(subject_table="initiative", subject_id=1, text="Shown", by=ada, public=True)
    shown = editions.newest()
    assert shown.stamp_of_answer != before.stamp_of_answer
    assert shown.stamp == before.stamp
    ValueNote.objects.filter(pk=note.pk).update(removed_at=timezone.now() + timedelta(seconds=1))
    gone = editions.newest().stamp_of_answer
    Correction.objects.create(label="x", page="/", message="x", state="declined", answered_at=timezone.now() + timedelta(seconds=2))
    assert len({before.stamp_of_answer, shown.stamp_of_answer, gone, editions.newest().stamp_of_answer}) == 4
