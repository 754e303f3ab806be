"""A publication that would have to wait long for another is not begun, says why, and keeps what was typed."""

from collections.abc import Iterator
from contextlib import closing

import psycopg2
import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connection, transaction
from django.test import Client

from initiatives.models import BulkImport, Edition
from initiatives.models import edition as editions
from tests.initiatives.a_hub import make_hub

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = {"initiative": "Exampleland AI Hub", "amount": "€5 m & more", "note": 'First line\nsecond "line"', "seen": "x"}


@pytest.fixture
def while_another_publishes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another session holds the lock of publications, and nobody waits for it longer than a moment."""
    monkeypatch.setattr(editions, "PATIENCE_SECONDS", 0.2)
    given = connection.get_connection_params()
    named = {name: given[name] for name in ("dbname", "user", "password", "host", "port") if given.get(name)}
    with closing(psycopg2.connect(**named)) as other, other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [editions.PUBLICATION_LOCK])
        yield


def an_editor() -> Client:
    person = User.objects.create_user("ben")
    person.groups.add(Group.objects.get_or_create(name=settings.EDITORS_GROUP)[0])
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_what_was_typed_is_kept_and_sent_again(while_another_publishes: None) -> None:
    BulkImport.objects.create(noun="funding", file_name="colleague.csv", body=b"x", state="storing", rows_total=20_000)
    answer = an_editor().post("/desk/announce/publish/", TYPED)
    page = answer.content.decode().replace("\xa0", " ")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "15")
    assert "A spreadsheet of 20,000 funding entries (colleague.csv, somebody who is gone) is being stored as one step." in page
    assert "€5 m &amp; more" in page
    assert 'action="/desk/announce/publish/"' in page
    assert dict(answer.context["fields"]) == TYPED


def test_a_transaction_that_did_not_get_its_turn_can_go_on(while_another_publishes: None) -> None:
    with transaction.atomic():
        with pytest.raises(editions.StillPublishing):
            Edition.objects.lock()
        assert Edition.objects.current_number() == 0
        with connection.cursor() as cursor:
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone() == ("0",)


def test_whoever_gets_the_lock_in_time_waits_for_nothing_else_by_that_limit() -> None:
    make_hub()
    with transaction.atomic():
        Edition.objects.lock()
        with connection.cursor() as cursor:
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone() == ("0",)
