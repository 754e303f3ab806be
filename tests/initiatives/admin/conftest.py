"""What the administration's tests share: an administrator who is signed in, and a small record."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from initiatives import publish
from initiatives.models import Article, FundingEntry, Initiative, Organization


@pytest.fixture
def administrator(db: None) -> User:
    return User.objects.create_superuser("ada", password="a long enough password")


@pytest.fixture
def signed_in(administrator: User) -> Client:
    """The administrator's browser."""
    client = Client()
    client.force_login(administrator)
    return client


@pytest.fixture
def hub(db: None) -> Initiative:
    """An initiative with one announced entry of 100 m euros, paid by the Ministry of Science."""
    with publish.editing(None, "Set up") as session:
        source = Article(url="https://news.example/hub", title="A hub for AI", publisher="Example News")
        session.save(source)
        row = Initiative(slug="exampleland-ai-hub", name="Exampleland AI Hub", countries=["FRA"], kind="compute", status="announced")
        row.announced, row.summary = "2026", "A hub."
        session.save(row)
        session.save(Organization(name="Ministry of Science", kind="government", country_id="FRA"))
        session.save(entry_of(row, source))
    return row


def entry_of(initiative: Initiative, source: Article, **columns: Any) -> FundingEntry:
    """An announced entry of 100 m euros of public money, not stored."""
    given = {"amount": 100_000_000, "currency": "EUR", "stage": "announced", "origin": "public", "scope": "ai", "announced_on": "2026-03", "tier": 2}
    return FundingEntry(initiative=initiative, source=source, **{**given, **columns})


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
