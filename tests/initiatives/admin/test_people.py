"""What an administrator does for people: roles, second factors that are lost, and locks that are released."""

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from initiatives.desk.account import devices
from tests.initiatives.admin.conftest import words_of


@pytest.fixture
def eve(db: None) -> User:
    return User.objects.create_user("eve", password="a long enough password")


def test_a_lost_second_factor_is_taken_away_and_written_down(signed_in: Client, eve: User) -> None:
    TOTPDevice.objects.create(user=eve, name="application")
    devices.new_backup_codes(eve)
    sent = {"action": "reset_second_factor", "_selected_action": [str(eve.pk)]}
    assert "The second factor is off for: eve." in words_of(signed_in.post("/admin/auth/user/", sent, follow=True))
    assert not devices.has_second_factor(eve)
    assert not StaticDevice.objects.exists()
    assert LogEntry.objects.get(object_id=str(eve.pk)).change_message == "Took the second factor away."
    assert "None of the chosen" in words_of(signed_in.post("/admin/auth/user/", sent, follow=True))


def test_the_list_says_who_has_a_second_factor_and_no_page_shows_its_key(signed_in: Client, eve: User) -> None:
    device = TOTPDevice.objects.create(user=eve, name="application")
    for address in ("/admin/auth/user/", f"/admin/auth/user/{eve.pk}/change/", f"/admin/auth/user/{eve.pk}/history/"):
        assert device.key not in signed_in.get(address).content.decode()
    assert TOTPDevice not in admin.site._registry
    assert StaticDevice not in admin.site._registry


@pytest.fixture
def locked(eve: User) -> Client:
    client = Client()
    for _ in range(settings.AXES_FAILURE_LIMIT):
        client.post("/desk/sign-in/", {"username": "eve", "password": "wrong"})
    assert client.post("/desk/sign-in/", {"username": "eve", "password": "a long enough password"}).status_code == 429
    return client


def test_a_lock_is_shown_and_released(signed_in: Client, locked: Client) -> None:
    page = words_of(signed_in.get("/admin/axes/accessattempt/"))
    assert "eve" in page
    assert "not locked" not in page
    sent = {"action": "release", "_selected_action": [str(AccessAttempt.objects.get().pk)]}
    assert "Released: 1 row" in words_of(signed_in.post("/admin/axes/accessattempt/", sent, follow=True))
    assert locked.post("/desk/sign-in/", {"username": "eve", "password": "a long enough password"}).status_code == 302


def test_locks_are_the_administrators_alone(locked: Client) -> None:
    stan = User.objects.create_user("stan", is_staff=True)
    client = Client()
    client.force_login(stan)
    assert client.get("/admin/axes/accessattempt/").status_code == 403
