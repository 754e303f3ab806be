"""“Something wrong?” from the page to the desk, without an account."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client

from initiatives.corrections import Settlement, settle
from initiatives.corrections.receiving import AT_MOST_AN_HOUR
from initiatives.models import Correction, FundingEntry
from tests.dashboard.pages.test_home import words

KEY = "domestic-model#3"
ABOUT = {"table": "fundingentry", "row": KEY, "at": "/initiatives/domestic-model/?currency=JPY"}


def test_each_statement_participant_and_comment_leads_to_its_own_form(japan: Path, client: Client) -> None:
    html = client.get("/initiatives/domestic-model/?currency=JPY").content.decode()
    assert html.count("table=fundingentry&amp;row=domestic-model%23") == 9
    assert "at=%2Finitiatives%2Fdomestic-model%2F%3Fcurrency%3DJPY" in html
    assert "Something wrong on this page?" in html


def test_the_form_shows_the_values_as_they_are_read(japan: Path, client: Client) -> None:
    said = words(client.get("/corrections/new/", ABOUT | {"field": "amount"}).content)
    assert f"({KEY})" in said
    assert "amount: about ¥1 tn" in said


def test_a_sent_remark_stands_on_the_desk_and_says_so_to_its_reader(japan: Path, client: Client) -> None:
    answer = client.post(
        "/corrections/new/", ABOUT | {"field": "amount", "message": "It is 1.2 tn. <b>Look</b>", "contact": "me@example.org"}, follow=True
    )
    row = Correction.objects.get()
    assert (row.subject_id, row.field, row.page) == (FundingEntry.objects.get(key=KEY).pk, "amount", ABOUT["at"])
    said = words(answer.content)
    assert "The desk has your remark" in said
    assert "me@example.org" not in said
    assert "Look" not in said


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"message": ""}, "message"),
        ({"message": "x" * 2001}, "message"),
        ({"message": "x", "evidence_url": "javascript:alert(1)"}, "evidence_url"),
        ({"message": "x", "contact": "x" * 301}, "contact"),
        ({"message": "x", "field": "password"}, "field"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept(japan: Path, client: Client, typed: dict[str, str], field: str) -> None:
    answer = client.post("/corrections/new/", ABOUT | typed)
    assert answer.status_code == 422
    assert f'id="{field}-fault"' in answer.content.decode()
    assert not Correction.objects.exists()


def test_of_a_computed_value_the_reader_says_which(db: None, client: Client) -> None:
    assert client.post("/corrections/new/", {"at": "/", "message": "Too much."}).status_code == 422
    client.post("/corrections/new/", {"at": "/", "message": "Too much.", "label": "the total of Norway"})
    assert Correction.objects.get().label == "the total of Norway"


@pytest.mark.parametrize("at", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/" + "x" * 2000])
def test_the_way_back_leads_to_the_site_alone(japan: Path, client: Client, at: str) -> None:
    client.post("/corrections/new/", ABOUT | {"at": at, "message": "Wrong."})
    assert Correction.objects.get().page == "/initiatives/domestic-model/#counts"


def test_what_the_record_does_not_have_is_not_found_in_words(db: None, client: Client) -> None:
    assert client.get("/corrections/new/?table=fundingentry&row=gone%231").status_code == 404
    assert client.get("/corrections/new/?table=user&row=1").status_code == 404
    assert client.get("/corrections/4711/").status_code == 404


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 19, "²", "-1", "1.5", "x" * 5000])
def test_a_number_that_no_row_has_is_not_found(db: None, client: Client, number: str) -> None:
    assert client.get("/corrections/new/", {"table": "comment", "row": number}).status_code == 404
    assert client.get(f"/corrections/{'9' * 30}/").status_code == 404


def test_a_robot_that_fills_in_every_field_leaves_nothing(db: None, client: Client) -> None:
    client.post("/corrections/new/", {"at": "/", "message": "Buy", "label": "x", "website": "https://spam.example"})
    assert not Correction.objects.exists()


def test_too_many_are_refused_in_words_and_the_last_is_kept_in_the_form(db: None, client: Client) -> None:
    for number in range(AT_MOST_AN_HOUR):
        client.post("/corrections/new/", {"at": "/", "label": "x", "message": f"Remark {number}"})
    answer = client.post("/corrections/new/", {"at": "/", "label": "x", "message": "One more remark"})
    assert answer.status_code == 429
    assert "One more remark" in answer.content.decode()


def test_a_form_of_another_site_is_refused(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/corrections/new/", {"at": "/", "label": "x", "message": "x"}).status_code == 403


def test_an_answer_is_public_and_the_remark_is_not(japan: Path, client: Client) -> None:
    client.post("/corrections/new/", ABOUT | {"message": "Secret words."})
    row = Correction.objects.get()
    settle(row.pk, 1, Settlement("declined", "The ministry’s paper says one trillion."), User.objects.create_user("editor"))
    for address in ("/corrections/", f"/corrections/{row.pk}/"):
        said = words(client.get(address).content)
        assert "The ministry’s paper says one trillion." in said
        assert "Secret words" not in said
        assert "editor" not in said.replace("An editor reads", "")


def test_what_was_put_away_as_none_is_shown_to_nobody(db: None, client: Client) -> None:
    client.post("/corrections/new/", {"at": "/", "label": "x", "message": "Buy this."})
    row = Correction.objects.get()
    settle(row.pk, 1, Settlement("spam", ""), User.objects.create_user("editor"))
    assert client.get(f"/corrections/{row.pk}/").status_code == 404


def test_a_heading_of_the_readers_own_is_published_nowhere(db: None, client: Client) -> None:
    client.post("/corrections/new/", {"at": "/countries/NOR/?currency=NOK", "label": "Buy my book", "message": "x"})
    row = Correction.objects.get()
    settle(row.pk, 1, Settlement("declined", "The sum is right."), User.objects.create_user("editor"))
    for address in ("/corrections/", f"/corrections/{row.pk}/"):
        said = words(client.get(address).content)
        assert "a figure of the page /countries/NOR/" in said
        assert "Buy my book" not in said
