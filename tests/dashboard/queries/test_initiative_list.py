"""The list of initiatives says what each counts, in the order asked for."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.queries import editions
from dashboard.queries.initiative_list import initiative_page, initiative_stream, list_sums
from dashboard.queries.totals import totals
from tests.dashboard.conftest import Ask


def test_each_row_says_what_counts_and_what_lies_beside(two_countries: Path, ask: Ask) -> None:
    rows = {row.slug: row for row in initiative_page(ask("currency=NOK")).rows}
    computer = rows["fjord-computer"]
    assert computer.counted == 100_000_000
    assert computer.below_basis > 5_000_000_000
    assert (computer.entries, computer.participants, computer.firmest_stage) == (4, 2, "committed")
    assert [rows["nordic-chips"].counted, rows["nordic-chips"].beside_scope] == [0, 2_000_000_000]
    assert rows["stockholm-lab"].undisclosed == 1
    assert rows["baltic-data-space"].country_names == ("Norway", "Sweden")


def test_an_initiative_whose_money_is_undisclosed_is_unknown(two_countries: Path, ask: Ask) -> None:
    (lab,) = initiative_page(ask("q=Stockholm&reason=undisclosed")).rows
    assert lab.counted is None


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("name", "baltic-data-space"),
        ("-announced", "stockholm-lab"),
        ("announced", "nordic-chips"),
        ("-amount", "baltic-data-space"),
        ("amount", "nordic-chips"),
        ("speaker", "stockholm-lab"),
    ],
)
def test_the_order_is_the_one_asked_for(two_countries: Path, ask: Ask, sort: str, first: str) -> None:
    assert initiative_page(ask(f"sort={sort}")).rows[0].slug == first


def test_the_whole_answer_is_summed_beside_the_page(two_countries: Path, ask: Ask) -> None:
    sums = list_sums(ask(), 4)
    assert (sums.countries, sums.actors, sums.with_money) == (2, 0, 3)
    assert sums.counted == totals(ask()).total
    assert initiative_page(ask("min=0.01")).count == sums.with_money


def test_a_file_holds_every_row_in_the_order_of_the_screen(curated: Path, ask: Ask) -> None:
    filters = ask("kind=compute&sort=-amount&page=2")
    whole = [row.slug for row in initiative_stream(filters)]
    page = initiative_page(filters)
    assert len(whole) == page.count
    assert whole[25:50] == [row.slug for row in page.rows]


def test_the_number_of_statements_does_not_grow_with_the_rows(curated: Path, ask: Ask) -> None:
    for query in ("", "country=JPN", "kind=compute&origin=public&sort=-amount"):
        filters = ask(query)
        with editions.reading(editions.newest()), CaptureQueriesContext(connection) as asked:
            list_sums(filters, initiative_page(filters).count)
        assert len(asked) == 5
