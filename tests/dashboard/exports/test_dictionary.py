"""The dictionary explains every column of every download."""

import csv
import io
import json

import pytest

from dashboard.exports import columns, dictionary
from dashboard.exports.meanings.own import OWN_TO
from dashboard.exports.meanings.shared_columns import SHARED

DOWNLOADS = {**columns.LISTS, **columns.CHARTS}


@pytest.mark.parametrize("download", DOWNLOADS)
def test_every_column_of_every_download_is_explained(download: str) -> None:
    silent = [column.name for column in DOWNLOADS[download] if not column.meaning.words]
    assert silent == [], f"say in dashboard/exports/meanings what these columns of {download} mean"


def test_money_names_its_currency_and_nothing_is_explained_that_is_not_there() -> None:
    units = {(one.download, one.column): one.unit for one in dictionary.lines()}
    assert units["funding-by-country", "total"] == "units of the currency shown"
    assert units["ledger", "amount"] == "units of the row’s own currency"
    assert {column.meaning.unit_in("EUR") for column in columns.CHARTS["funding-map"] if column.name == "per_person"} == {"EUR per person"}
    assert {(download, name) for download, names in OWN_TO.items() for name in names} <= units.keys()
    assert set(SHARED) <= {name for _, name in units}


def test_the_files_hold_the_same_lines() -> None:
    rows = list(csv.DictReader(io.StringIO(dictionary.csv_file().decode("utf-8-sig"), newline="")))
    assert rows == json.loads(dictionary.json_file())["columns"]
    assert len(rows) == sum(len(its) for its in DOWNLOADS.values())
