"""What the administration's tests share: an administrator who is signed in, and what a browser sends."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.initiatives.a_hub import entry_of as entry_of


@pytest.fixture
def administrator(db: None) -> User:
    return User.objects.create_superuser("ada", password="a long enough password")


@pytest.fixture
def signed_in(administrator: User) -> Client:
    """The administrator's browser."""
    client = Client()
    client.force_login(administrator)
    return client


def fields_of(page: Any) -> dict[str, str]:
    """What a browser would send back of the form on a page: its inputs, choices and texts as they stand."""
    form = page.context["adminform"].form
    forms = [form, *(part for inline in page.context["inline_admin_formsets"] for part in [inline.formset.management_form, *inline.formset.forms])]
    sent = {"_version": page.context["opened_version"]}
    for each in forms:
        for field in each:
            value = field.value()
            if isinstance(value, bool):
                sent.update({field.html_name: "on"} if value else {})
            else:
                sent[field.html_name] = ",".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return sent


def words_of(page: Any) -> str:
    """A page's text without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))
