"""Why a total is what it is."""

from decimal import Decimal

import pytest

from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry
from initiatives.ledger.why import STEPS, Row, Step, label, row_of, steps
from tests.initiatives.ledger.statements import said


@pytest.fixture
def a_bit_of_everything() -> list[Entry]:
    return [
        said("a", 100),
        said("b", 60, "part-of", "a", stage="committed"),
        said("c", 100, "restates", "a"),
        said("d", 9),
        said("e", 8, "replaces", "d"),
        said("f", 5),
        said("g", 5, "cancels", "f"),
        said("h", 2, "part-of", "f"),
        said("i", 7, scope="chips"),
        said("j", 3, scope="wider", stage="pledged"),
        said("k", 4, stage="pledged"),
        said("l", None),
        said("m", 20),
        said("n", 30, "part-of", "m"),
    ]


def rows(entries: list[Entry], rates: Rates) -> list[Row]:
    counted = count(entries, rates)
    return [row_of(entry, counted[entry.key], lambda amount: amount) for entry in entries]


def test_the_steps_lead_from_everything_published_to_what_is_counted(a_bit_of_everything: list[Entry], rates: Rates) -> None:
    assert steps(rows(a_bit_of_everything, rates), "announced", ["ai"]) == [
        Step("published", "Everything published", 14, Decimal(353)),
        Step("restated", "the same money said again", 1, Decimal(-100)),
        Step("replaced", "replaced by a newer figure", 1, Decimal(-9)),
        Step("cancelled", "cancelled", 3, Decimal(-12)),
        Step("contained", "already inside a larger sum", 2, Decimal(-80)),
        Step("out_of_scope", "chips and wider programmes", 2, Decimal(-10)),
        Step("below_basis", "only pledged or intended", 1, Decimal(-4)),
        Step("counted", "Counted once", 4, Decimal(138)),
    ]


def test_grouped_rows_give_the_same_steps_as_single_ones(rates: Rates) -> None:
    alike = [said("a", 10), said("b", 5), said("c", 7)]
    single = rows(alike, rates)
    grouped = Row(single[0].reason, "ai", "announced", 3, 3, 0, 3, Decimal(22), Decimal(22))
    assert steps([grouped], "announced", ["ai"]) == steps(single, "announced", ["ai"])


def test_a_cancelling_entry_opens_only_where_it_states_an_amount(rates: Rates) -> None:
    told = rows([said("a", 10), said("b", None, "cancels", "a")], rates)
    assert steps(told, "announced", ["ai"])[3] == Step("cancelled", "cancelled", 1, Decimal(-10))


def test_what_cannot_be_converted_is_opened_but_adds_nothing(rates: Rates) -> None:
    entry = said("a", 10, currency="ZZZ")
    row = row_of(entry, count([entry], rates)["a"], lambda amount: None)
    assert steps([row], "announced", ["ai"])[0] == Step("published", "Everything published", 1, Decimal(0))


def test_nothing_gives_every_step_at_zero() -> None:
    assert [(step.step, step.entries, step.amount) for step in steps([], "headline", ["ai"])] == [(step, 0, Decimal(0)) for step in STEPS]


@pytest.mark.parametrize(
    ("step", "basis", "scopes", "words"),
    [
        ("out_of_scope", "announced", ["chips"], "AI alone and wider programmes"),
        ("out_of_scope", "announced", ["ai", "wider"], "chips"),
        ("out_of_scope", "announced", ["ai", "chips", "wider"], "outside the scope"),
        ("below_basis", "disbursed", ["ai"], "not paid out yet"),
        ("below_basis", "headline", ["ai"], "below the basis"),
    ],
)
def test_a_step_is_worded_by_the_filter(step: str, basis: str, scopes: list[str], words: str) -> None:
    assert label(step, basis, scopes) == words
