"""A draft of a real article over the curated record, and the people who may or may not decide it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client

from initiatives.ingest import run
from initiatives.models import Draft

ARTICLE = Path(__file__).parent.parent / "ingest" / "articles" / "japan-ai-sovereignty.txt"
ADDRESS = "https://news.example.org/japan-bets-big"


def person(name: str, *groups: str, administrator: bool = False) -> Client:
    user = User.objects.create_user(name, password="a long enough password", is_superuser=administrator, is_staff=administrator)
    for group in groups:
        user.groups.add(Group.objects.get_or_create(name=group)[0])
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def japan_draft(curated: Path) -> Draft:
    """The draft that the line makes of the Japan article, over the curated record."""
    row = run.hand_in_file(ARTICLE.name, ARTICLE.read_bytes(), ADDRESS, "2025-12-23")
    run.understand(row.pk)
    return Draft.objects.get(intake=row)


@pytest.fixture
def editor(db: None) -> Client:
    return person("ada", settings.EDITORS_GROUP)


@pytest.fixture
def other_editor(db: None) -> Client:
    return person("ben", settings.EDITORS_GROUP)


@pytest.fixture
def contributor(db: None) -> Client:
    return person("cora", settings.CONTRIBUTORS_GROUP)


@pytest.fixture
def administrator(db: None) -> Client:
    return person("amy", administrator=True)


@pytest.fixture
def other_administrator(db: None) -> Client:
    return person("art", administrator=True)


@pytest.fixture
def reader(db: None) -> Client:
    return person("cyn")
