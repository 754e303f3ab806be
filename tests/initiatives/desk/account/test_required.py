"""Where the second factor is required, desk and administration stay closed without one."""

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import Group, User
from django.test import Client

from initiatives.desk.account import devices
from tests.initiatives.desk.account.conftest import enrolled


@pytest.fixture
def required(settings: LazySettings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.mark.parametrize("address", ["/desk/", "/desk/sources/", "/admin/", "/admin/initiatives/organization/"])
@pytest.mark.parametrize("role", ["editor", "administrator"])
def test_whoever_could_change_the_record_is_led_to_the_page_that_switches_it_on(required: None, ada: User, address: str, role: str) -> None:
    client = Client()
    client.force_login(ada if role == "editor" else User.objects.create_superuser("amy"))
    answer = client.get(address)
    assert answer.headers["Location"] == "/desk/account/"
    assert "A second factor is required" in client.get("/desk/account/").content.decode()
    assert client.post(address).status_code == 403


def test_with_one_everything_is_open(required: None, ada: User) -> None:
    enrolled(ada)
    client = Client()
    client.force_login(ada)
    assert client.get("/desk/").status_code == 200
    devices.removed(ada)
    assert client.get("/desk/").status_code == 302


def test_the_way_to_switch_it_on_and_out_stays_open(required: None, ada: User) -> None:
    client = Client()
    client.force_login(ada)
    assert client.post("/desk/account/second-factor/").headers["Location"] == "/desk/account/second-factor/"
    assert client.get("/desk/account/second-factor/").status_code == 200
    assert client.get("/").status_code == 200
    assert client.post("/desk/sign-out/").headers["Location"] == "/"


def test_contributors_and_strangers_are_not_asked_for_it(required: None, db: None) -> None:
    cora = User.objects.create_user("cora")
    cora.groups.add(Group.objects.get_or_create(name="contributors")[0])
    client = Client()
    client.force_login(cora)
    assert client.get("/desk/").status_code == 200
    assert Client().get("/desk/").headers["Location"] == "/desk/sign-in/?next=/desk/"


def test_without_the_setting_nobody_is_asked_for_it(ada: User) -> None:
    client = Client()
    client.force_login(ada)
    assert client.get("/desk/").status_code == 200
