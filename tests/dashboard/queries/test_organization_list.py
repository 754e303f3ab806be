"""What an organization pays is its published share, and never what others pay with it."""

from decimal import Decimal
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.queries.organization_list import organization_page, organization_stream
from initiatives.exchange import load as loading
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, funder, initiative, write


def test_a_published_share_is_paid_and_the_rest_is_with_others(db: None, tmp_path: Path, ask: Ask) -> None:
    funding = [
        entry("lab#1", amount=100, currency="USD", funders=[funder("One Ministry", share=0.25), funder("Other Ministry", share=0.75)]),
        entry("lab#2", amount=60, currency="USD", funders=[funder("One Ministry"), funder("Other Ministry")]),
        entry("lab#3", amount=7, currency="USD", funders=[funder("One Ministry")]),
        entry("lab#4", amount=50, currency="USD", stage="pledged", funders=[funder("One Ministry")]),
    ]
    loading.load(write(tmp_path, initiative("lab", funding=funding, quantities=[])))
    rows = {row.name: row for row in organization_page(ask()).rows}
    assert (rows["One Ministry"].paid, rows["One Ministry"].paid_with_others) == (Decimal(32), Decimal(60))
    assert (rows["Other Ministry"].paid, rows["Other Ministry"].paid_with_others) == (Decimal(75), Decimal(60))


def test_roles_and_initiatives_of_each(two_countries: Path, ask: Ask) -> None:
    rows = {row.name: row for row in organization_page(ask()).rows}
    assert (rows["Fjord Machines"].initiatives, rows["Fjord Machines"].roles) == (3, ("lead", "operator"))
    assert rows["European Union"].initiatives == 1
    assert [row.name for row in organization_page(ask("sort=name")).rows] == sorted(rows)


def test_a_file_holds_what_the_pages_hold(curated: Path, ask: Ask) -> None:
    filters = ask("sort=-amount")
    with CaptureQueriesContext(connection) as asked:
        page = organization_page(filters)
    assert len(asked) <= 7
    whole = list(organization_stream(filters))
    assert len(whole) == page.count
    assert [row.slug for row in whole[:25]] == [row.slug for row in page.rows]


def test_a_day_that_is_looked_back_to_has_the_organizations_of_that_day(two_countries: Path, ask: Ask) -> None:
    then = {row.name: row for row in organization_page(ask("as_of=2025-07-01")).rows}
    assert "Government of Finland" not in then
    assert "経済産業省" not in then
    assert then["Fjord Machines"].initiatives < 3
    assert [row.name for row in organization_stream(ask("as_of=2025-07-01"))] == list(then)
    assert organization_page(ask("as_of=2010-01-01")).count == 0
