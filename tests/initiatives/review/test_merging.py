"""Two people's versions of one form are put together field by field, and nothing of either is lost."""

from dataclasses import replace
from typing import Any

from initiatives.review.decision import Decision
from initiatives.review.merging import Difference, flat, merge
from tests.initiatives.review.test_decision import SUM, decision

OPENED = decision(replace(SUM, amount="100", note="as read"))


def with_sum(**fields: Any) -> Decision:
    return replace(OPENED, entries=(replace(OPENED.entries[0], **fields),))


def test_what_only_they_changed_is_taken_over_and_told() -> None:
    merged, differences = merge(flat(OPENED), with_sum(amount="200"), OPENED)
    assert merged.entries[0].amount == "200"
    assert differences == [Difference("entries-0-amount", "100", "200", "100")]
    assert not differences[0].is_clash


def test_what_only_you_changed_is_kept() -> None:
    merged, differences = merge(flat(OPENED), with_sum(amount="200"), with_sum(note="mine"))
    assert (merged.entries[0].amount, merged.entries[0].note) == ("200", "mine")
    assert [each.is_clash for each in differences] == [False]


def test_what_both_changed_is_a_clash_and_yours_stands_in_the_form() -> None:
    merged, differences = merge(flat(OPENED), with_sum(amount="200"), with_sum(amount="300"))
    assert merged.entries[0].amount == "300"
    assert [(each.theirs, each.yours, each.is_clash) for each in differences] == [("200", "300", True)]


def test_without_the_form_that_was_opened_every_field_that_differs_is_a_clash() -> None:
    merged, differences = merge({}, with_sum(amount="200"), with_sum(note="mine"))
    assert (merged.entries[0].amount, merged.entries[0].note) == ("100", "mine")
    assert {each.field for each in differences if each.is_clash} == {"entries-0-amount", "entries-0-note"}


def test_a_row_that_they_added_stays() -> None:
    theirs = replace(OPENED, entries=(*OPENED.entries, replace(SUM, money=1, amount="7")))
    merged, differences = merge(flat(OPENED), theirs, with_sum(note="mine"))
    assert [row.amount for row in merged.entries] == ["100", "7"]
    assert ("entries-1-amount", "7") in {(each.field, each.theirs) for each in differences}


def test_a_country_by_its_code_or_with_its_name_is_the_same() -> None:
    named = replace(OPENED, initiative=replace(OPENED.initiative, countries="Japan (JPN)"))
    opened = flat(replace(OPENED, initiative=replace(OPENED.initiative, countries="JPN")))
    assert merge(opened, named, named) == (named, [])
