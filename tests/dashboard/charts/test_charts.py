"""Every chart over the curated record and over a small one: question, answer with links, figures in words, drawings."""

import re
from decimal import Decimal
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard import charts
from dashboard.charts import AnyChart, parts
from dashboard.charts.chart import Stamp
from dashboard.charts.funding_over_time import days_of, words_of
from dashboard.charts.parts import LEDGER
from dashboard.filters import Filters
from dashboard.queries import selection
from dashboard.queries.totals import totals
from initiatives import formats
from tests.dashboard.conftest import Ask
from tests.dashboard.figures.rows import silent, small_world

EVERY = pytest.mark.parametrize("chart", charts.ALL, ids=[chart.slug for chart in charts.ALL])
QUERIES = [
    "",
    "country=JPN&country=KOR",
    "basis=disbursed",
    "per=gdp",
    "per=person",
    "period=quarter",
    "period=phased",
    "currency=JPY",
    "q=zzzzzz",
    "type=company",
]


def test_a_slug_that_is_no_chart_is_refused_with_those_that_are() -> None:
    with pytest.raises(charts.UnknownChart, match=r"“funding-by-planet” is no chart. There are: funding-by-country, funding-map"):
        charts.get("funding-by-planet")


def test_twelve_charts_stand_under_their_fixed_slugs() -> None:
    assert set(charts.CHARTS) == {
        "funding-by-country", "funding-map", "funding-over-time", "funding-ladder", "why-this-total", "participants-by-country", "dependence",
        "money-flows", "composition", "initiative-timeline", "commentary-stance", "energy-and-compute",
    }  # fmt: skip


@EVERY
def test_every_view_has_a_question_an_answer_a_summary_and_a_drawing(chart: AnyChart, curated: Path, ask: Ask) -> None:
    for query in QUERIES:
        filters = ask(query)
        rows = chart.rows(filters)
        assert chart.question(filters).endswith("?")
        assert chart.brief(rows, filters).endswith(".")
        assert len(chart.summary(rows, filters)) > len(chart.question(filters))
        drawings = chart.drawings(rows, filters)
        assert drawings.wide.startswith("<svg")
        assert bool(drawings.narrow) != chart.height_follows_width
        for words in (chart.brief(rows, filters), chart.summary(rows, filters), drawings.wide):
            assert "None" not in words
            assert not re.search(r"\d[GM]\b", words)


@EVERY
def test_the_drawings_of_a_page_are_made_without_asking_the_record(
    chart: AnyChart, curated: Path, ask: Ask, django_assert_num_queries: object
) -> None:
    filters = ask()
    rows = chart.rows(filters)
    with django_assert_num_queries(0):  # type: ignore[operator]
        chart.drawings(rows, filters)
        chart.answer(rows, filters)
        chart.key(rows, filters)
        chart.under(rows, filters)
        chart.notes(rows, filters)


def test_the_answer_names_the_largest_and_links_each_sum_to_its_entries(curated: Path, ask: Ask) -> None:
    filters = ask()
    chart = charts.get("funding-by-country")
    rows = chart.rows(filters)
    answer = chart.answer(rows, filters)
    assert parts.plain(answer).startswith("The United States, with $53.5\u00a0bn")
    linked = next(part for part in answer if part.text == "$53.5\u00a0bn")
    address = urlsplit(linked.address or "")
    assert address.path == LEDGER
    assert parse_qs(address.query) == {"country": ["USA"], "step": ["counted"]}


def test_the_linked_entries_add_up_to_the_number_that_links_to_them(curated: Path, ask: Ask) -> None:
    filters = ask()
    row = next(row for row in charts.get("funding-by-country").rows(filters) if row.country == "JPN")
    behind = selection.entries(ask("country=JPN&step=counted"))
    assert sum(entry.usd_net for entry in behind if entry.usd_net is not None) == row.total


def test_a_screen_reader_hears_the_countries_that_are_compared(curated: Path, ask: Ask) -> None:
    filters = ask("country=JPN&country=KOR")
    chart = charts.get("funding-by-country")
    summary = chart.summary(chart.rows(filters), filters)
    assert "Japan" in summary
    assert "South Korea" in summary


def test_the_map_names_what_is_not_on_it(curated: Path, ask: Ask) -> None:
    filters = ask()
    chart = charts.get("funding-map")
    under = parts.plain(chart.under(chart.rows(filters), filters))
    assert under.startswith("Not on the map: joint efforts of several owners $46.3\u00a0bn")
    assert "the European Union as its own actor $33.0\u00a0bn" in under


