"""Answering what readers said."""

from functools import partial

import pytest
from django.contrib.auth.models import User

from initiatives.corrections import AlreadySettled, Remark, Settlement, StaleCorrection, receive, settle
from initiatives.models import Correction, Edition
from initiatives.publication import PublicationRefused
from tests.at_once import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def remark(db: None) -> Correction:
    return receive(Remark("It is 2 bn.", "/", label="the total"), "198.51.100.7")


def test_an_answer_is_kept_with_who_and_when(remark: Correction, editor: User) -> None:
    row = settle(remark.pk, remark.version, Settlement("declined", "The ministry says 1 bn."), editor)
    assert (row.state, row.answer, row.answered_by) == ("declined", "The ministry says 1 bn.", editor)
    assert row.answered_at is not None


@pytest.mark.usefixtures("fjord")
def test_what_was_put_right_names_its_edition(remark: Correction, editor: User) -> None:
    newest = Edition.objects.current_number()
    assert settle(remark.pk, 1, Settlement("accepted", "It was 2 bn.", str(newest)), editor).edition_id == newest


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (Settlement("accepted", ""), "answer"),
        (Settlement("declined", "x" * 2001), "answer"),
        (Settlement("gone", "x"), "state"),
        (Settlement("accepted", "x", "999999"), "edition"),
        (Settlement("accepted", "x", "one"), "edition"),
    ],
)
def test_what_is_missing_or_wrong_is_named(remark: Correction, editor: User, wanted: Settlement, field: str) -> None:
    with pytest.raises(PublicationRefused) as refused:
        settle(remark.pk, 1, wanted, editor)
    assert [fault.field for fault in refused.value.faults] == [field]
    assert Correction.objects.get().state == "open"


def test_spam_needs_no_answer_and_shows_none(remark: Correction, editor: User) -> None:
    assert settle(remark.pk, 1, Settlement("spam", "buy this"), editor).answer == ""


def test_of_two_editors_the_second_is_told_who_was_first(remark: Correction, editor: User) -> None:
    settle(remark.pk, 1, Settlement("declined", "As the law says."), editor)
    with pytest.raises(AlreadySettled, match=r"editor answered this on .*: left as it is\. What you typed is kept"):
        settle(remark.pk, 1, Settlement("accepted", "Mended."), editor)
    opened = settle(remark.pk, 2, Settlement("open", ""), editor)
    assert (opened.answer, opened.answered_at) == ("", None)
    with pytest.raises(StaleCorrection):
        settle(remark.pk, 2, Settlement("accepted", "Mended."), editor)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_answers(editor: User) -> None:
    row = receive(Remark("It is 2 bn.", "/", label="the total"), "198.51.100.7")
    refused = at_once(*[partial(settle, row.pk, 1, Settlement("declined", words), editor) for words in ("One.", "Two.")])
    assert [type(one) for one in refused] == [AlreadySettled]
    assert Correction.objects.get().version == 2
