"""The desk answers editors alone, on every address and method."""

import pytest
from django.test import Client

from initiatives.models import Draft

ADDRESSES = [
    ("get", "/desk/"),
    ("post", "/desk/hand-in/"),
    ("post", "/desk/intakes/1/again/"),
    ("get", "/desk/drafts/1/"),
    ("post", "/desk/drafts/1/save/"),
    ("post", "/desk/drafts/1/reject/"),
    ("post", "/desk/drafts/1/keep/"),
    ("post", "/desk/drafts/1/not-about-ai/"),
    ("post", "/desk/intakes/1/put-away/"),
    ("post", "/desk/intakes/1/read/"),
    ("get", "/desk/sources/"),
    ("get", "/desk/sources/download/"),
    ("get", "/desk/sources/1/"),
    ("get", "/desk/sources/1/looking/"),
    ("post", "/desk/sources/add/"),
    ("post", "/desk/sources/upload/"),
    ("post", "/desk/sources/1/switch/"),
    ("post", "/desk/sources/1/visit/"),
    ("post", "/desk/sources/1/save/"),
    ("get", "/desk/line/"),
    ("get", "/desk/line/reading/"),
    ("post", "/desk/line/learn/"),
    ("get", "/desk/arriving/"),
]


@pytest.mark.parametrize(("verb", "address"), ADDRESSES)
def test_who_is_not_signed_in_is_asked_to(verb: str, address: str, db: None) -> None:
    answer = getattr(Client(), verb)(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/desk/sign-in/?next={address}")


@pytest.mark.parametrize(("verb", "address"), ADDRESSES)
def test_a_reader_with_an_account_is_told_that_the_desk_is_for_editors(verb: str, address: str, reader: Client) -> None:
    assert getattr(reader, verb)(address).status_code == 403


@pytest.mark.parametrize(("verb", "address"), [pair for pair in ADDRESSES if pair[0] == "post"])
def test_no_change_is_made_by_a_get_or_without_a_signed_token(verb: str, address: str, editor: Client) -> None:
    opened = editor.get(address)
    assert (opened.status_code == 405 and "Nothing was changed" in opened.content.decode()) or opened["Location"] == "/desk/?hand-in=open#hand-in"
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = editor.cookies
    assert strict.post(address).status_code == 403


def test_a_draft_that_is_not_there_is_not_found(editor: Client) -> None:
    assert editor.get("/desk/drafts/999/").status_code == 404


def test_sign_in_leads_only_to_addresses_of_this_site(db: None, editor: Client) -> None:
    answer = Client().post("/desk/sign-in/?next=https://elsewhere.example/", {"username": "ada", "password": "a long enough password"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/")


def test_a_wrong_password_and_a_wrong_name_are_answered_alike(db: None, editor: Client) -> None:
    answers = [
        Client().post("/desk/sign-in/", {"username": name, "password": "wrong"}).content.decode().count("do not belong together")
        for name in ("ada", "nobody")
    ]
    assert answers == [1, 1]


def test_a_person_switched_off_is_let_in_no_longer(editor: Client, db: None) -> None:
    from_the_desk = editor.get("/desk/")
    assert from_the_desk.status_code == 200
    assert not Draft.objects.exists()
    user = from_the_desk.wsgi_request.user
    user.is_active = False
    user.save()
    assert editor.get("/desk/").status_code == 302
