"""The one sign-in: it resists guessing, tells no names apart, changes the session, and leads only to pages of this site."""

import datetime

import pytest
from axes.models import AccessAttempt
from django.conf import LazySettings, settings
from django.contrib.auth.hashers import BasePasswordHasher, get_hasher
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from initiatives.desk.account.locks import LOCKS_WORTH
from tests.initiatives.desk.account.conftest import PASSWORD, sign_in

TRIES = settings.AXES_FAILURE_LIMIT


def guessed(client: Client, name: str, times: int = TRIES, address: str = "203.0.113.7") -> list[tuple[int, str]]:
    """Status and page of some wrong passwords."""
    answers = [sign_in(client, name, f"wrong {number}", REMOTE_ADDR=address) for number in range(times)]
    return [(answer.status_code, answer.content.decode()) for answer in answers]


def test_the_right_password_signs_in_and_leads_to_the_desk(ada: User) -> None:
    client = Client()
    assert sign_in(client).headers["Location"] == "/desk/"
    assert client.get("/desk/").status_code == 200


def test_a_wrong_password_keeps_the_name_and_not_the_password(ada: User) -> None:
    status, page = guessed(Client(), "ada", 1)[0]
    assert status == 422
    assert 'value="ada"' in page
    assert "wrong 0" not in page
    assert 'role="alert"' in page


def test_the_key_of_the_session_changes_on_sign_in(ada: User) -> None:
    client = Client()
    session = client.session
    session["of the stranger"] = 1
    session.save()
    before = session.session_key
    client.cookies[settings.SESSION_COOKIE_NAME] = str(before)
    sign_in(client)
    assert client.session.session_key not in (None, before)
    stranger = Client()
    stranger.cookies[settings.SESSION_COOKIE_NAME] = str(before)
    assert stranger.get("/desk/").status_code == 302


def test_sign_out_ends_the_session_for_whoever_kept_its_key(ada: User) -> None:
    client, thief = Client(), Client()
    sign_in(client)
    thief.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert thief.get("/desk/").status_code == 200
    assert client.post("/desk/sign-out/").headers["Location"] == "/"
    assert [each.get("/desk/").status_code for each in (client, thief)] == [302, 302]


def test_somebody_who_is_switched_off_is_out_at_once_and_answered_as_a_wrong_password(ada: User) -> None:
    client = Client()
    sign_in(client)
    User.objects.filter(pk=ada.pk).update(is_active=False)
    assert client.get("/desk/").status_code == 302
    assert "do not belong together" in sign_in(Client()).content.decode()


@pytest.mark.parametrize("wanted", ["/desk/sources/?state=new", "/desk/drafts/7/", "/"])
def test_it_leads_to_the_page_that_was_asked_for(ada: User, wanted: str) -> None:
    assert sign_in(Client(), fields={"next": wanted}).headers["Location"] == wanted


ELSEWHERE = [
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "///elsewhere.example/",
    "\\\\elsewhere.example\\",
    "/\\elsewhere.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http:elsewhere.example",
    "/desk/sign-in/",
    "/desk/sign-in/?next=/desk/sign-in/",
    "/desk/sign-in/code/",
    "/admin/login/?next=//elsewhere.example",
    "/desk/sign-out/",
    "/desk/\r\nX-Header: 1",
    "\x00//elsewhere.example",
    "https://testserver@elsewhere.example/",
    "a",
    "ledger",
    "desk-sources",
    "desk/sources/",
    "./sources/",
    "https://testserver/desk/sources/",
    "//[",
    "",
]


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_it_leads_nowhere_else_before_and_after_the_sign_in(ada: User, wanted: str) -> None:
    client = Client()
    assert sign_in(client, fields={"next": wanted}).headers["Location"] == "/desk/"
    signed_in = client.get("/desk/sign-in/", {"next": wanted})
    assert (signed_in.status_code, signed_in.headers["Location"]) == (302, "/desk/")


def test_a_password_tried_on_many_names_turns_the_address_away_and_nobody_else(ada: User) -> None:
    client = Client()
    statuses = [guessed(client, f"name{number}", 1)[0][0] for number in range(LOCKS_WORTH * TRIES + 1)]
    assert statuses == [422] * LOCKS_WORTH * TRIES + [429]
    answer = sign_in(client, REMOTE_ADDR="203.0.113.7")
    assert (answer.status_code, "for several names" in answer.content.decode()) == (429, True)
    assert sign_in(client, REMOTE_ADDR="203.0.113.8").status_code == 302


