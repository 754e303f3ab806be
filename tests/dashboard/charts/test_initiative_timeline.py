"""The timeline in words, and where its bars lead."""

from pathlib import Path

from dashboard.charts import parts
from dashboard.charts.initiative_timeline import STOPPED, InitiativeTimeline, drawn
from tests.dashboard.conftest import Ask

CHART = InitiativeTimeline()


def test_the_sentence_counts_what_is_open_what_is_unknown_and_what_is_over(curated: Path, ask: Ask) -> None:
    filters = ask()
    rows = CHART.rows(filters)
    assert CHART.brief(rows, filters) == (
        "109 of 257\u00a0initiatives name a start and no end; of 18 no start is stated. 14 are completed, 1 paused and 4 cancelled."
    )
    linked = {part.text: part.address for part in CHART.answer(rows, filters) if part.address}
    assert linked["4 cancelled"] == "/initiatives/?status=cancelled"


def test_a_bar_opens_its_initiative_and_says_that_no_end_is_stated(curated: Path, ask: Ask) -> None:
    filters = ask("country=JPN")
    figure = CHART.figure(CHART.rows(filters), filters, 789)
    marks = {
        address: words
        for trace in figure["data"]
        if trace["type"] == "bar"
        for address, words in zip(trace["customdata"], trace["hovertext"], strict=True)
    }
    assert all(address.startswith("/initiatives/") for address in marks)
    assert any("no end stated, under way, Japan" in words for words in marks.values())


def test_the_drawing_shows_those_that_count_most_and_says_how_many_there_are(curated: Path, ask: Ask) -> None:
    filters = ask()
    rows = CHART.rows(filters)
    shown = drawn(rows, 36)
    assert len(shown) == 36
    going_on = [row.rank for row in shown if row.status not in STOPPED]
    assert max(going_on) < min(row.rank for row in rows if row.start and row not in shown and row.status not in STOPPED)
    assert {row.status for row in shown} >= set(STOPPED)
    assert rows[:36] == shown
    words = "Drawn are those with the largest counted sums, and the largest of those paused or cancelled, at most 36 of 239; the table has all"
    assert parts.plain(CHART.under(rows, filters)).startswith(words)


def test_what_is_stopped_has_its_own_look_in_the_key(curated: Path, ask: Ask) -> None:
    filters = ask("status=cancelled&status=paused")
    key = CHART.key(CHART.rows(filters), filters)
    assert [item.words for item in key][:2] == ["paused", "cancelled"]
    assert all("pattern" in item.look for item in key[:2])
