"""The ledger shows every statement, in families as trees."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.queries import editions
from dashboard.queries.ledger import family_page, largest_entries, ledger_page, ledger_sums, source_tiers
from initiatives.exchange import load as loading
from initiatives.models import Organization, OrganizationName
from tests.dashboard.conftest import Ask
from tests.initiatives.exchange.files import entry, initiative, write


def test_a_family_is_a_tree_in_which_a_newer_figure_follows_the_older(japan: Path, ask: Ask) -> None:
    family = next(one for one in family_page(ask("currency=JPY&sort=-published")).rows if len(one.rows) == 9)
    numbers = [(row.key.rpartition("#")[2], row.depth) for row in family.rows]
    assert numbers == [("2", 0), ("3", 1), ("5", 2), ("8", 2), ("1", 2), ("6", 2), ("9", 2), ("4", 1), ("7", 1)]
    assert [row.number for row in family.rows] == list(range(1, 10))
    assert family.counted == Decimal(10) ** 12
    assert {row.key for row in family.rows if row.struck} == {"domestic-model#5"}


def test_each_statement_says_what_it_adds_and_why(japan: Path, ask: Ask) -> None:
    rows = {row.key.rpartition("#")[2]: row for row in ledger_page(ask("kind=foundation-model&currency=JPY")).rows}
    assert rows["3"].reason_words == "counted, less what it contains"
    assert rows["3"].counts == Decimal("612.7") * 10**9
    assert rows["2"].reason_words == "contains only what is listed below it"
    assert rows["4"].reason_words == "below the basis"
    assert rows["4"].counts == 0
    assert rows["5"].reason_words == "replaced by #8"
    assert rows["6"].reason_words == "restates #3"


def test_dollars_know_their_rate_and_its_day(japan: Path, ask: Ask) -> None:
    row = next(row for row in ledger_page(ask("kind=foundation-model")).rows if row.key.endswith("#3"))
    assert row.rate_day == "2025-12-19"
    assert row.rate_provider == "ECB"
    assert row.published is not None
    assert round(row.published) == 6_360_032_582


def test_a_chosen_entry_brings_its_whole_family_and_is_marked_in_it(two_countries: Path, ask: Ask) -> None:
    page = family_page(ask("stage=committed"))
    assert page.count == 1
    (family,) = page.rows
    assert {row.key: row.matches for row in family.rows} == {"fjord-computer#1": False, "fjord-computer#2": True, "fjord-computer#3": False}
    assert family.statements == 1


def test_the_newest_statement_comes_first(two_countries: Path, ask: Ask) -> None:
    days = [row.announced_on for row in ledger_page(ask()).rows]
    assert days[0] == "2026-02-01"
    assert days[-1] == "2024-05-02"


def test_orders_by_what_counts_and_by_name(two_countries: Path, ask: Ask) -> None:
    assert ledger_page(ask("sort=-amount&currency=EUR&scope=ai&scope=chips")).rows[0].key == "fjord-computer#4"
    assert ledger_page(ask("sort=name")).rows[0].initiative_name == "Baltic Data Space"


def test_a_page_past_the_end_says_how_many_there_are(two_countries: Path, ask: Ask) -> None:
    page = ledger_page(ask("page=9"))
    assert page.is_beyond
    assert (page.rows, page.pages, page.count) == ([], 1, 8)


def test_the_sums_count_every_statement_by_its_reason(two_countries: Path, ask: Ask) -> None:
    sums = ledger_sums(ask())
    assert sum(sums.reasons.values()) == sums.totals.statements == 8
    assert (sums.reasons["restates"], sums.reasons["out-of-scope"], sums.reasons["undisclosed"]) == (1, 1, 1)


def test_a_payer_is_shown_by_the_name_of_the_day(two_countries: Path, ask: Ask) -> None:
    ministry = Organization.objects.get(slug="ministry-of-fjords")
    OrganizationName.objects.create(organization=ministry, name="Ministry of Bays", until=date(2025, 12, 31))
    row = next(row for row in ledger_page(ask()).rows if row.key == "fjord-computer#1")
    assert (row.payers[0].name, row.payers[0].then) == ("Ministry of Fjords", "Ministry of Bays")


def test_largest_sums_and_their_sources(two_countries: Path, ask: Ask) -> None:
    assert [row.key for row in largest_entries(ask(), 2)] == ["baltic-data-space#1", "stockholm-lab#2"]
    tiers = source_tiers(ask())
    assert (tiers.entries, tiers.addresses, tiers.by_tier[2]) == (4, 1, 4)


def test_the_number_of_statements_to_the_database_is_fixed(curated: Path, ask: Ask) -> None:
    for query in ("", "country=JPN&kind=foundation-model", "currency=EUR"):
        filters = ask(query)
        with editions.reading(editions.newest()), CaptureQueriesContext(connection) as asked:
            family_page(filters)
            ledger_sums(filters)
        assert len(asked) <= 9


def test_money_of_a_paused_effort_is_counted_marked_and_found_by_its_status(db: None, tmp_path: Path, ask: Ask) -> None:
    loading.load(
        write(tmp_path, initiative(status="paused", funding=[entry("fjord-computer#1", amount=10_000_000)]), initiative("harbour", status="underway"))
    )
    rows = ledger_page(ask("status=paused&currency=NOK")).rows
    assert [(row.key, row.counts) for row in rows] == [("fjord-computer#1", Decimal(10_000_000))]
    assert rows[0].initiative_status == "paused"
    assert {row.key for row in ledger_page(ask("status=-paused")).rows} == {"harbour#1"}
