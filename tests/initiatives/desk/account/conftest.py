"""People who sign in for real, and codes as an application would show them."""

import time
from binascii import unhexlify
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

PASSWORD = "a long enough password"


@pytest.fixture
def ada(db: None) -> User:
    """An editor with a password and no second factor."""
    person = User.objects.create_user("ada", password=PASSWORD)
    person.groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    return person


def sign_in(client: Client, name: str = "ada", password: str = PASSWORD, **more: Any) -> Any:
    """What the first page answers to a name and a password."""
    return client.post("/desk/sign-in/", {"username": name, "password": password, **more.pop("fields", {})}, **more)


def code_of(device: TOTPDevice, steps: int = 0) -> str:
    """What the application shows now, or some steps of 30 seconds later."""
    totp = TOTP(unhexlify(device.key.encode()))
    totp.time = time.time() + 30 * steps
    return f"{totp.token():06d}"


def enrolled(person: User) -> TOTPDevice:
    """An application that is switched on."""
    return TOTPDevice.objects.create(user=person, name="application", confirmed=True)
