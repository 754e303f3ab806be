"""Stances in words, by what was asked or by what is known, and where the bars lead."""

from decimal import Decimal
from pathlib import Path

from dashboard.charts import parts
from dashboard.charts.commentary_stance import CommentaryStance
from tests.dashboard.conftest import Ask

CHART = CommentaryStance()


def test_the_sentence_names_both_sides_and_who_doubts_most_and_least(curated: Path, ask: Ask) -> None:
    filters = ask()
    rows = CHART.rows(filters)
    brief = CHART.brief(rows, filters)
    assert brief.startswith("Of 583\u00a0comments 374 are supportive and 187 critical or cautious. Doubt is largest among journalists (")
    assert {part.address for part in CHART.answer(rows, filters) if part.text == "187"} == {"/commentary/?stance=critical&stance=cautious"}


def test_each_division_has_its_question_and_an_unfitting_one_is_answered_with_the_first_in_words(curated: Path, ask: Ask) -> None:
    asked = {by: ask(f"by={by}") for by in ("actor", "country", "aspect", "role", "kind")}
    assert [CHART.question(filters) for filters in asked.values()][:3] == [
        "Who doubts, who agrees?",
        "Where is it disputed?",
        "What is doubted, what welcomed?",
    ]
    role = asked["role"]
    assert CHART.division(role) == "actor"
    assert parts.plain(CHART.under(CHART.rows(role), role)) == "“by role” does not divide this chart, so it is shown by kind of speaker"
    assert CHART.under(CHART.rows(asked["kind"]), asked["kind"]) == ()


def test_a_piece_of_a_bar_opens_its_comments_alone(curated: Path, ask: Ask) -> None:
    filters = ask("by=country")
    figure = CHART.figure(CHART.rows(filters), filters, 789)
    addresses = {address for trace in figure["data"] for address in trace["customdata"]}
    assert "/commentary/?country=USA&country=-joint&stance=critical" in addresses
    assert "/commentary/?country=joint&stance=supportive" in addresses


def test_an_office_program_gets_doubt_below_zero_with_its_plain_counts(curated: Path, ask: Ask) -> None:
    filters = ask()
    native = CHART.native(CHART.rows(filters), filters)
    assert native is not None
    series = {one.name: one for one in native.series}
    assert list(series) == ["cautious", "critical", "supportive", "neutral"]
    assert (series["critical"].values[0], series["critical"].labels[0]) == (Decimal(-40), "40")
    assert series["supportive"].values[0] == 248
    assert CHART.native([], filters) is None