def test_what_an_address_tried_is_forgotten_after_a_while(ada: User) -> None:
    guessed(Client(), "ada", 1)
    long_ago = timezone.now() - settings.AXES_COOLOFF_TIME * 2
    AccessAttempt.objects.update(failures_since_start=LOCKS_WORTH * TRIES, attempt_time=long_ago, username="others")
    assert sign_in(Client(), REMOTE_ADDR="203.0.113.7").status_code == 302


def test_after_some_wrong_passwords_the_name_is_locked_for_this_address_also_for_the_right_one(ada: User) -> None:
    client = Client()
    answers = guessed(client, "ada")
    assert [status for status, _ in answers] == [422] * (TRIES - 1) + [429]
    assert "Try again in 15 minutes" in answers[-1][1]
    assert sign_in(client, REMOTE_ADDR="203.0.113.7").status_code == 429
    assert sign_in(client, REMOTE_ADDR="203.0.113.8").status_code == 302


def test_a_name_that_nobody_has_is_answered_and_locked_in_the_same_words(ada: User) -> None:
    of_ada, of_nobody = guessed(Client(), "ada", TRIES + 1), guessed(Client(), "abe", TRIES + 1)
    assert [status for status, _ in of_ada] == [status for status, _ in of_nobody]
    for (_, page), (_, other) in zip(of_ada, of_nobody, strict=True):
        assert said(page) == said(other)


def said(page: str) -> str:
    """The words of the alert."""
    return page.split('role="alert"')[1].split("</p>")[0]


def test_a_name_that_nobody_has_costs_as_many_rounds_of_hashing(ada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    hasher, rounds = get_hasher(), list[str]()
    real = type(hasher).encode

    def counted(self: BasePasswordHasher, password: str, salt: str) -> str:
        rounds.append(password)
        return str(real(self, password, salt))

    monkeypatch.setattr(type(hasher), "encode", counted)
    for name in ("ada", "abe"):
        sign_in(Client(), name, "guessed")
    assert rounds == ["guessed", "guessed"]


def test_the_lock_ends_when_it_was_said_to_end_and_further_tries_do_not_make_it_longer(ada: User) -> None:
    client = Client()
    guessed(client, "ada", TRIES + 3)
    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.AXES_COOLOFF_TIME - datetime.timedelta(seconds=1))
    assert sign_in(client, REMOTE_ADDR="203.0.113.7").status_code == 302


def test_a_success_forgets_the_wrong_passwords_before_it(ada: User) -> None:
    guessed(Client(), "ada", TRIES - 1)
    assert sign_in(Client(), REMOTE_ADDR="203.0.113.7").status_code == 302
    assert [status for status, _ in guessed(Client(), "ada", TRIES - 1)] == [422] * (TRIES - 1)


def test_the_administrations_door_is_the_same_one(ada: User) -> None:
    client = Client()
    for _ in range(TRIES + 1):
        answer = client.post("/admin/login/", {"username": "ada", "password": "wrong"})
        assert answer.headers["Location"].startswith("/desk/sign-in/")  # nothing is tried there
    assert not AccessAttempt.objects.exists()


def test_what_is_typed_reaches_neither_the_log_nor_the_table_of_tries(ada: User, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    sign_in(Client(), "ada", "my secret words")
    sign_in(Client(), "ada")
    kept = str(AccessAttempt.objects.values())
    assert "my secret words" not in caplog.text + kept
    assert PASSWORD not in caplog.text + kept


def test_a_lock_counts_by_the_visitors_address_behind_a_proxy_and_not_by_what_the_visitor_claims(ada: User, settings: LazySettings) -> None:
    settings.PROXIES = 1
    for number in range(TRIES):
        sign_in(Client(), "ada", "wrong", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}, 203.0.113.7")
    locked = sign_in(Client(), REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.1, 203.0.113.7")
    assert locked.status_code == 429
    assert sign_in(Client(), REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.7, 203.0.113.9").status_code == 302


@pytest.mark.parametrize("name", ["x" * 400, "ada\x00", "<script>", "ａｄａ", "' OR 1=1 --"])
def test_any_name_is_answered_in_words(db: None, name: str) -> None:
    answer = sign_in(Client(), name, "x", HTTP_USER_AGENT="x" * 3000, HTTP_ACCEPT="y" * 3000)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()
