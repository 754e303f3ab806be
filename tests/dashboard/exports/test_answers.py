"""Files arrive with their name and type; long ones as a stream."""

import csv
import io
import resource
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.test import Client

from initiatives.exchange import load as loading
from tests.initiatives.exchange.files import entry, initiative, write

MOST_BYTES = 4_000


@pytest.mark.parametrize("extension", ["csv", "xlsx", "json"])
def test_each_list_and_chart_is_a_file_of_its_kind(two_countries: Path, client: Client, extension: str) -> None:
    for name in ("initiatives", "ledger", "organizations", "commentary", "charts/funding-by-country", "charts/why-this-total"):
        answer = client.get(f"/{name}.{extension}?currency=EUR")
        assert answer.status_code == 200
        assert f"{name.rpartition('/')[2]}_" in answer["Content-Disposition"]
        assert f"_edition-1.{extension}" in answer["Content-Disposition"]
        body = answer.getvalue()
        assert body.startswith({"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "json": b"{"}[extension])


def test_a_name_in_any_script_stands_in_the_name_of_the_file(two_countries: Path, client: Client) -> None:
    answer = client.get("/initiatives.csv?q=経済")
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''initiatives_%E7%B5%8C%E6%B8%88_announced_ai_USD_edition-1.csv"


def test_two_days_without_a_publication_give_the_same_workbook(two_countries: Path, client: Client) -> None:
    first = client.get("/charts/funding-by-country.xlsx").getvalue()
    second = client.get("/charts/funding-by-country.xlsx?basis=announced").getvalue()  # made anew, and says the same
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        assert {part.date_time[0] for part in book.infolist()} == {1980}


@pytest.mark.slow
def test_a_long_list_comes_as_a_stream_with_every_row(db: None, tmp_path: Path, client: Client) -> None:
    funding = [entry(f"lab#{number}", amount=number + 1) for number in range(5_000)]
    loading.load(write(tmp_path, initiative("lab", funding=funding, quantities=[])))
    answer = client.get("/ledger.csv")
    assert answer.streaming
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"), newline="")))
    assert len({row["key"] for row in rows}) == 5_000


def test_a_chart_that_does_not_exist_is_not_found(two_countries: Path, client: Client) -> None:
    assert client.get("/charts/funding-by-planet.csv").status_code == 404


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond a few kilobytes, as on a disk without room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_BYTES, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_stops_the_workbook_alone(two_countries: Path, client: Client) -> None:
    client.raise_request_exception = False
    with full_disk():
        refused, page, table = client.get("/ledger.xlsx"), client.get("/ledger/"), client.get("/ledger.csv")
    assert refused.status_code == 503
    assert "There is no room left on the disk" in refused.content.decode()
    assert (page.status_code, table.status_code) == (200, 200)
    assert client.get("/ledger.xlsx").status_code == 200
