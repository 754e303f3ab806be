"""What a picker asks, and the form that makes a new one in place."""

import pytest
from django.test import Client

from initiatives.models import Edition, Initiative, Organization
from initiatives.recount import recount_search

pytestmark = pytest.mark.django_db
INITIATIVE = {
    "name": "Boats that Think",
    "owners": "Norway, FIN",
    "kind": "adoption",
    "status": "announced",
    "announced": "2026-03",
    "summary": "Boats.",
}


@pytest.fixture
def fjords() -> Organization:
    row = Organization.objects.create(name="Ministry of <b>Fjords</b>", slug="ministry-of-fjords", kind="government")
    recount_search()
    return row


def test_names_that_fit_come_as_options_with_text_from_outside_escaped(editor: Client, fjords: Organization) -> None:
    page = editor.get("/desk/pick/organizations/", {"q": "fjords <script>", "create": "now"}).content.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page

    page = editor.get("/desk/pick/organizations/", {"q": "fjords", "create": "now"}).content.decode()
    assert 'role="option"' in page
    assert "Ministry of &lt;b&gt;Fjords" in page
    assert 'data-create="now"' in page


def test_a_contributor_finds_names_and_makes_new_ones_with_the_publication_alone(fjords: Organization, contributor: Client) -> None:
    page = contributor.get("/desk/pick/organizations/", {"q": "fjords", "create": "now"}).content.decode()

    assert 'data-slug="ministry-of-fjords"' in page
    assert 'data-create="later"' in page
    assert contributor.post("/desk/pick/organizations/new/", {"name": "Another"}).status_code == 403


def test_names_come_as_json_too(editor: Client, fjords: Organization) -> None:
    answer = editor.get("/desk/pick/organizations/", {"q": "fjords", "format": "json"}).json()

    assert [one["slug"] for one in answer["options"]] == ["ministry-of-fjords"]


def test_an_organization_is_made_in_place_as_an_edition(editor: Client) -> None:
    answer = editor.post("/desk/pick/organizations/new/", {"name": "Lighthouse Board", "kind": "government", "country": "Norway", "place": "dialog"})

    row = Organization.objects.get(name="Lighthouse Board")
    assert answer.status_code == 201
    assert 'data-slug="lighthouse-board"' in answer.content.decode()
    assert (row.country_id, row.history.count(), Edition.objects.current_number()) == ("NOR", 1, 1)


def test_an_initiative_is_made_in_place(editor: Client) -> None:
    assert editor.post("/desk/pick/initiatives/new/", INITIATIVE).status_code == 201

    row = Initiative.objects.get(slug="boats-that-think")
    assert (row.countries, row.announced) == (["NOR", "FIN"], "2026-03")


@pytest.mark.parametrize(
    ("noun", "field", "value", "said"),
    [
        ("initiatives", "owners", "Atlantis", "Atlantis"),
        ("initiatives", "kind", "", "choose what it mainly is"),
        ("initiatives", "kind", "magic", "magic"),
        ("initiatives", "announced", "next week", "next week"),
        ("initiatives", "summary", "", "two or three sentences"),
        ("organizations", "country", "Atlantis", "“Atlantis” is no country"),
        ("organizations", "name", "", "Type the name"),
    ],
)
def test_what_cannot_be_made_is_said_at_its_field_and_kept(noun: str, field: str, value: str, said: str, editor: Client) -> None:
    form = INITIATIVE if noun == "initiatives" else {"name": "Boats that Think", "kind": "company"}
    answer = editor.post(f"/desk/pick/{noun}/new/", {**form, field: value})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said.casefold() in page.casefold()
    assert field == "name" or 'value="Boats that Think"' in page
    assert Edition.objects.current_number() == 0


def test_one_of_the_same_name_is_shown_first_and_made_only_when_it_is_another(editor: Client) -> None:
    row = Organization.objects.create(name="Port of Oslo", slug="port")
    row.names.create(name="Harbour Board")
    recount_search()
    wanted = {"name": "Harbour Board", "kind": "government"}

    refused = editor.post("/desk/pick/organizations/new/", wanted)
    made = editor.post("/desk/pick/organizations/new/", {**wanted, "sure": "yes"})

    assert refused.status_code == 422
    assert "Port of Oslo" in refused.content.decode()
    assert made.status_code == 201
