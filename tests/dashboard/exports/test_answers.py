"""Files arrive with their name and type; long ones as a stream."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from django.test import Client

from initiatives.exchange import load as loading
from tests.initiatives.exchange.files import entry, initiative, write


@pytest.mark.parametrize("extension", ["csv", "xlsx", "json"])
def test_each_list_and_chart_is_a_file_of_its_kind(two_countries: Path, client: Client, extension: str) -> None:
    for name in ("initiatives", "ledger", "organizations", "commentary", "charts/funding-by-country", "charts/why-this-total"):
        answer = client.get(f"/{name}.{extension}?currency=EUR")
        assert answer.status_code == 200
        assert f"{name.rpartition('/')[2]}_" in answer["Content-Disposition"]
        assert f"_edition-1.{extension}" in answer["Content-Disposition"]
        body = answer.getvalue()
        assert body.startswith({"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "json": b"{"}[extension])


def test_two_days_without_a_publication_give_the_same_workbook(two_countries: Path, client: Client) -> None:
    first = client.get("/charts/funding-by-country.xlsx").getvalue()
    second = client.get("/charts/funding-by-country.xlsx", headers={"host": "127.0.0.1"}).getvalue()
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        assert {part.date_time[0] for part in book.infolist()} == {1980}


def test_a_long_list_comes_as_a_stream_with_every_row(db: None, tmp_path: Path, client: Client) -> None:
    funding = [entry(f"lab#{number}", amount=number + 1) for number in range(5_000)]
    loading.load(write(tmp_path, initiative("lab", funding=funding, quantities=[])))
    answer = client.get("/ledger.csv")
    assert answer.streaming
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"), newline="")))
    assert len({row["key"] for row in rows}) == 5_000


def test_a_chart_that_does_not_exist_is_not_found(two_countries: Path, client: Client) -> None:
    assert client.get("/charts/funding-by-planet.csv").status_code == 404
