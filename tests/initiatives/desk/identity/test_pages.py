"""Names at the desk: alike ones are proposed, two are merged with their consequences in view, and everything can be undone."""

from typing import Any

import pytest
from django.test import Client

from initiatives.models import Article, IdentityChange, Initiative, Organization, Participation
from initiatives.publish import editing
from initiatives.recount import recount_search

pytestmark = pytest.mark.django_db


def organization(name: str, **columns: Any) -> Organization:
    row = Organization(name=name, **columns)
    with editing(None, f"Added {name}") as session:
        session.save(row)
    return row


@pytest.fixture
def pair() -> tuple[Organization, Organization]:
    """Two that may be one, both partners of one initiative."""
    kept, other = organization("Ministry of Boats", country_id="NOR"), organization("Ministry of Boats Ltd.", kind="government")
    article = Article.objects.create(url="https://news.example.org/1", title="Boats", publisher="Example News")
    row = Initiative(slug="boats", name="Boats", countries=["NOR"], kind="adoption", status="announced", announced="2026", summary="Boats.")
    with editing(None, "Added boats") as session:
        session.save(row)
        for who in (kept, other):
            session.save(Participation(initiative=row, organization=who, role="partner", status="confirmed", source=article))
    return kept, other


def test_names_alike_are_proposed_until_somebody_says_that_they_are_two(editor: Client, pair: tuple[Organization, Organization]) -> None:
    page = editor.get("/desk/names/").content.decode()
    assert "Ministry of Boats Ltd." in page
    assert "the same words" in page

    editor.post("/desk/names/apart/", {"noun": "organization", "first": pair[0].slug, "second": pair[1].slug})

    assert "the same words" not in editor.get("/desk/names/").content.decode()


def test_initials_and_slips_are_proposed_within_one_country_alone(editor: Client) -> None:
    for name, country in (
        ("MHLB", "NOR"),
        ("Ministry of Harbours Lights and Boats", "NOR"),
        ("MHL", "FIN"),
        ("Northlight Agency", "FIN"),
        ("Nothlight Agency", "SWE"),
    ):
        organization(name, country_id=country)

    page = editor.get("/desk/names/").content.decode()

    assert "initials" in page
    assert "MHLB" in page
    assert "Nothlight" not in page


def test_two_are_merged_after_a_look_at_both_and_the_merge_is_undone(editor: Client, pair: tuple[Organization, Organization]) -> None:
    kept, other = pair
    address = f"/desk/names/organizations/{kept.slug}/merge/"

    page = editor.get(address, {"other": "Ministry of Boats Ltd."}).content.decode()
    assert "Both are partner in “Boats”" in page
    assert "1\u00a0role" in page
    assert "No total changes" in page
    mark = page.partition('name="mark" value="')[2].partition('"')[0]
    merged = editor.post(address, {"other-slug": other.slug, "mark": mark, "take-kind": "kind", "confirm": "yes"}, follow=True)

    assert "was merged into" in merged.content.decode()
    assert list(Organization.objects.values_list("name", "kind", "country")) == [("Ministry of Boats", "government", "NOR")]
    assert editor.get(f"/organizations/{other.slug}/").headers["Location"] == f"/organizations/{kept.slug}/"
    assert editor.get(f"/desk/names/organizations/{other.slug}/").headers["Location"] == f"/desk/names/organizations/{kept.slug}/"

    editor.post(f"/desk/names/changes/{IdentityChange.objects.get().pk}/undo/")

    assert Organization.objects.count() == 2
    assert editor.get(f"/organizations/{other.slug}/").status_code == 200


def test_whoever_is_second_is_told_who_was_first(editor: Client, other_editor: Client, pair: tuple[Organization, Organization]) -> None:
    kept, other = pair
    form = {"other-slug": other.slug, "confirm": "yes"}
    editor.post(f"/desk/names/organizations/{kept.slug}/merge/", form)

    late = other_editor.post(f"/desk/names/organizations/{kept.slug}/merge/", form)

    assert late.status_code in (409, 422)
    assert IdentityChange.objects.count() == 1


def test_a_stale_look_is_refused(editor: Client, pair: tuple[Organization, Organization]) -> None:
    answer = editor.post(
        f"/desk/names/organizations/{pair[0].slug}/merge/", {"other-slug": pair[1].slug, "mark": "old", "confirm": "yes", "reason": "Same"}
    )

    assert answer.status_code == 409
    assert "Somebody changed one of the two meanwhile" in answer.content.decode()
    assert 'value="Same"' in answer.content.decode()


def test_a_ministry_that_is_renamed_stays_one_and_is_found_by_both_names(editor: Client) -> None:
    row = organization("Ministry of ICT")
    address = f"/desk/names/organizations/{row.slug}/rename/"

    answer = editor.post(address, {"name": "Ministry of Digital Affairs", "since": "2026-01-01"}, follow=True)

    page = answer.content.decode()
    assert "Ministry of ICT" in page
    assert "until 31\u00a0Dec\u00a02025" in page
    assert Organization.objects.count() == 1
    assert "then Ministry of ICT" in editor.get("/desk/names/", {"q": "ministry of ict"}).content.decode()
    assert editor.get("/organizations/ministry-of-ict/").headers["Location"] == "/organizations/ministry-of-digital-affairs/"
    assert "Ministry of Digital Affairs" in editor.get("/organizations/", {"q": "Ministry of ICT"}).content.decode()


