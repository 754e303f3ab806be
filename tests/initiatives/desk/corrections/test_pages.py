"""The desk's list of remarks, and answering one."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from initiatives.corrections import Remark, receive, subject_of
from initiatives.exchange.load import load
from initiatives.models import Correction, FundingEntry
from tests.initiatives.exchange.files import initiative, write


@pytest.fixture
def remark(db: None, tmp_path: Path) -> Correction:
    load(write(tmp_path, initiative()))
    subject = subject_of("fundingentry", "fjord-computer#1")
    return receive(Remark("It is <b>two</b> million.", "/initiatives/fjord-computer/", subject, "amount", contact="me@example.org"), "198.51.100.7")


def test_the_list_shows_what_waits_in_as_few_questions_however_many_there_are(
    editor: Client, remark: Correction, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        Correction.objects.create(label=f"Value {number}", page="/", message="Wrong.")
    with django_assert_max_num_queries(8):
        html = editor.get("/desk/corrections/").content.decode()
    assert html.count("/desk/corrections/") >= 25
    assert "It is &lt;b&gt;two&lt;/b&gt; million." in html


def test_one_remark_stands_beside_the_value_as_it_was_and_as_it_is(editor: Client, remark: Correction) -> None:
    FundingEntry.objects.update(amount=2_000_000)
    html = editor.get(f"/desk/corrections/{remark.pk}/").content.decode()
    assert "another value than the reader saw" in html
    assert "me@example.org" in html
    assert "<b>two</b>" not in html


def test_an_answer_goes_on_to_what_waits(editor: Client, remark: Correction) -> None:
    answer = editor.post(f"/desk/corrections/{remark.pk}/settle/", {"version": 1, "state": "declined", "answer": "The law says one."}, follow=True)
    assert "Left as it is" in answer.content.decode()
    assert Correction.objects.get().answer == "The law says one."


def test_an_answer_without_words_comes_back_with_what_was_typed(editor: Client, remark: Correction) -> None:
    answer = editor.post(f"/desk/corrections/{remark.pk}/settle/", {"version": 1, "state": "accepted", "answer": "", "edition": "77777"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Say what was found" in html
    assert 'value="77777"' in html


def test_a_form_that_somebody_else_was_quicker_than_is_refused_and_keeps_its_words(editor: Client, other_editor: Client, remark: Correction) -> None:
    other_editor.post(f"/desk/corrections/{remark.pk}/settle/", {"version": 1, "state": "declined", "answer": "First."})
    answer = editor.post(f"/desk/corrections/{remark.pk}/settle/", {"version": 1, "state": "accepted", "answer": "Second."})
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "ben answered this" in html
    assert "Second." in html
    assert Correction.objects.get().answer == "First."


def test_a_remark_whose_value_is_gone_can_still_be_answered(editor: Client, remark: Correction) -> None:
    FundingEntry.objects.all().delete()
    assert "the record has it no more" in editor.get(f"/desk/corrections/{remark.pk}/").content.decode()


@pytest.mark.parametrize("who", ["contributor", "reader"])
def test_others_do_not_read_what_readers_write(request: pytest.FixtureRequest, remark: Correction, who: str) -> None:
    client: Client = request.getfixturevalue(who)
    assert client.get("/desk/corrections/").status_code == 403
    assert client.get(f"/desk/corrections/{remark.pk}/").status_code == 403
    assert client.post(f"/desk/corrections/{remark.pk}/settle/", {"version": 1, "state": "spam"}).status_code == 403
    assert Correction.objects.get().state == "open"
