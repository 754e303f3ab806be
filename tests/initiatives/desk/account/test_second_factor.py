"""The second factor: switched on with a code, asked for at every sign-in, each code once, and no way round it."""

import re
import time

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from initiatives.desk.account import devices, pending
from tests.at_once import at_once
from tests.initiatives.desk.account.conftest import PASSWORD, code_of, enrolled, sign_in

CODE = "/desk/sign-in/code/"


@pytest.fixture
def guarded(ada: User) -> TOTPDevice:
    return enrolled(ada)


@pytest.fixture
def half_in(guarded: TOTPDevice) -> Client:
    """A browser in which the right password was typed."""
    client = Client()
    assert sign_in(client, fields={"next": "/desk/sources/"}).headers["Location"] == CODE
    return client


@pytest.fixture
def signed_in(ada: User) -> Client:
    client = Client()
    sign_in(client)
    return client


def test_the_password_alone_opens_nothing(half_in: Client) -> None:
    for address in ("/desk/", "/admin/", "/desk/account/", "/desk/sources/"):
        assert half_in.get(address).status_code == 302
    assert "_auth_user_id" not in half_in.session


def test_the_code_signs_in_and_leads_to_the_page_that_was_asked_for(half_in: Client, guarded: TOTPDevice) -> None:
    before = half_in.session.session_key
    answer = half_in.post(CODE, {"code": code_of(guarded)})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/sources/")
    assert half_in.get("/desk/").status_code == 200
    assert half_in.session.session_key != before
    assert pending.KEPT_AS not in half_in.session


