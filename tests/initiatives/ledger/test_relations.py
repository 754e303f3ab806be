"""What an entry may say about another."""

import time

import pytest

from initiatives.ledger.relations import Problem, aimed, check_relation, check_relations
from initiatives.ledger.values import Entry
from tests.initiatives.ledger.statements import changed, said


def judged(entry: Entry, *around: Entry) -> list[tuple[str, bool]]:
    return [(problem.code, problem.refused) for problem in check_relation(entry, {other.key: other for other in around})]


def only(entry: Entry, *around: Entry) -> Problem:
    [problem] = check_relation(entry, {other.key: other for other in around})
    return problem


def test_a_new_entry_points_at_nothing() -> None:
    problem = only(said("a#1", 1, "new", "a#2"), said("a#2", 1))
    assert (problem.code, problem.field, problem.refused) == ("new-with-related", "related_to", True)
    assert judged(said("a#1", 1)) == []


@pytest.mark.parametrize("relation", ["restates", "replaces", "part-of", "tranche-of", "cancels"])
def test_every_other_relation_needs_an_entry_that_exists(relation: str) -> None:
    assert judged(said("a#1", 1, relation)) == [("no-related", True)]
    assert '"a#9" is not the key of an entry' in only(said("a#1", 1, relation, "a#9")).message
    assert judged(said("a#1", 1, relation, "a#2"), said("a#2", 1)) == []


def test_an_unknown_relation_is_refused_with_those_that_exist() -> None:
    assert only(said("a#1", 1, "repeats", "a#2"), said("a#2", 1)).message == (
        '"repeats" is not a relation. Use one of: new, restates, replaces, part-of, tranche-of, cancels.'
    )


def test_a_firmer_stage_never_restates() -> None:
    problem = only(said("a#2", 1, "restates", "a#1", stage="budgeted"), said("a#1", 1))
    assert (problem.code, problem.refused) == ("firmer-restatement", True)
    assert problem.message.startswith("budgeted is firmer than the announced of #1")
    assert "tranche-of" in problem.message
    assert judged(said("a#2", 1, "restates", "a#1", stage="pledged"), said("a#1", 1)) == []


def test_a_restatement_firmer_than_a_replaced_figure_is_offered_the_newest() -> None:
    newest = said("a#2", 2, "replaces", "a#1", stage="budgeted")
    assert only(said("b#1", 2, "restates", "a#1", stage="budgeted"), said("a#1", 1), newest).offer == "a#2"


def test_the_first_figure_of_an_undisclosed_sum_replaces_it() -> None:
    assert judged(said("b", 5, "restates", "a"), said("a", None)) == [("first-figure", True)]
    assert judged(said("b", None, "restates", "a"), said("a", None)) == []
    assert judged(said("b", 5, "replaces", "a"), said("a", None)) == []


@pytest.mark.parametrize("relation", ["replaces", "cancels"])
def test_a_replaced_figure_is_neither_replaced_nor_cancelled_and_the_newest_is_offered(relation: str) -> None:
    chain = [said("a#1", 10), said("a#2", 8, "replaces", "a#1"), said("a#3", 9, "replaces", "a#2")]
    problem = only(said("a#4", 7, relation, "a#1"), *chain)
    assert (problem.code, problem.refused, problem.offer) == ("aimed-at-replaced", True, "a#3")
    assert problem.message == "#1 was replaced; its newest figure is #3. Point at that one."
    assert judged(said("a#4", 7, relation, "a#3"), *chain) == []


@pytest.mark.parametrize("relation", ["replaces", "cancels"])
def test_what_is_aimed_at_a_restatement_is_judged_and_saved_by_what_that_restates(relation: str) -> None:
    around = {entry.key: entry for entry in (said("a", 10), said("b", 10, "restates", "a"), said("c", 10, "restates", "b"))}
    entry = said("d", 7, relation, "c")
    assert check_relation(entry, around) == []
    assert aimed(entry, around) == "a"
    assert check_relation(entry, {**around, "e": said("e", 8, "replaces", "a")})[0].offer == "e"


def test_what_is_contained_stays_aimed_where_it_was() -> None:
    around = {entry.key: entry for entry in (said("a", 10), said("b", 10, "restates", "a"))}
    assert aimed(said("d", 7, "part-of", "b"), around) == "b"
    assert aimed(said("d", 7), around) is None


