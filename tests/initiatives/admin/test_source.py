"""Sources in the administration: a table that can be edited, with its history; what is added there is visited at once."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from initiatives.models import Source
from tests.initiatives.admin.conftest import words_of

FORM = {"address": "https://ministry.example/feed", "name": "The ministry", "klass": "official", "country": "", "kind": "feed", "language": "en"}


def test_a_source_that_is_added_and_watched_is_visited_at_once(
    signed_in: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks() as rung:
        answer = signed_in.post("/admin/initiatives/source/add/", {**FORM, "watched": "on"})
    source = Source.objects.get()
    assert (answer.status_code, source.klass, source.watched) == (302, "official", True)
    assert len(rung) == 1
    assert source.next_visit_at is not None
    assert source.history.first().history_user.username == "ada"


def test_a_source_that_is_off_is_not_visited_before_it_is_turned_on(
    signed_in: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    rung = []
    for address, changed in (("add/", {}), ("{}/change/", {"watched": "on"}), ("{}/change/", {"watched": "on", "name": "Only its name"})):
        with django_capture_on_commit_callbacks() as callbacks:
            source = Source.objects.first()
            signed_in.post(f"/admin/initiatives/source/{address.format(source.pk if source else '')}", {**FORM, **changed})
        rung.append(len(callbacks))
    assert rung == [0, 1, 0]
    source = Source.objects.get()
    assert [row.name for row in source.history.all()] == ["Only its name", "The ministry", "The ministry"]


@pytest.mark.parametrize("address", ["ministry", "javascript:alert(1)", "ftp://ministry.example/", ""])
def test_an_address_that_is_none_is_refused_beside_its_field(signed_in: Client, address: str) -> None:
    answer = signed_in.post("/admin/initiatives/source/add/", {**FORM, "address": address, "watched": "on"})
    assert (answer.status_code, Source.objects.exists()) == (200, False)


def test_the_list_shows_hostile_names_as_text(signed_in: Client) -> None:
    Source.objects.create(address="https://a.example/", name="<script>alert(1)</script>", message="<b>x</b>")
    page: Any = signed_in.get("/admin/initiatives/source/")
    assert "<script>alert(1)" not in page.content.decode()
    assert "&lt;script&gt;" in page.content.decode()
    assert "not visited yet" in words_of(page)
