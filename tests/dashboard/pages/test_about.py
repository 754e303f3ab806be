"""What the record holds and what its files mean."""

from pathlib import Path

import pytest
from django.test import Client

from dashboard.exports import dictionary


def test_the_page_of_the_record_explains_every_column(two_countries: Path, client: Client) -> None:
    page = client.get("/about/data/").content.decode()
    assert all(f'id="columns-{name}"' in page for name in dictionary.downloads())
    assert "The part of public that another state or the Union pays" in page


@pytest.mark.parametrize(("extension", "start"), [("csv", b"\xef\xbb\xbfdownload,column,type"), ("json", b'{\n "title"')])
def test_the_dictionary_is_a_file_of_its_own(two_countries: Path, client: Client, extension: str, start: bytes) -> None:
    answer = client.get(f"/about/data/columns.{extension}")
    assert answer.content.startswith(start)
    assert f"national-ai-initiatives_columns.{extension}" in answer["Content-Disposition"]


def test_whoever_downloads_a_list_or_a_chart_is_led_to_what_its_columns_mean(two_countries: Path, client: Client) -> None:
    for address, name in (("/ledger/", "ledger"), ("/charts/funding-map/", "funding-map"), ("/initiatives/", "initiatives")):
        assert f'"/about/data/#columns-{name}"' in client.get(address).content.decode()
