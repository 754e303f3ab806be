"""The page of a draft asks the database as often with many drafts waiting as with few."""

from dataclasses import replace

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from initiatives.ingest.values import Proposal
from initiatives.models import Draft, Story
from tests.initiatives.desk.material import MONEY, a_draft, a_ready_draft, proposal

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


def test_another_choice_of_a_sum_costs_no_question_more(editor: Client) -> None:
    larger = replace(MONEY, amount=MONEY.amount * 3)
    largest = replace(MONEY, amount=MONEY.amount * 5)
    two = a_draft("Two sums", value=proposal(money=(MONEY, larger)))
    lone = replace(largest, role="context")
    three = a_draft("Two sums, and one that is context", value=proposal(money=(MONEY, larger, lone), relation=Proposal(0, "new", None, 0.9, "")))
    assert asked(editor, three) == asked(editor, two)
