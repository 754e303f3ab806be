"""What of a sum is only a ceiling, a target or a floor is said in words, from a quarter of it on."""

from decimal import Decimal
from pathlib import Path

import pytest

from dashboard import charts
from dashboard.charts import hedged
from dashboard.queries.cells import cells, kept
from tests.dashboard.conftest import Ask
from tests.dashboard.figures.rows import country

MONEY = ("funding-by-country", "funding-map", "funding-over-time", "funding-ladder", "why-this-total", "composition", "money-flows")
ALMOST_ALL_OPEN = "country=JPN&scope=ai&scope=chips&basis=committed&currency=EUR"
ZERO = Decimal(0)


def test_a_quarter_is_said_and_less_is_not() -> None:
    assert hedged.words(Decimal(100), Decimal(25), Decimal("24.9"), "USD") == ", of which $25.0 is “up to” or a target"
    assert hedged.words(Decimal(100), ZERO, Decimal("24.9"), "USD") == ""
    assert hedged.aside(Decimal(100), Decimal(30), Decimal(40), "USD") == " ($30.0 of it “up to” or a target and $40.0 of it “at least”)"


def test_all_of_a_sum_is_not_written_twice() -> None:
    assert hedged.words(Decimal(100), Decimal(100), ZERO, "USD") == ", all of it “up to” or a target"
    assert hedged.aside(Decimal(100), ZERO, Decimal(100), "USD") == " (all of it “at least”)"


def test_a_divided_sum_has_shares_and_an_unknown_one_nothing() -> None:
    assert hedged.shares(Decimal(200), ZERO, Decimal(170)) == ", 85.0\u00a0% of it “at least”"
    assert hedged.words(None, ZERO, ZERO, "USD") == hedged.aside(None, ZERO, ZERO, None) == hedged.shares(None, ZERO, ZERO) == ""


@pytest.mark.parametrize("slug", MONEY)
def test_every_chart_of_money_says_that_most_of_a_sum_is_open(slug: str, curated: Path, ask: Ask) -> None:
    filters, chart = ask(ALMOST_ALL_OPEN), charts.get(slug)
    rows = chart.rows(filters)
    assert hedged.OPEN in chart.brief(rows, filters)
    assert hedged.OPEN in chart.spoken(rows, filters)
    assert hedged.RULE in " ".join(chart.notes(rows, filters))


def test_the_hedges_of_every_chart_are_those_of_the_whole(curated: Path, ask: Ask) -> None:
    filters = ask("basis=headline")
    ceiling, floor = (sum((getattr(cell, part) for cell in kept(cells(filters), filters)), ZERO) for part in ("ceiling", "floor"))
    words = hedged.words(Decimal(1), ceiling, floor, "USD", least=ZERO)
    for slug in ("composition", "money-flows"):
        rows = [row for row in charts.get(slug).rows(filters) if getattr(row, "kind", "") != "beside-scope"]
        said = hedged.words(Decimal(1), sum((row.ceiling for row in rows), ZERO), sum((row.at_least for row in rows), ZERO), "USD", least=ZERO)
        assert said == words
    ladder = [row.hedged("headline") for row in charts.get("funding-ladder").rows(filters)]
    assert hedged.words(Decimal(1), sum((one for one, _ in ladder), ZERO), sum((one for _, one in ladder), ZERO), "USD", least=ZERO) == words


def test_a_screen_reader_hears_every_open_end_that_is_drawn(ask: Ask) -> None:
    spoken = charts.get("funding-by-country").spoken([country("JPN", "Japan", 10, ceilings={"public": Decimal(10) ** 9})], ask())
    assert "public $10.0\u00a0bn, of which $1.00\u00a0bn is “up to” or a target" in spoken


@pytest.mark.parametrize("slug", MONEY)
def test_a_file_names_joint_money_and_other_scopes(slug: str, curated: Path, ask: Ask) -> None:
    filters, chart = ask(), charts.get(slug)
    said = chart.left_out(chart.rows(filters), filters)
    assert "$46.3\u00a0bn" in said
    assert slug == "why-this-total" or "for chips and wider programmes lies outside the scope" in said


def test_a_file_of_one_owner_names_the_joint_money_that_is_not_added(curated: Path, ask: Ask) -> None:
    filters, chart = ask("country=ARE"), charts.get("funding-by-country")
    assert "of joint efforts, in which the United Arab Emirates has a part, is not added" in chart.left_out(chart.rows(filters), filters)
