"""The golden case of Japan, one entry before its end: what an announcement is to the ledger is said before it is saved."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.publication import Fault
from initiatives.review.announcing import Payer, Typed, answer_to
from initiatives.review.announcing.notes import notes_of
from initiatives.review.announcing.words import checks, heading, moved_by_rates, published_in_words

MOST_QUERIES = 45


def test_the_award_replaces_the_budget_first_then_is_a_tranche_and_cannot_restate(japan: None, award: Typed) -> None:
    options = answer_to(award).options
    assert [option.choice for option in options] == ["replaces japan#5", "tranche-of japan#3", "restates japan#6", "new"]
    assert [option.allowed for option in options] == [True, True, False, True]
    assert [option.chosen for option in options] == [True, False, False, False]
    assert "budgeted is firmer than the announced" in options[2].consequence.refused[0].message


def test_each_twin_says_why(japan: None, award: Typed) -> None:
    first, second, *_ = (option.twin for option in answer_to(award).options)
    assert first is not None
    assert second is not None
    assert {"a newer figure", "the same payer", "the same years", "the same initiative"} <= set(first.reasons_for)
    assert "then ¥300\u00a0bn (21 Dec 2025) would stand beside it" in second.reasons_against


@pytest.mark.parametrize(
    ("choice", "announced", "budgeted"),
    [("replaces japan#5", 0, 87_300_000_000), ("tranche-of japan#3", 0, 387_300_000_000), ("new", 387_300_000_000, 387_300_000_000)],
)
def test_each_line_says_what_it_would_add(japan: None, award: Typed, choice: str, announced: int, budgeted: int) -> None:
    option = next(each for each in answer_to(award).options if each.choice == choice)
    steps = {step.basis: step.change for step in option.consequence.steps}
    assert (steps["announced"], steps["budgeted"], steps["committed"]) == (announced, budgeted, 0)


def test_the_effect_is_a_sentence_and_the_movement_of_dollars_has_its_reason(japan: None, award: Typed) -> None:
    answer = answer_to(award)
    assert heading(answer) == "Publishing this adds ¥0 to what is announced, ¥87.3\u00a0bn to what is budgeted"
    assert "In dollars the announced sum of Japan moves by −$78.9\u00a0m, though no money is new" in moved_by_rates(answer)
    assert published_in_words(answer).endswith(
        "it replaces METI's 2026 budget (21 Dec 2025), and adds ¥0 to what is announced, ¥87.3\u00a0bn to what is budgeted."
    )


def test_the_envelope_is_said_to_hold_it_and_the_replacement_to_be_as_firm(japan: None, award: Typed) -> None:
    lines = checks(answer_to(award))
    assert [line.kind for line in lines] == ["good", "good"]
    assert "of which ¥612.7\u00a0bn are left" in lines[0].words
    assert lines[1].words == "As firm as what it replaces: budgeted for budgeted."


def test_a_part_that_outgrows_its_envelope_is_an_amber_line(japan: None, award: Typed) -> None:
    lines = checks(answer_to(replace(award, amount="900 bn yen", choice="tranche-of japan#3", by_hand="yes")))
    assert any(line.kind == "doubt" and "exceed it by ¥200\u00a0bn" in line.words for line in lines)


def test_a_softer_figure_asks_for_a_yes(japan: None, award: Typed) -> None:
    lines = checks(answer_to(replace(award, stage="announced", choice="replaces japan#5", by_hand="yes")))
    assert lines[0].asks
    assert "Announced is softer than the budgeted of METI's 2026 budget (21 Dec 2025)" in lines[0].words.replace("\u00a0", " ")


def test_the_same_sum_again_restates_and_adds_nothing(japan: None, award: Typed) -> None:
    answer = answer_to(replace(award, amount="up to ¥1兆", stage="announced", period="2026-2030"))
    assert answer.chosen is not None
    assert answer.chosen.choice == "restates japan#3"
    assert heading(answer).startswith("Publishing this adds ¥0: restates METI's five-year support")


def test_the_dollars_of_the_day_come_with_rate_day_and_provider_and_the_quoted_ones_are_checked(japan: None, award: Typed) -> None:
    agreeing = notes_of(answer_to(replace(award, usd_as_published="$2.4 bn")))["amount"]
    assert agreeing[0].words == "¥387,300,000,000 ≈ $2.38\u00a0bn at 162.44 JPY to the dollar, ECB, 30\u00a0Jun\u00a02026"
    assert agreeing[1].kind == "agrees"
    doubted = notes_of(answer_to(replace(award, usd_as_published="$2.4 m")))["amount"]
    assert (doubted[1].kind, "short of a factor of 1,000" in doubted[1].words) == ("doubt", True)


def test_a_day_that_lies_ahead_is_marked_and_allowed(japan: None, award: Typed) -> None:
    answer = answer_to(replace(award, announced_on="1 Jan 2031"))
    assert any("lies ahead" in line.words for line in checks(answer))
    assert answer.faults == ()


def test_an_undisclosed_sum_is_in_no_total_and_taken_for_no_other(japan: None, award: Typed) -> None:
    answer = answer_to(replace(award, amount="undisclosed", currency="JPY"))
    assert heading(answer) == "Publishing this adds an undisclosed sum, which is in no total"
    assert answer.chosen is not None
    assert answer.chosen.choice == "new"


def test_money_of_another_scope_says_that_it_lies_beside_the_total_of_ai(japan: None, award: Typed) -> None:
    answer = answer_to(replace(award, scope="chips", choice="new", by_hand="yes"))
    assert answer.chosen is not None
    assert answer.chosen.consequence.at("announced").change == Decimal(387_300_000_000)  # type: ignore[union-attr]


def test_a_choice_by_hand_stays_and_one_that_was_offered_follows_what_is_typed(japan: None, award: Typed) -> None:
    assert answer_to(replace(award, choice="new", by_hand="yes")).settled.typed.choice == "new"
    assert answer_to(replace(award, choice="new", by_hand="")).settled.typed.choice == "replaces japan#5"


def test_a_relation_by_hand_to_an_entry_that_is_no_twin_is_weighed_too(japan: None, award: Typed) -> None:
    answer = answer_to(replace(award, choice="part-of clouds#1", by_hand="yes"))
    assert answer.chosen is not None
    assert answer.chosen.choice == "part-of clouds#1"
    unknown = answer_to(replace(award, choice="part-of nobody#9", by_hand="yes"))
    assert [fault.field for fault in unknown.faults] == ["choice"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", "lots"),
        ("currency", "XX1"),
        ("amount_low", "little"),
        ("amount_high", "-3"),
        ("usd_as_published", "€5 bn"),
        ("announced_on", "soon"),
        ("period", "later"),
        ("hedge", "perhaps"),
        ("stage", "dreamt"),
        ("origin", "heaven"),
        ("scope", "all"),
        ("instrument", "magic"),
        ("new_money", "maybe"),
        ("klass", "rumour"),
        ("tier", "9"),
        ("recipient_country", "Atlantis"),
        ("url", "not an address"),
        ("published", "30 Foo 2026"),
        ("choice", "swallows japan#5"),
    ],
)
def test_bad_input_is_said_at_its_field_with_the_value(japan: None, award: Typed, field: str, value: str) -> None:
    beside: dict[str, dict[str, Any]] = {"currency": {"amount": "387.3 bn"}, "choice": {"by_hand": "yes"}}
    changes: dict[str, Any] = {field: value, **beside.get(field, {})}
    faults = answer_to(replace(award, **changes)).settled.faults
    assert field in {fault.field for fault in faults}


def test_a_share_above_the_whole_is_said_at_its_payer(japan: None, award: Typed) -> None:
    faults = answer_to(replace(award, payers=(Payer("METI", "", "60"), Payer("SoftBank", "", "140")))).settled.faults
    assert [fault.field for fault in faults] == ["payers"]


def test_an_empty_form_names_what_is_missing_and_weighs_nothing(db: None) -> None:
    answer = answer_to(Typed())
    assert answer.options == ()
    assert {fault.field for fault in answer.settled.missing} == {"initiative", "amount", "currency", "announced_on", "url", "title"}
    assert all(isinstance(fault, Fault) and fault.value == "" for fault in answer.settled.missing)


def test_an_answer_costs_few_queries(japan: None, award: Typed) -> None:
    answer_to(award)
    with CaptureQueriesContext(connection) as queries:
        answer_to(award)
    assert len(queries) <= MOST_QUERIES
