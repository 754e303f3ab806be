"""Keeping what readers say is wrong."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from initiatives.corrections import Remark, TooMany, receive, subject_of
from initiatives.corrections.receiving import AT_MOST_A_DAY, AT_MOST_AN_HOUR
from initiatives.models import Correction
from tests.at_once import at_once

HOME = "198.51.100.7"


def remark(**changes: object) -> Remark:
    plain: dict[str, object] = {"message": "It is 2 bn.", "page": "/", "label": "the total of Norway"}
    return Remark(**plain | changes)  # type: ignore[arg-type]


@pytest.mark.usefixtures("fjord")
def test_a_remark_keeps_the_value_as_it_read_that_day() -> None:
    row = receive(remark(subject=subject_of("fundingentry", "fjord-computer#1"), field="amount"), HOME)
    assert (row.subject_table, row.field, row.value_shown) == ("fundingentry", "amount", "NOK\u00a01\u00a0m")
    assert row.label.startswith("Fjord Computer: ")
    assert row.label.endswith("(fjord-computer#1): amount")


@pytest.mark.django_db
def test_no_address_is_kept_only_a_mark_of_the_day() -> None:
    row = receive(remark(), HOME)
    assert HOME not in str(Correction.objects.values().get(pk=row.pk))
    assert len(row.sender_hash) == 64


@pytest.mark.django_db
def test_the_same_words_sent_twice_are_kept_once() -> None:
    assert receive(remark(), HOME).pk == receive(remark(), HOME).pk
    assert receive(remark(message="Another."), HOME).pk != receive(remark(), HOME).pk


@pytest.mark.django_db
def test_of_one_place_no_more_than_a_person_sends_and_of_others_still() -> None:
    for number in range(AT_MOST_AN_HOUR):
        receive(remark(message=f"Remark {number}"), HOME)
    with pytest.raises(TooMany, match="in an hour"):
        receive(remark(message="One more"), HOME)
    assert receive(remark(message="One more"), "198.51.100.8").pk


@pytest.mark.django_db
def test_an_hour_later_there_is_room_again_until_the_day_is_full() -> None:
    for number in range(AT_MOST_A_DAY):
        receive(remark(message=f"Remark {number}"), HOME)
        Correction.objects.update(made_at=timezone.now() - timedelta(hours=2))
    with pytest.raises(TooMany, match="tomorrow"):
        receive(remark(message="One more"), HOME)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_many_sent_at_the_same_moment_no_more_are_taken_than_of_many_in_a_row() -> None:
    sent = [partial(receive, remark(message=f"Remark {number}"), HOME) for number in range(AT_MOST_AN_HOUR + 4)]
    refused = at_once(*sent)
    assert [type(one) for one in refused] == [TooMany] * 4
    assert Correction.objects.count() == AT_MOST_AN_HOUR
