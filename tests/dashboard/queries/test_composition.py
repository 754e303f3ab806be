"""What money is made of: a partition of the counted total, whole in the files and gathered by country on a page."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.queries import composition as module
from dashboard.queries.cells import cells
from dashboard.queries.composition import JOINT_REGION, composition, composition_stream
from dashboard.queries.funding_by_country import funding_by_country
from dashboard.queries.totals import totals
from tests.dashboard.conftest import Ask


@pytest.mark.parametrize("query", ["", "basis=headline&scope=ai&scope=chips&scope=wider", "basis=committed&currency=EUR", "as_of=2025-06-30"])
def test_page_and_files_add_up_to_the_counted_total(query: str, curated: Path, ask: Ask) -> None:
    filters = ask(query)
    whole = totals(filters).total
    assert sum(row.amount for row in composition(filters)) == whole
    assert sum(row.amount for row in composition_stream(filters)) == whole


def test_the_rows_of_a_country_are_its_funding(curated: Path, ask: Ask) -> None:
    filters = ask()
    sums: Counter[str] = Counter()
    for row in composition(filters):
        sums[row.country] += row.amount  # type: ignore[assignment]
    assert dict(sums) == {row.country: row.total or 0 for row in funding_by_country(filters) if row.country in sums}


def test_what_has_no_row_of_its_own_is_gathered_by_country_and_counted(curated: Path, ask: Ask) -> None:
    rows = composition(ask())
    named = [row for row in rows if row.slug]
    assert len(named) == module.LARGEST
    assert sum(row.initiatives for row in rows) == len(list(composition_stream(ask())))
    assert min(row.amount for row in named) > 0
    assert all(0 <= row.committed <= row.amount for row in rows)
    assert all(0 <= row.ceiling <= row.amount for row in rows)


def test_joint_money_is_a_region_of_its_own_and_silence_is_counted(two_countries: Path, ask: Ask) -> None:
    rows = composition(ask("currency=EUR"))
    assert [(row.name, row.amount) for row in rows if row.region == JOINT_REGION] == [("Baltic Data Space", 30_000_000)]
    (sweden,) = [row for row in rows if row.country == "SWE"]
    assert (sweden.slug, sweden.amount, sweden.undisclosed) == (None, 0, 1)
    norway = next(row for row in rows if row.country == "NOR" and row.slug)
    assert norway.committed > norway.ceiling - Decimal("0.01") > 0


def test_the_number_of_statements_does_not_grow_with_the_rows(curated: Path, ask: Ask) -> None:
    filters = ask("from=2018")
    found = cells(filters)
    with CaptureQueriesContext(connection) as asked:
        composition(filters, found)
    assert len(asked) <= 4  # one of them asks for the edition