@pytest.mark.parametrize(("steps", "right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_wrong_by_one_step(half_in: Client, guarded: TOTPDevice, monkeypatch: pytest.MonkeyPatch, steps: int, right: bool) -> None:
    moment = 30 * (time.time() // 30) + 15  # in the middle of a step
    monkeypatch.setattr(time, "time", lambda: moment)
    assert (half_in.post(CODE, {"code": code_of(guarded, steps)}).status_code == 302) is right


def test_a_code_works_once(ada: User, guarded: TOTPDevice) -> None:
    code = code_of(guarded)
    assert devices.checked(ada, code).right
    assert not devices.checked(ada, code).right


@pytest.mark.django_db(transaction=True)
def test_a_code_sent_twice_at_the_same_moment_is_right_once() -> None:
    person = User.objects.create_user("ada", password=PASSWORD)
    code, right = code_of(enrolled(person)), list[bool]()
    assert at_once(*[lambda: right.append(devices.checked(person, code).right)] * 4) == []
    assert sorted(right) == [False, False, False, True]


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "１２３４５６", "+12345", "12 34", "<b>", "x" * 500, "\x00"])
def test_anything_else_is_refused_in_words(half_in: Client, typed: str) -> None:
    answer = half_in.post(CODE, {"code": typed})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_spaces_in_a_code_do_not_matter(half_in: Client, guarded: TOTPDevice) -> None:
    code = code_of(guarded)
    assert half_in.post(CODE, {"code": f" {code[:3]} {code[3:]} "}).status_code == 302


def test_after_a_wrong_code_even_the_right_one_has_to_wait(half_in: Client, guarded: TOTPDevice) -> None:
    wrong = f"{(int(code_of(guarded)) + 1) % 10**6:06d}"
    assert half_in.post(CODE, {"code": wrong}).status_code == 422
    told = half_in.post(CODE, {"code": code_of(guarded)})
    assert told.status_code == 429
    assert re.search(r"Try again in \d seconds?\.", told.content.decode())


def test_after_some_wrong_codes_the_password_is_asked_for_again(half_in: Client, guarded: TOTPDevice) -> None:
    for _ in range(pending.WRONG_CODES):
        TOTPDevice.objects.update(throttling_failure_count=0)
        half_in.post(CODE, {"code": "000000"})
    assert half_in.get(CODE).headers["Location"] == "/desk/sign-in/?again"
    assert "Begin again with your password" in half_in.get("/desk/sign-in/?again").content.decode()


def test_the_second_page_is_open_for_some_minutes_and_closes_when_the_person_is_switched_off_or_the_password_changes(
    half_in: Client, ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert half_in.get(CODE).status_code == 200
    User.objects.update(is_active=False)
    assert half_in.get(CODE).status_code == 302
    User.objects.update(is_active=True)
    again = Client()
    sign_in(again)
    ada.set_password("another long password")
    ada.save()
    assert again.get(CODE).status_code == 302
    late = Client()
    sign_in(late, password="another long password")
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + pending.SECONDS + 1)
    assert late.get(CODE).status_code == 302


def test_the_second_page_alone_leads_back_to_the_first(db: None) -> None:
    assert Client().post(CODE, {"code": "123456"}).headers["Location"] == "/desk/sign-in/?again"


def test_the_password_does_not_forgive_wrong_passwords_before_the_code_is_right(ada: User, guarded: TOTPDevice) -> None:
    sign_in(Client(), password="wrong")
    sign_in(Client())
    assert AccessAttempt.objects.get().failures_since_start == 1


def test_a_backup_code_signs_in_once_and_is_kept_as_a_hash_alone(half_in: Client, ada: User) -> None:
    codes = devices.new_backup_codes(ada)
    assert (len(codes), len(set(codes))) == (10, 10)
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert not kept & {code.replace("-", "") for code in codes}
    assert half_in.post(CODE, {"code": codes[0].upper()}).status_code == 302
    again = Client()
    sign_in(again)
    assert again.post(CODE, {"code": codes[0]}).status_code == 422
    assert devices.backup_codes_left(ada) == 9


def test_new_backup_codes_end_the_old_ones(ada: User, guarded: TOTPDevice) -> None:
    old = devices.new_backup_codes(ada)[0]
    devices.new_backup_codes(ada)
    assert not devices.checked(ada, old).right


def test_it_is_switched_on_with_a_drawing_a_code_and_the_password(signed_in: Client, ada: User) -> None:
    assert signed_in.post("/desk/account/second-factor/").headers["Location"] == "/desk/account/second-factor/"
    page = signed_in.get("/desk/account/second-factor/").content.decode()
    waiting = TOTPDevice.objects.get(confirmed=False)
    assert "<svg" in page
    assert "style=" not in page
    assert devices.key_in_groups(waiting) in page
    assert sign_in(Client()).headers["Location"] == "/desk/"  # not asked for before it is confirmed
    shown = signed_in.post("/desk/account/second-factor/confirm/", {"code": code_of(waiting), "password": PASSWORD}).content.decode()
    codes = re.findall(r"<code>([a-z0-9-]+)</code>", shown)
    assert len(codes) == 10
    assert sign_in(Client()).headers["Location"] == CODE
    assert codes[0] not in signed_in.get("/desk/account/").content.decode()
    assert devices.checked(ada, codes[0]).right


def test_sessions_elsewhere_end_when_it_is_switched_on(signed_in: Client, ada: User) -> None:
    elsewhere = Client()
    sign_in(elsewhere)
    signed_in.post("/desk/account/second-factor/")
    signed_in.post("/desk/account/second-factor/confirm/", {"code": code_of(TOTPDevice.objects.get()), "password": PASSWORD})
    assert (signed_in.get("/desk/").status_code, elsewhere.get("/desk/").status_code) == (200, 302)


@pytest.mark.parametrize(("code", "password", "field"), [("000000", PASSWORD, "code"), ("", PASSWORD, "code"), (None, "wrong", "password")])
def test_it_stays_off_after_a_wrong_code_or_password(signed_in: Client, ada: User, code: str | None, password: str, field: str) -> None:
    signed_in.post("/desk/account/second-factor/")
    sent = {"code": code_of(TOTPDevice.objects.get()) if code is None else code, "password": password}
    answer = signed_in.post("/desk/account/second-factor/confirm/", sent)
    assert answer.status_code == 422
    assert f'id="confirm-{field}-fault"' in answer.content.decode()
    assert not devices.has_second_factor(ada)


def test_it_is_removed_with_password_and_code(signed_in: Client, ada: User) -> None:
    device = enrolled(ada)
    codes = devices.new_backup_codes(ada)
    for sent in ({"password": PASSWORD, "code": "nope"}, {"password": "wrong", "code": code_of(device)}, {}):
        assert signed_in.post("/desk/account/second-factor/remove/", sent).status_code == 422
        StaticDevice.objects.update(throttling_failure_count=0)
    assert devices.has_second_factor(ada)
    assert signed_in.post("/desk/account/second-factor/remove/", {"password": PASSWORD, "code": codes[3]}).status_code == 302
    assert not devices.has_second_factor(ada)
    assert not StaticToken.objects.exists()


def test_a_key_is_not_shown_again_and_not_replaced_while_it_signs_in(signed_in: Client, ada: User) -> None:
    device = enrolled(ada)
    assert signed_in.post("/desk/account/second-factor/").headers["Location"] == "/desk/account/"
    for address in ("/desk/account/", "/desk/account/second-factor/"):
        page = signed_in.get(address, follow=True).content.decode()
        assert devices.key_in_groups(device) not in page
        assert device.key not in page
    assert TOTPDevice.objects.get().key == device.key


def test_new_codes_are_made_with_password_and_code(signed_in: Client, ada: User) -> None:
    device = enrolled(ada)
    assert signed_in.post("/desk/account/second-factor/codes/", {"password": PASSWORD, "code": "1"}).status_code == 422
    StaticDevice.objects.all().delete()
    shown = signed_in.post("/desk/account/second-factor/codes/", {"password": PASSWORD, "code": code_of(device)})
    assert shown.content.decode().count("<code>") == 10


def test_no_secret_reaches_the_log(signed_in: Client, ada: User, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    signed_in.post("/desk/account/second-factor/")
    waiting = TOTPDevice.objects.get()
    code = code_of(waiting)
    shown = signed_in.post("/desk/account/second-factor/confirm/", {"code": code, "password": PASSWORD}).content.decode()
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    for secret in (waiting.key, devices.key_in_groups(waiting), code, PASSWORD, *re.findall(r"<code>(.+?)</code>", shown)):
        assert secret not in logged


def test_the_waits_grow_twice_as_long(ada: User, guarded: TOTPDevice) -> None:
    for failures, longest in ((1, 1), (2, 2), (5, 16)):
        TOTPDevice.objects.update(throttling_failure_count=failures, throttling_failure_timestamp=timezone.now())
        assert longest <= devices.checked(ada, "000000").wait_seconds <= longest + 1
