"""The table of roles, tried cell by cell; and every address of the product stands in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from pytest_django import DjangoDbBlocker

from tests.worlds import Worlds

ROLES = ("reader", "contributor", "editor", "staff", "administrator")
TABLE = settings.BASE_DIR / "docs" / "roles.md"


def rows(file: Path = TABLE) -> list[tuple[str, str, dict[str, str]]]:
    """Address, method, and what the table says by role."""
    found = re.findall(r"^\| `([^`]+)` \| (GET|POST) \| (.+) \|$", file.read_text(), re.MULTILINE)
    return [(address, method, dict(zip(ROLES, words.split(" | "), strict=True))) for address, method, words in found]


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """Every pattern below a resolver, as Django writes it; the administration's are tried table by table in its own tests."""
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield route
        elif not route.startswith("admin/"):
            yield from routes(each, route)


@pytest.fixture(scope="module")
def sessions(worlds: Worlds, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, str]]:
    """The session of each role that signs in, once for the whole table."""
    with django_db_blocker.unblock():
        worlds.enter(None)
        with transaction.atomic():
            yield {role: signed_in(person) for role, person in accounts().items()}
            transaction.set_rollback(True)


def accounts() -> dict[str, User]:
    persons = {name: User.objects.create_user(name) for name in ("contributor", "editor")}
    persons["contributor"].groups.add(Group.objects.get_or_create(name=settings.CONTRIBUTORS_GROUP)[0])
    persons["editor"].groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    persons["staff"] = User.objects.create_user("staff", is_staff=True)
    persons["administrator"] = User.objects.create_superuser("administrator")
    return persons


def signed_in(person: User) -> str:
    client = Client()
    client.force_login(person)
    return str(client.session.session_key)


@pytest.fixture
def people(sessions: dict[str, str], db: None) -> dict[str, Client]:
    """A browser for each role, signed in afresh whatever the test before it did."""
    browsers = {role: Client() for role in ROLES}
    for role, session in sessions.items():
        browsers[role].cookies[settings.SESSION_COOKIE_NAME] = session
    return browsers


def test_the_table_names_every_role_and_has_rows() -> None:
    assert len(rows()) >= 100
    assert len({(address, method) for address, method, _ in rows()}) == len(rows())


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_address_of_the_desk_stands_in_the_table_with_this_method(method: str) -> None:
    tried = {resolve(address.partition("?")[0]).route for address, each, _ in rows() if each == method}
    assert sorted(route for route in routes(get_resolver()) if route.startswith("desk/") and route not in tried) == []


@pytest.mark.parametrize(("address", "method", "said"), rows())
def test_an_address_answers_each_role_as_the_table_says(people: dict[str, Client], address: str, method: str, said: dict[str, str]) -> None:
    expected = {role: "no" if words == "by permission" else words for role, words in said.items()}  # the staff member has no permission
    assert {role: outcome(people[role], method, address) for role in ROLES} == expected


def test_a_change_without_the_signed_token_is_refused(people: dict[str, Client]) -> None:
    for role, address in (("administrator", "/admin/initiatives/organization/add/"), ("editor", "/desk/hand-in/")):
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = people[role].cookies
        assert strict.post(address, {"name": "X"}).status_code == 403


def outcome(client: Client, method: str, address: str) -> str:
    """What an address answers, in the words of the table."""
    answer = client.generic(method, address)
    while answer.status_code == 302 and answer["Location"].startswith("/admin/login/"):
        answer = client.get(answer["Location"])
    if answer.status_code == 302 and answer["Location"].startswith(settings.LOGIN_URL + "?next"):
        return "sign in"
    assert answer.status_code < 500 or answer.status_code == 503  # of a health address where no worker runs
    return {403: "no", 405: "wrong method"}.get(answer.status_code, "yes")
