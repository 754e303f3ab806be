"""An address that names an edition shows the same rows for ever, whatever is published afterwards."""

from pathlib import Path

import pytest
from django.test import Client

from dashboard import charts
from initiatives import archive
from initiatives.exchange import load as loading
from initiatives.models import Country, Edition, EditionPart, Organization
from initiatives.publish.editing import editing
from tests.dashboard.north import norway, norway_chips, sweden, together
from tests.initiatives.exchange.files import comment, entry, initiative, write

FILES = (
    *(f"/charts/{chart.slug}.{extension}" for chart in charts.ALL for extension in ("csv", "json")),
    "/initiatives.csv", "/ledger.csv", "/organizations.csv", "/commentary.csv",
)  # fmt: skip
QUERIES = ("", "currency=EUR&", "as_of=2025-07-01&", "country=NOR&basis=headline&q=fjord&")
PAGES = (
    "/",
    "/initiatives/",
    "/initiatives/fjord-computer/",
    "/countries/",
    "/countries/NOR/",
    "/organizations/fjord-machines/",
    "/commentary/",
    "/ledger/",
)


def publish_more(folder: Path) -> None:
    """Everything that was cited is changed: sums, names, comments, organizations, a country's name; something new comes, something goes."""
    changed, chips = norway(), norway_chips()
    changed["name"], changed["summary"] = "Fjord Computer Two", "Another summary."
    changed["funding"][0]["amount"] = 900_000_000
    changed["commentary"] = [comment(speaker="Somebody Else", stance="critical")]
    chips["funding"].append(entry("nordic-chips#2", amount=77_000_000, announced_on="2025-05-05"))
    more = initiative("aurora", name="Aurora", funding=[entry("aurora#1", amount=5_000_000_000)], quantities=[])
    folder.mkdir()
    loading.load(write(folder, changed, chips, sweden(), together(), more))
    with editing(None, "renames") as session:
        country, organization = Country.objects.get(code="NOR"), Organization.objects.get(slug="fjord-machines")
        country.name, organization.name = "Kingdom of Norway", "Fjord Machines Group"
        session.save(country)
        session.save(organization)


def contents(client: Client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.getvalue()


def test_a_cited_chart_and_list_are_the_same_bytes_after_a_later_publication(two_countries: Path, client: Client, tmp_path: Path) -> None:
    addresses = ["/charts/funding-by-country.json?currency=EUR&edition=1", "/ledger.csv?as_of=2025-07-01&edition=1"]
    before = [contents(client, address) for address in addresses]
    publish_more(tmp_path / "more")
    assert [contents(client, address) for address in addresses] == before
    assert [contents(client, address.replace("&edition=1", "")) for address in addresses] != before


@pytest.mark.slow
def test_files_of_a_cited_edition_are_the_same_bytes_after_later_publications(two_countries: Path, client: Client, tmp_path: Path) -> None:
    addresses = [f"{file}?{query}edition=1" for file in FILES for query in QUERIES]
    before = {address: contents(client, address) for address in addresses}
    newest = {address: contents(client, address.replace("edition=1", "")) for address in addresses}
    publish_more(tmp_path / "more")
    assert Edition.objects.current_number() == 3
    assert {address: contents(client, address) for address in addresses} == before
    assert sum(contents(client, address.replace("edition=1", "")) != newest[address] for address in addresses) > len(addresses) / 2


@pytest.mark.slow
def test_pages_of_an_earlier_edition_say_so_and_lead_to_the_newest(two_countries: Path, client: Client, tmp_path: Path) -> None:
    assert "You are reading edition" not in contents(client, "/?edition=1").decode()
    publish_more(tmp_path / "more")
    for address in PAGES:
        page = contents(client, f"{address}?edition=1").decode()
        assert "You are reading edition 1 of " in page
        assert 'href="/initiatives/?edition=1"' in page
        assert "Kingdom of Norway" not in page
        assert "Aurora" not in page
    assert "Fjord Machines Group" in contents(client, "/organizations/fjord-machines-group/").decode()


def test_what_bore_another_name_then_is_found_by_it(two_countries: Path, client: Client, tmp_path: Path) -> None:
    publish_more(tmp_path / "more")
    assert client.get("/organizations/fjord-machines/?edition=1").status_code == 200
    assert b"fjord-computer" in contents(client, "/initiatives.csv?organization=fjord-machines&edition=1")
    assert client.get("/initiatives/?organization=fjord-machines-group&edition=1").status_code == 400


@pytest.mark.parametrize("value", ["0", "2", "-1", "01x", "abc", "1.0", "١", "9" * 30, "1;DROP SCHEMA public", "edition_1", "%00", "1%27"])
def test_an_edition_that_cannot_be_is_refused_in_words(two_countries: Path, client: Client, value: str) -> None:
    for address in ("/", "/ledger.csv", "/charts/funding-map.json", "/charts/funding-map.figure.json"):
        answer = client.get(f"{address}?edition={value}")
        assert answer.status_code == 400, address
    assert "edition" in client.get(f"/?edition={value}").content.decode()


def test_an_edition_from_before_the_archive_is_refused_with_the_first_that_can_be_shown(two_countries: Path, client: Client, tmp_path: Path) -> None:
    EditionPart.objects.all().delete()
    assert client.get("/?edition=1").status_code == 200
    publish_more(tmp_path / "more")
    page = client.get("/?edition=1")
    assert page.status_code == 400
    assert "was published before editions were kept, and cannot be shown. Use 2 or a later one." in page.content.decode()


def test_a_database_from_before_the_archive_keeps_its_newest_edition_once(two_countries: Path) -> None:
    EditionPart.objects.all().delete()
    assert archive.keep_current() == 1
    parts = EditionPart.objects.count()
    assert archive.keep_current() is None
    assert EditionPart.objects.filter(edition=1).count() == parts > 0
