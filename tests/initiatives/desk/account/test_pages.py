"""One's own account: the role in words, and the password, whose change ends sessions elsewhere."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from tests.initiatives.desk.account.conftest import PASSWORD, sign_in

NEW = "another long password"
CHANGE = "/desk/account/password/"


@pytest.fixture
def signed_in(ada: User) -> Client:
    client = Client()
    sign_in(client)
    return client


def test_a_changed_password_ends_sessions_elsewhere_and_not_this_one(signed_in: Client) -> None:
    elsewhere = Client()
    sign_in(elsewhere)
    before = signed_in.session.session_key
    assert signed_in.post(CHANGE, {"password": PASSWORD, "new": NEW, "again": NEW}).headers["Location"] == "/desk/account/"
    assert (signed_in.get("/desk/").status_code, elsewhere.get("/desk/").status_code) == (200, 302)
    assert signed_in.session.session_key != before
    assert sign_in(Client()).status_code == 422
    assert sign_in(Client(), password=NEW).status_code == 302


FAULTS = [
    ({"password": "wrong"}, "password", "not your present password"),
    ({"new": "short", "again": "short"}, "new", "at least 12 characters"),
    ({"new": "123456789012", "again": "123456789012"}, "new", "entirely numeric"),
    ({"new": "", "again": ""}, "new", "too short"),
    ({"again": "different"}, "again", "differ"),
    ({"new": "x" * 5000}, "new", "4096 characters at most"),
]


@pytest.mark.parametrize(("typed", "field", "words"), FAULTS)
def test_what_is_wrong_is_told_at_its_field(signed_in: Client, typed: dict[str, str], field: str, words: str) -> None:
    answer = signed_in.post(CHANGE, {"password": PASSWORD, "new": NEW, "again": NEW, **typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page.split(f'id="change-{field}-fault"')[1].split("</p>")[0]
    assert NEW not in page
    assert sign_in(Client()).status_code == 302


def test_guessing_the_present_password_is_locked_as_at_the_sign_in(signed_in: Client) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = signed_in.post(CHANGE, {"password": "wrong", "new": NEW, "again": NEW})
    assert "Too many wrong passwords" in answer.content.decode()
    assert signed_in.post(CHANGE, {"password": PASSWORD, "new": NEW, "again": NEW}).status_code == 422
    assert sign_in(Client()).status_code == 429


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("person", "words"),
    [("editor", "You are an editor"), ("contributor", "You are a contributor"), ("administrator", "an administrator"), ("reader", "no role")],
)
def test_the_role_is_told_in_words(request: pytest.FixtureRequest, person: str, words: str) -> None:
    client: Client = request.getfixturevalue(person)
    assert words in client.get("/desk/account/").content.decode()


def test_the_administrations_password_page_leads_here(administrator: Client) -> None:
    assert administrator.get("/admin/password_change/").headers["Location"] == "/desk/account/"
