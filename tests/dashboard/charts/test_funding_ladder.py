"""How firm each country's money is: the answer with its entries, what is paused, and bars for an office program."""

from decimal import Decimal
from pathlib import Path

from dashboard import charts
from dashboard.charts import parts
from dashboard.charts.funding_ladder import opener, summed
from dashboard.queries.totals import totals
from initiatives import formats
from tests.dashboard.conftest import Ask
from tests.dashboard.figures.flows import ladder, ladders

CHART = charts.get("funding-ladder")


def test_every_linked_sum_of_the_answer_is_the_total_behind_it(curated: Path, ask: Ask) -> None:
    filters = ask()
    linked = [part for part in CHART.answer(CHART.rows(filters), filters) if part.address and part.address.startswith(parts.LEDGER)]
    assert len(linked) == 3
    for part in linked:
        assert formats.money(totals(ask(str(part.address).partition("?")[2])).total, "USD") == part.text


def test_a_stretch_leads_to_the_entries_that_make_its_basis_up(curated: Path, ask: Ask) -> None:
    filters = ask()
    row = next(row for row in CHART.rows(filters) if row.country == "KOR")
    for basis, firmer in (("announced", "budgeted"), ("budgeted", "committed"), ("committed", "disbursed")):
        address = str(opener(filters)(("KOR",), basis))
        assert totals(ask(address.partition("?")[2])).total == (row.at(basis) or 0) - (row.at(firmer) or 0)


def test_the_answer_names_the_firmest_and_the_softest_of_the_largest(curated: Path, ask: Ask) -> None:
    filters = ask()
    said = CHART.brief(CHART.rows(filters), filters)
    assert said.startswith("Of the $314\u00a0bn announced for AI, $125\u00a0bn (39.9\u00a0%) is committed and $13.0\u00a0bn (4.13\u00a0%) paid out")
    assert "China is firmest (100\u00a0% committed)" in said


def test_pledges_paused_money_silence_and_other_scopes_are_named(ask: Ask) -> None:
    filters = ask()
    under = parts.plain(CHART.under(ladders(), filters))
    for words in (
        "is only pledged",
        "$1.00\u00a0bn belongs to paused initiatives",
        "1\u00a0entry is undisclosed (Belgium)",
        "$5.00\u00a0bn for chips and wider",
    ):
        assert words in under
    notes = " ".join(CHART.notes(ladders(), filters))
    assert "Paused now: Stalled Campus ($1.00\u00a0bn)." in notes
    assert "Contracts can exceed what was once announced" in notes
    assert "not a broken promise" in notes
    assert "None with money is recorded as paused" in " ".join(CHART.notes(ladders()[:1], filters))


def test_an_office_program_gets_stages_that_add_up_and_gaps_for_the_unknown(ask: Ask) -> None:
    for query, first in (("", "announced"), ("scale=sum", "headline")):
        filters = ask(query)
        native = CHART.native(ladders(), filters)
        assert native is not None
        assert native.kind == "bars"
        assert native.hundred_percent == (query == "")
        known = sum((value for series in native.series for value in series.values if value is not None), Decimal(0))
        assert known == summed(ladders(), first)
        belgium = native.categories.index("Belgium")
        assert {series.values[belgium] for series in native.series} == {None}
        assert native.totals[belgium] == "undisclosed"
    assert CHART.native([], ask()) is None


def test_the_key_narrows_to_a_stage_and_names_only_what_is_drawn(ask: Ask) -> None:
    filters = ask()
    items = CHART.key([ladder("NOR", "Norway", 3, 2, 1, 0, 0)], filters)
    assert [(item.words, item.narrows) for item in items] == [("budgeted", ("stage", "budgeted")), ("announced", ("stage", "announced"))]
