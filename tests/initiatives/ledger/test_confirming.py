"""What an editor is asked before an entry is published, and the mark of a yes to it."""

from dataclasses import replace

from initiatives.ledger.confirming import mark_of, problems_of, questions_in
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry
from tests.initiatives.ledger.statements import said


def codes(entry: Entry, rates: Rates, *around: Entry) -> list[tuple[str, bool]]:
    return [(problem.code, problem.refused) for problem in problems_of(entry, {other.key: other for other in around}, rates)]


def test_softer_stages_and_dollars_ten_times_off_are_asked_and_nothing_else(rates: Rates) -> None:
    older = said("a", 10**12, currency="JPY", day="2025-12-21", stage="committed")
    softer = said("b", 10**12, "replaces", "a", currency="JPY", day="2025-12-21", usd=64 * 10**9)
    assert codes(softer, rates, older) == [("softer-replacement", False), ("dollars-far-off", False)]
    assert codes(replace(softer, stage="committed", usd_as_published=None), rates, older) == []


def test_a_refusal_is_no_question(rates: Rates) -> None:
    older = said("a", 10**12, currency="JPY", day="2025-12-21")
    firmer = said("b", 10**12, "restates", "a", currency="JPY", day="2025-12-21", stage="committed", usd=64 * 10**9)
    found = problems_of(firmer, {"a": older}, rates)
    assert [problem.code for problem in questions_in(found)] == ["dollars-far-off"]


def test_the_replaced_figure_tells_that_the_dollars_are_wrong(rates: Rates) -> None:
    older = said("a", 8 * 10**11, currency="JPY", day="2025-12-21")
    newer = said("b", 10**12, "replaces", "a", currency="JPY", day="2025-12-21", usd=64 * 10**9)
    [asked] = problems_of(newer, {"a": older}, rates)
    assert "the dollars are probably 10 times too high" in asked.message


def test_a_yes_holds_for_the_questions_that_were_read() -> None:
    assert mark_of([]) == ""
    assert mark_of(["Is it so?"]) == mark_of(("Is it so?",)) != mark_of(["Is it so?", "And that?"])
