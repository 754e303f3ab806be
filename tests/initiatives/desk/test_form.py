"""A posted form changes the fields that it shows, and nothing else."""

from initiatives.desk.form import decision_from
from tests.initiatives.review.test_decision import SUM, decision

OPENED = decision(SUM)


def test_fields_are_taken_as_typed_and_cleaned() -> None:
    typed = decision_from({"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-amount": " 1\x00 500 ", "entries-0-note": "Cafe\u0301"}, OPENED)
    assert (typed.entries[0].amount, typed.entries[0].note, typed.entries[0].keep) == ("1 500", "Café", True)


def test_a_box_that_is_not_ticked_leaves_the_row_out() -> None:
    assert decision_from({"entries-0-shown": "1"}, OPENED).entries[0].keep is False


def test_a_row_that_was_not_on_the_form_stays_as_it_was() -> None:
    assert decision_from({"entries-0-amount": "999"}, OPENED) == OPENED


def test_no_row_and_no_passage_can_be_invented() -> None:
    posted = {
        "entries-0-shown": "1",
        "entries-0-keep": "on",
        "entries-0-words": "x",
        "entries-0-money": "7",
        "entries-1-shown": "1",
        "comments-0-shown": "1",
    }
    assert decision_from(posted, OPENED) == OPENED


def test_an_over_long_field_is_cut_and_not_refused() -> None:
    typed = decision_from({"entries-0-shown": "1", "entries-0-note": "x" * 100_000}, OPENED)
    assert len(typed.entries[0].note) == 5000
