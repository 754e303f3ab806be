"""One row for each country of the record, with what is unknown told from zero."""

from decimal import Decimal
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.queries import editions, selection
from dashboard.queries.funding_by_country import funding_by_country
from initiatives.exchange import load as loading
from initiatives.models import Country, CountryStatistic
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, initiative, write


def test_countries_joint_efforts_and_the_unknown_have_their_rows(two_countries: Path, ask: Ask) -> None:
    rows = {row.country: row for row in funding_by_country(ask("currency=EUR"))}
    assert rows.keys() == {"joint", "NOR", "FIN", "SWE"}
    assert (rows["SWE"].total, rows["SWE"].public, rows["SWE"].undisclosed) == (None, None, 1)
    assert [rows["SWE"].private, rows["SWE"].entries] == [0, 0]
    assert rows["joint"].total == 30_000_000
    assert rows["joint"].owners == ("NOR", "SWE")
    assert rows["joint"].at_least == 30_000_000
    assert rows["FIN"].public_from_abroad == Decimal(4_500_000)


def test_the_largest_comes_first_and_the_unknown_last(two_countries: Path, ask: Ask) -> None:
    assert [row.country for row in funding_by_country(ask())] == ["joint", "FIN", "NOR", "SWE"]


def test_a_country_with_nothing_at_this_basis_is_known_to_have_nothing(two_countries: Path, ask: Ask) -> None:
    rows = {row.country: row for row in funding_by_country(ask("basis=disbursed"))}
    assert rows["NOR"].total == 0
    assert rows["NOR"].entries == 0


def test_a_ceiling_is_told_apart(two_countries: Path, ask: Ask) -> None:
    (norway,) = funding_by_country(ask("country=NOR&currency=NOK"))
    assert norway.total == 100_000_000
    assert norway.ceilings["public"] == 40_000_000
    assert (norway.initiatives, norway.entries) == (1, 2)


def test_a_chosen_country_has_no_joint_row_beside_it(two_countries: Path, ask: Ask) -> None:
    assert [row.country for row in funding_by_country(ask("country=SWE&country=FIN"))] == ["FIN", "SWE"]
    assert [row.country for row in funding_by_country(ask("country=joint"))] == ["joint"]


def test_what_cannot_be_divided_keeps_its_row_and_is_named(two_countries: Path, ask: Ask) -> None:
    CountryStatistic.objects.filter(country="FIN").delete()
    CountryStatistic.objects.update_or_create(
        country_id="NOR", year=2024, defaults={"gdp_usd": 500_000_000_000, "population": 5_500_000, "source": "a table"}
    )
    rows = funding_by_country(ask("per=gdp"))
    assert {row.country for row in rows if row.total is not None and row.gdp_percent is None} == {"FIN", "joint"}
    finland = next(row for row in rows if row.country == "FIN")
    assert finland.total is not None
    assert finland.gdp_percent is None


def test_a_body_is_measured_by_its_members(curated: Path, ask: Ask) -> None:
    rows = {row.country: row for row in funding_by_country(ask("per=gdp&country=EUU&country=TWN"))}
    assert rows.keys() == {"EUU", "TWN"}
    assert all(row.gdp_percent for row in rows.values())


def test_an_owner_that_nobody_foresaw_has_a_row_with_its_name(db: None, tmp_path: Path, ask: Ask) -> None:
    Country.objects.create(code="ARCTIC", name="Arctic Council", is_actor=True)
    loading.load(write(tmp_path, initiative("ice", countries=["ARCTIC"], funding=[entry("ice#1")], quantities=[])))
    assert [(row.country, row.country_name) for row in funding_by_country(ask())] == [("ARCTIC", "Arctic Council")]


def test_every_number_opens_what_it_counts(curated: Path, ask: Ask) -> None:
    for query in ("", "basis=committed&origin=public", "currency=JPY"):
        for row in funding_by_country(ask(query))[:12]:
            assert selection.entries(ask(f"{query}&country={row.country}&step=counted")).count() == row.entries
            assert selection.entries(ask(f"{query}&country={row.country}&reason=undisclosed")).count() == row.undisclosed


def test_the_number_of_statements_does_not_grow_with_the_rows(two_countries: Path, ask: Ask) -> None:
    filters = ask()
    with editions.reading(editions.newest()), CaptureQueriesContext(connection) as few:
        funding_by_country(filters)
    loading.load(Path(loading.__file__).parent.parent / "data" / "initiatives.jsonl")
    with editions.reading(editions.newest()), CaptureQueriesContext(connection) as many:
        rows = funding_by_country(filters)
    assert len(rows) > 80
    assert len(many) == len(few) <= 7
