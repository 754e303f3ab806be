"""Notes of editors on values: kept, changed with the former text left, taken back, and shown to readers where they are public."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from initiatives.history.tables import PARTS, tables
from initiatives.models import Initiative, InitiativeName, Organization, ValueNote
from initiatives.publish import editing
from tests.initiatives.desk.changes.conftest import whole
from tests.initiatives.desk.changes.test_pages import words

pytestmark = pytest.mark.usefixtures("fjord")
RECORD = "/desk/history/initiatives/fjord-computer/"
PUBLIC = "/initiatives/fjord-computer/"


def sent(**changes: str) -> dict[str, str]:
    plain = {"noun": "initiatives", "address": "fjord-computer", "table": "fundingentry", "row": str(whole().pk), "field": "amount"}
    return plain | {"text": "The ministry said it in euros first."} | changes


def test_a_note_stands_at_its_value_and_is_for_the_desk_alone(editor: Client) -> None:
    answer = editor.post("/desk/history/notes/", sent())
    assert answer["Location"] == f"{RECORD}#values"
    assert "Note The ministry said it in euros first. ada" in words(editor.get(RECORD))
    assert "in euros first" not in words(editor.get(PUBLIC))


@pytest.mark.parametrize("table", list(PARTS["initiatives"]))
def test_a_public_note_stands_beside_its_value_on_the_public_page(editor: Client, table: str) -> None:
    with editing(None, "Also called otherwise") as session:
        session.save(InitiativeName(initiative=Initiative.objects.get(), name="Fjord Engine"))
    row = tables()[table].objects.first()
    editor.post("/desk/history/notes/", sent(table=table, row=str(row.pk), field="", public="yes"))
    page = words(Client().get(PUBLIC))
    assert "Editor’s note" in page
    assert "in euros first" in page
    assert "ada" not in page


def test_a_public_note_on_an_organization_stands_on_its_page(editor: Client) -> None:
    row = Organization.objects.get(name="Fjord Machines")
    given = {
        "noun": "organizations",
        "address": "fjord-machines",
        "table": "organization",
        "row": str(row.pk),
        "field": "country_id",
        "public": "yes",
    }
    editor.post("/desk/history/notes/", sent(**given))
    assert "Editor’s note on the country" in words(Client().get("/organizations/fjord-machines/"))


def test_a_changed_note_keeps_its_former_text(editor: Client, other_editor: Client) -> None:
    editor.post("/desk/history/notes/", sent())
    note = ValueNote.objects.get()
    other_editor.post(f"/desk/history/notes/{note.pk}/change/", {"text": "In kroner, after all.", "public": "yes"})
    standing = ValueNote.objects.get(removed_at=None)
    assert (standing.text, standing.public, standing.by) == ("In kroner, after all.", True, User.objects.get(username="ben"))
    assert "1 former note" in words(editor.get(RECORD))
    assert "in euros first" in words(editor.get(RECORD))


def test_a_note_that_was_taken_back_is_shown_to_readers_no_more(editor: Client) -> None:
    editor.post("/desk/history/notes/", sent(public="yes"))
    editor.post(f"/desk/history/notes/{ValueNote.objects.get().pk}/take-back/")
    assert "in euros first" not in words(Client().get(PUBLIC))
    assert ValueNote.objects.get().removed_by == User.objects.get(username="ada")


def test_of_two_who_change_a_note_one_wins_and_the_other_keeps_what_was_typed(editor: Client, other_editor: Client) -> None:
    editor.post("/desk/history/notes/", sent())
    note = ValueNote.objects.get()
    editor.post(f"/desk/history/notes/{note.pk}/change/", {"text": "First."})
    answer = other_editor.post(f"/desk/history/notes/{note.pk}/change/", {"text": "Second, with much thought."})
    assert answer.status_code == 409
    assert "Second, with much thought." in answer.content.decode()
    assert [one.text for one in ValueNote.objects.filter(removed_at=None)] == ["First."]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"text": "  "}, "Write the note first"),
        ({"text": "x" * 2001}, "The note has 2,001 characters"),
        ({"field": "colour"}, "is no value of the record"),
        ({"table": "user"}, "is no value of the record"),
        ({"row": "999999"}, "not in the record any more"),
        ({"row": "x"}, "not in the record any more"),
    ],
)
def test_a_note_that_cannot_stand_is_refused_with_what_was_typed(editor: Client, changes: dict[str, str], fault: str) -> None:
    answer = editor.post("/desk/history/notes/", sent(**changes))
    assert answer.status_code == 422
    assert fault in words(answer)
    assert not ValueNote.objects.exists()


def test_a_refused_note_is_in_its_form_again(editor: Client) -> None:
    answer = editor.post("/desk/history/notes/", sent(text="y" * 2001))
    assert "y" * 2001 in answer.content.decode()


def test_a_note_is_text_wherever_it_is_shown(editor: Client) -> None:
    editor.post("/desk/history/notes/", sent(text="<script>alert(1)</script>", public="yes"))
    for page in (editor.get(RECORD), Client().get(PUBLIC)):
        assert "<script>alert" not in page.content.decode()
