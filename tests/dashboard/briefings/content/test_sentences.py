"""The sentences of a briefing read well for one owner, several, none, and sums that are mostly open."""

from pathlib import Path

import pytest
from django.http import QueryDict

from dashboard.briefings import content, plan
from dashboard.briefings.content.state import State
from dashboard.briefings.selection import ChartPick, Selection
from dashboard.queries import editions
from dashboard.queries.readiness import state_of

SAID_BY_RULE = ("initiatives?1", "voices", "gaps", "sources")
SELECTIONS = ("", "country=JPN", "country=ISL", "country=NPL", "basis=disbursed", "scope=chips", "country=JPN&country=KOR&country=FRA&currency=EUR")


def said(query: str, *keys: str) -> list[str]:
    """The takeaways of these slides and, of the answer, its sentences."""
    wanted = Selection("A question", query, (ChartPick("funding-by-country"),))
    slides = plan.slides(wanted, has_earlier=False)
    with state_of(QueryDict(query)) as filters:
        state = State(wanted, filters, 1, editions.current().day, slides)
        made = [content.made(state, key).slide for key in keys]
    rows = [" ".join(row[:2]) for slide in made if slide.grid and slide.name.startswith("The answer") for row in slide.grid.rows]
    return [words.replace("\u00a0", " ") for words in (*(slide.words.takeaway for slide in made), *rows)]


def test_one_owner_is_named_and_not_ranked(curated: Path) -> None:
    takeaway, how_much, by_whom, *_ = said("country=JPN", "answer")
    assert takeaway == "Of the $6.81 bn that Japan has announced for AI, 7 % is committed and nothing is known to be paid out"
    assert how_much.startswith("$6.81 bn is what Japan has announced for AI, counted once out of ")
    assert by_whom == "all of it is for Japan; nobody else has a counted sum in this selection."


def test_what_is_mostly_open_is_said_in_the_takeaway_and_in_the_answer(curated: Path) -> None:
    takeaway, how_much, *_ = said("country=JPN&scope=ai&scope=chips&basis=committed&currency=EUR", "answer")
    assert takeaway == "Japan has committed €12.6 bn for AI and chips (€11.1 bn of it “up to” or a target)"
    assert "(€11.1 bn of it “up to” or a target)" in how_much


def test_a_selection_without_entries_is_silence_and_not_zero(curated: Path) -> None:
    *_, comments = found = said("country=ISL", "answer", "voices", "sources")
    assert "nothing is recorded for this selection. That is silence in the record: it is unknown, not zero." in found
    assert comments.startswith("nobody is recorded as commenting")


def test_those_that_carry_the_money_are_those_with_a_sum(curated: Path) -> None:
    (takeaway,) = said("country=JPN", "initiatives?1")
    assert takeaway == "Five of these ten initiatives carry all of the money; nine of the ten have nothing committed yet"


@pytest.mark.parametrize("query", SELECTIONS)
def test_no_sentence_counts_a_zero_or_agrees_wrongly(query: str, curated: Path) -> None:
    for words in said(query, "answer", *SAID_BY_RULE):
        assert not {"0", "$0", "€0"} & set(words.split()), words
        assert not any(wrong in f"{words} " for wrong in ("Us dollars", "1 countries", "1 entries", "1 comments", "100 % of", "  ", "..")), words
