"""A posted form changes the fields that it shows, and nothing else."""

from initiatives.desk.form import decision_from
from tests.initiatives.review.test_decision import SUM, decision

OPENED = decision(SUM)


def test_fields_are_taken_as_typed_and_cleaned() -> None:
    typed = decision_from({"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-amount": " 1\x00 500 ", "entries-0-note": "Cafe\u0301"}, OPENED)
    assert (typed.entries[0].amount, typed.entries[0].note, typed.entries[0].keep) == ("1500", "Café", True)


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


def test_a_field_can_be_emptied() -> None:
    assert decision_from({"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-amount": ""}, OPENED).entries[0].amount == ""


def test_the_line_of_a_relation_can_be_chosen() -> None:
    posted = {"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-choice": "restates norland-model#2"}
    entry = decision_from(posted, OPENED).entries[0]
    assert (entry.relation, entry.related_to, entry.related_money) == ("restates", "norland-model#2", "")


def test_a_sum_of_the_same_article_can_be_chosen() -> None:
    posted = {"entries-0-shown": "1", "entries-0-keep": "on", "entries-0-choice": "part-of @3"}
    entry = decision_from(posted, OPENED).entries[0]
    assert (entry.relation, entry.related_to, entry.related_money) == ("part-of", "", "3")


def test_a_relation_typed_by_hand_goes_before_the_line_that_was_chosen() -> None:
    posted = {
        "entries-0-shown": "1",
        "entries-0-keep": "on",
        "entries-0-choice": "new ",
        "entries-0-relation": "replaces",
        "entries-0-related_to": "norland-model#1",
    }
    entry = decision_from(posted, OPENED).entries[0]
    assert (entry.relation, entry.related_to) == ("replaces", "norland-model#1")