@pytest.mark.parametrize(
    ("action", "form", "said"),
    [
        ("rename", {"name": "Boats", "since": "yesterday"}, "“yesterday” is no day"),
        ("rename", {"name": "Boats", "since": "2999-01-01"}, "still to come"),
        ("rename", {"name": ""}, "Type the new name"),
        ("rename", {"name": "Ministry of Boats Ltd."}, "name"),
        ("add", {"alias": "Ministry of Boats Ltd."}, "is the name of another organization"),
        ("add", {"alias": "Ministry of Boats"}, "is a name of it already"),
        ("add", {"alias": "MoB", "until": "31.12.2025"}, "“31.12.2025” is no day"),
        ("remove/99", {}, "This name is gone already"),
    ],
)
def test_what_cannot_be_done_to_a_name_is_said_and_what_was_typed_is_kept(
    action: str, form: dict[str, str], said: str, editor: Client, pair: tuple[Organization, Organization]
) -> None:
    answer = editor.post(f"/desk/names/organizations/{pair[0].slug}/{action}/", form)

    page = answer.content.decode()
    assert answer.status_code == 422 or (answer.status_code == 200 and action.startswith("remove"))
    assert said in page
    assert all(f'value="{value}"' in page for value in form.values() if value)


@pytest.mark.parametrize(("typed", "said"), [("x" * 300, "300 characters. A name has at most 200."), ("<b>x</b>", "is no name"), ("—", "is no name")])
def test_what_is_no_name_is_refused_in_few_words(typed: str, said: str, editor: Client, pair: tuple[Organization, Organization]) -> None:
    doors = {"add": {"alias": typed}, "rename": {"name": typed}, "split": {"target": typed, "new": "yes"}}
    for door, form in doors.items():
        answer = editor.post(f"/desk/names/organizations/{pair[0].slug}/{door}/", form)
        page = answer.content.decode()
        assert answer.status_code == 422, door
        assert said in page, door
        assert page.count("x" * 60) <= 5, "only the field keeps what was typed"


def test_rows_that_were_chosen_go_to_a_new_one(editor: Client, pair: tuple[Organization, Organization]) -> None:
    kept = pair[0]
    role = kept.participations.get()
    address = f"/desk/names/organizations/{kept.slug}/split/"

    assert "Boats: partner" in editor.get(address).content.decode()
    assert editor.post(address, {"target": "Ministry of Rafts", "new": "yes"}).status_code == 422
    editor.post(address, {"target": "Ministry of Rafts", "new": "yes", "participation": str(role.pk)})

    role.refresh_from_db()
    assert role.organization is not None
    assert (role.organization.name, IdentityChange.objects.get().kind) == ("Ministry of Rafts", "split")


def test_an_initiative_of_other_owners_says_which_totals_move(editor: Client, curated: object) -> None:
    counted = Initiative.objects.filter(countries__len=1, funding__counts__usd_net__gt=0, funding__counts__scope="ai").order_by("pk")
    counted = counted.filter(funding__counts__stage__in=["announced", "budgeted", "committed"])
    rows = [counted.filter(countries=["JPN"])[0], counted.exclude(countries=["JPN"])[0]]

    page = editor.get(f"/desk/names/initiatives/{rows[0].slug}/merge/", {"other-slug": rows[1].slug}).content.decode()

    assert "The owners differ, so totals move" in page


def test_a_text_from_outside_is_escaped(editor: Client) -> None:
    organization("<script>alert(1)</script>")
    recount_search()

    for page in ("/desk/names/?q=script", "/desk/names/organizations/script-alert-1-script/"):
        assert "<script>alert" not in editor.get(page).content.decode()


@pytest.mark.parametrize("noun", ["organizations", "initiatives"])
@pytest.mark.parametrize("action", ["", "rename/", "add/", "remove/1/", "merge/", "split/"])
def test_an_address_that_no_record_can_have_is_not_found(noun: str, action: str, editor: Client) -> None:
    for address in (f"/desk/names/{noun}/%00/{action}", f"/desk/names/{noun}/a%00b/{action}"):
        for answer in (editor.get(address), editor.post(address, {"name": "Boats"})):
            assert answer.status_code in (404, 405)


def test_a_null_character_in_any_field_stores_nothing_of_it_and_breaks_nothing(editor: Client, pair: tuple[Organization, Organization]) -> None:
    kept, other = pair
    at = f"/desk/names/organizations/{kept.slug}"
    wrong = {"other": "\0", "other-slug": "\0", "confirm": "yes"}

    assert editor.post(f"{at}/merge/", wrong).status_code == 409
    assert editor.get(f"{at}/merge/", {"other": "a\0b"}).status_code == 422
    assert editor.post(f"{at}/split/", {"target-slug": "\0", "target": "\0", "participation": "\0"}).status_code == 422
    assert editor.post(f"{at}/remove/{10**30}/").status_code == 422
    assert editor.post("/desk/names/apart/", {"first": "\0", "second": kept.slug}).status_code == 302
    assert editor.get("/desk/names/", {"q": "boats\0"}).status_code == 200
    editor.post(f"{at}/merge/", {"other-slug": other.slug, "reason": "One\0", "confirm": "yes"})
    assert IdentityChange.objects.get().reason == "One"
