"""The table of roles, tried cell by cell."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client

ROLES = ("reader", "contributor", "editor", "staff", "administrator")
TABLE = settings.BASE_DIR / "docs" / "roles.md"


def cells(file: Path = TABLE) -> list[tuple[str, str, str, str]]:
    """Address, method, role and what the table says."""
    rows = re.findall(r"^\| `([^`]+)` \| (GET|POST) \| (.+) \|$", file.read_text(), re.MULTILINE)
    return [(address, method, role, said) for address, method, words in rows for role, said in zip(ROLES, words.split(" | "), strict=True)]


@pytest.fixture
def people(db: None) -> dict[str, User | None]:
    editor = User.objects.create_user("eve")
    editor.groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    contributor = User.objects.create_user("cora")
    contributor.groups.add(Group.objects.get_or_create(name=settings.CONTRIBUTORS_GROUP)[0])
    staff, administrator = User.objects.create_user("stan", is_staff=True), User.objects.create_superuser("ada")
    return {"reader": None, "contributor": contributor, "editor": editor, "staff": staff, "administrator": administrator}


def test_the_table_names_every_role_and_has_rows() -> None:
    assert len(cells()) >= 100


@pytest.mark.parametrize(("address", "method", "role", "said"), cells())
def test_an_address_answers_as_the_table_says(people: dict[str, User | None], address: str, method: str, role: str, said: str) -> None:
    client, person = Client(), people[role]
    if person is not None:
        client.force_login(person)
    answer = client.generic(method, address)
    while answer.status_code == 302 and answer["Location"].startswith("/admin/login/"):
        answer = client.get(answer["Location"])
    expected = "no" if said == "by permission" else said  # the staff member has no permission
    assert _outcome(answer.status_code, answer.get("Location", "")) == expected


def test_a_change_without_the_signed_token_is_refused(people: dict[str, User | None]) -> None:
    for role, address in (("administrator", "/admin/initiatives/organization/add/"), ("editor", "/desk/hand-in/")):
        client, person = Client(enforce_csrf_checks=True), people[role]
        assert person is not None
        client.force_login(person)
        assert client.post(address, {"name": "X"}).status_code == 403


def _outcome(status: int, location: str) -> str:
    if status == 302 and location.startswith(settings.LOGIN_URL):
        return "sign in"
    assert status < 500 or status == 503  # of a health address where no worker runs
    return {403: "no", 405: "wrong method"}.get(status, "yes")