@pytest.mark.parametrize(
    ("relation", "allowed"),
    [("restates", True), ("cancels", True), ("replaces", False), ("part-of", False), ("tranche-of", False)],
)
def test_only_restates_and_cancels_may_point_at_a_cancelling_entry(relation: str, allowed: bool) -> None:
    around = said("a", 10), said("b", None, "cancels", "a"), said("r", None, "restates", "b")
    for target in ("b", "r"):
        assert judged(said("c", None, relation, target), *around) == ([] if allowed else [("aimed-at-cancellation", True)])


def test_a_circle_is_refused_and_named() -> None:
    entries = [said("a#1", 1, "part-of", "a#2"), said("a#2", 1, "restates", "a#3"), said("a#3", 1)]
    problem = only(said("a#3", 1, "part-of", "a#1"), *entries)
    assert (problem.code, problem.refused) == ("circle", True)
    assert "a#3 → a#1 → a#2 → a#3 runs in a circle" in problem.message
    assert judged(said("a#3", 1, "restates", "a#3"), *entries) == [("circle", True)]


def test_a_softer_replacement_asks_for_confirmation() -> None:
    assert judged(said("b", 5, "replaces", "a"), said("a", 6, stage="committed")) == [("softer-replacement", False)]


def test_a_softer_part_of_the_same_origin_asks_for_confirmation() -> None:
    envelope = said("a", 6, stage="budgeted")
    assert judged(said("b", 5, "part-of", "a"), envelope) == [("softer-part", False)]
    assert judged(said("b", 5, "tranche-of", "a"), envelope) == [("softer-part", False)]
    assert judged(said("b", 5, "part-of", "a", origin="private"), envelope) == []


def test_the_stage_of_a_part_is_compared_with_the_newest_figure_of_its_envelope() -> None:
    around = said("a", 6, stage="budgeted"), said("c", 7, "replaces", "a")
    assert judged(said("b", 5, "part-of", "a"), *around) == []


def test_an_edit_that_would_make_others_wrong_is_refused_and_names_them() -> None:
    around = said("a", 6, stage="budgeted"), said("b", 6, "restates", "a", stage="budgeted"), said("c", 1, "part-of", "a", stage="budgeted")
    softened = only(said("a", 6), *around)
    assert (softened.code, softened.refused) == ("firmer-restatement", True)
    assert softened.message.startswith("b restates this one.")
    assert judged(said("a", 6, "cancels", "d", stage="budgeted"), *around, said("d", 1)) == [("aimed-at-cancellation", True)]
    assert judged(said("a", 7, stage="budgeted"), *around) == []


def test_an_import_lists_what_is_wrong_by_entry() -> None:
    entries = [
        said("a", 1, "part-of", "b"),
        said("b", 1, "part-of", "a"),
        said("c", 1, "restates", "d", stage="committed"),
        said("d", 1),
        said("e", 1, "part-of", "a"),
        said("f", 1, "part-of", "nowhere"),
    ]
    found = check_relations(entries)
    assert {key: [problem.code for problem in problems] for key, problems in found.items()} == {
        "a": ["circle"], "b": ["circle"], "c": ["firmer-restatement"], "f": ["unknown-related"],
    }  # fmt: skip


def test_an_import_takes_two_replacements_of_one_figure() -> None:
    rivals = [said("a", 10), said("b", 8, "replaces", "a"), said("c", 9, "replaces", "a")]
    assert check_relations(rivals) == {}
    assert judged(rivals[2], *rivals[:2]) == [("aimed-at-replaced", True)]


def test_an_import_takes_a_figure_given_after_a_cancellation_and_no_cancellation_of_a_replaced_one() -> None:
    revived = [said("a", 10), said("b", None, "cancels", "a", day="2026-01-01"), said("c", 7, "replaces", "a", day="2026-05-01")]
    assert check_relations(revived) == {}
    late = changed(revived, "b", announced_on="2026-06-01")
    assert [problem.offer for problem in check_relations(late)["b"]] == ["c"]


def test_thousands_of_circles_and_of_relations_are_checked_in_a_second() -> None:
    circles = [said(f"a#{n}", 1, "part-of", f"a#{n ^ 1}") for n in range(10_000)]
    replaced = [said("b#0", 1), *(said(f"b#{n}", 1, "replaces", f"b#{n - 1}") for n in range(1, 10_000))]
    started = time.process_time()
    assert len(check_relations([*circles, *replaced])) == 10_000
    assert time.process_time() - started < 2