def test_undisclosed_money_is_said_and_never_zero() -> None:
    chart, filters = charts.get("funding-by-country"), Filters()
    assert "1\u00a0entry is undisclosed (Belgium)" in parts.plain(chart.under(small_world(), filters))
    assert "Belgium: undisclosed." in chart.summary(small_world(), filters)
    assert chart.brief([silent("BEL", "Belgium")], filters).startswith("Nobody says how much: 1\u00a0entry")


def test_an_empty_selection_says_what_is_missing_in_words(curated: Path, ask: Ask) -> None:
    filters = ask("q=zzzzzz")
    for chart in charts.ALL:
        brief = chart.brief(chart.rows(filters), filters)
        assert re.match(r"N(o|othing) ", brief), brief


def test_the_subtitle_names_basis_scope_currency_prices_and_day() -> None:
    filters = Filters(basis="committed", scope=("ai", "chips"), currency="EUR")
    words = charts.get("funding-over-time").subtitle(filters, Stamp(12, "2026-07-03"))
    for part in ("committed or firmer", "AI and chips", "euros", "not adjusted for inflation", "as of 3\u00a0Jul\u00a02026"):
        assert part in words


def test_a_country_page_shows_no_library_name_of_taiwan(curated: Path, ask: Ask) -> None:
    filters = ask()
    for chart in charts.ALL:
        rows = chart.rows(filters)
        assert "Province of China" not in chart.summary(rows, filters) + chart.drawings(rows, filters).wide


def test_the_last_step_is_the_sum_of_the_bars(curated: Path, ask: Ask) -> None:
    filters = ask()
    counted = charts.get("why-this-total").rows(filters)[-1].amount
    bars = sum((row.total or Decimal(0) for row in charts.get("funding-by-country").rows(filters)), Decimal(0))
    years = charts.get("funding-over-time").rows(filters)[-1].cumulative
    assert counted == bars == years


def test_periods_read_as_words_and_lead_to_their_entries() -> None:
    assert words_of("2025") == "2025"
    assert words_of("2025-Q3") == "the 3rd quarter of 2025"
    assert days_of("2025-Q3", Filters()) == {"from": "2025-07", "to": "2025-09"}
    assert days_of("2025", Filters(period="phased")) == {}


@EVERY
def test_a_picture_carries_its_title_basis_source_day_edition_and_address(chart: AnyChart, curated: Path, ask: Ask) -> None:
    filters = ask()
    picture = chart.picture(chart.rows(filters), filters, charts.stamp(filters), "https://example.org/charts/x/")
    text = " ".join(annotation["text"] for annotation in picture["layout"]["annotations"])
    for part in (chart.question(filters)[:20], "Source: National AI initiatives", "edition 1", "as of", "https://example.org/charts/x/"):
        assert part in text
    assert "announced or firmer" in text or chart.group == "people"


def test_the_sentence_of_the_map_opens_the_countries_that_it_counts(curated: Path, ask: Ask) -> None:
    filters, chart = ask(), charts.get("funding-map")
    answer = chart.answer(chart.rows(filters), filters)
    said = r"59 of \d+ recorded countries have announced money for AI, \$235\sbn together; ten of them hold \d+\.\d\s% of it\."
    assert re.fullmatch(said, parts.plain(answer))
    (linked,) = [part for part in answer if part.address]
    opened = totals(ask(str(linked.address).partition("?")[2]))
    assert formats.money(opened.total, "USD") == linked.text


@pytest.mark.parametrize(("per", "measure"), [("person", "per person: $"), ("gdp", "for the size of its economy: ")])
def test_the_sentence_of_the_map_answers_what_is_asked(per: str, measure: str, curated: Path, ask: Ask) -> None:
    filters, chart = ask(f"per={per}"), charts.get("funding-map")
    said = chart.brief(chart.rows(filters), filters)
    assert f" has announced the most {measure}" in said
    assert said.endswith(" follow.")


def test_small_homes_are_told_in_words_and_two_roles_in_the_notes(curated: Path, ask: Ask) -> None:
    filters, chart = ask(), charts.get("participants-by-country")
    rows = chart.rows(filters)
    assert re.match(r"Beyond the first 20, \d+ more countries are home to \d+\sorganizations", parts.plain(chart.under(rows, filters)))
    assert "others" not in chart.drawings(rows, filters).wide
    assert "two roles" in " ".join(chart.notes(rows, filters))
