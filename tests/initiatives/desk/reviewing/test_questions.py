"""The page of a draft asks the database as often with many drafts waiting as with few."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.models import Draft, Story
from tests.initiatives.desk.material import a_draft, a_ready_draft

MILLION = 10**6


def asked(client: Client, draft: Draft) -> int:
    client.get(f"/desk/drafts/{draft.pk}/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/desk/drafts/{draft.pk}/").status_code == 200
    return len(queries)


def test_the_page_asks_as_often_however_many_wait(editor: Client) -> None:
    draft = a_ready_draft("Norway builds a model", consequence=50 * MILLION)
    for number in range(3):
        a_draft("One more", consequence=number * 40 * MILLION)
    few = asked(editor, draft)
    for number in range(20):
        a_draft("Another", consequence=number * 5 * MILLION, story=Story.objects.create() if number % 2 else None)
    assert asked(editor, draft) == few <= 40
