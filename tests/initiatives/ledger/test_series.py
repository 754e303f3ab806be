"""The two files of rates."""

import io
import zipfile
from datetime import date
from decimal import Decimal
from math import isnan
from pathlib import Path

import pytest

from initiatives.ledger.rates import Annual
from initiatives.ledger.series import ANNUAL_FILE, load_rates, read_annual, read_daily


def zipped(text: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("eurofxref-hist.csv", text)
    return archive.getvalue()


def test_the_banks_table_is_read_from_the_oldest_day_to_the_newest() -> None:
    days, per_euro = read_daily(zipped("Date,USD,RUB,\n2025-01-03,1.03,N/A,\n2025-01-02,1.0321,,\n2022-03-01,1.1162,117.201,\n"))
    assert [date.fromordinal(day).isoformat() for day in days] == ["2022-03-01", "2025-01-02", "2025-01-03"]
    assert list(per_euro["USD"]) == [1.1162, 1.0321, 1.03]
    assert [isnan(rate) for rate in per_euro["RUB"]] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Day,USD,\n2025-01-03,1.03,\n", 'column "Day"'),
        ("Date,USD,\n", "from the newest to the oldest"),
        ("Date,USD,\n2025-01-02,1,\n2025-01-03,1,\n", "from the newest to the oldest"),
    ],
)
def test_another_kind_of_table_is_refused(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_daily(zipped(text))


def test_yearly_averages_know_who_published_them(tmp_path: Path) -> None:
    table = tmp_path / "averages.csv"
    table.write_text(
        "currency,year,units_per_usd,source\n"
        'AED,2024,3.6725,"IMF exchange rates, period average"\n'
        'TWD,2025,31.1663,"US Federal Reserve annual average"\n'
    )
    assert read_annual(table) == {"AED": {2024: Annual(Decimal("3.6725"), "IMF")}, "TWD": {2025: Annual(Decimal("31.1663"), "US Federal Reserve")}}


def test_every_yearly_average_that_we_carry_is_above_zero() -> None:
    averages = read_annual(ANNUAL_FILE)
    assert len(averages) > 100
    assert min(annual.units_per_usd for years in averages.values() for annual in years.values()) > 0


def test_the_installed_rates_are_read_once_and_reach_the_last_published_year() -> None:
    rates = load_rates()
    assert load_rates() is rates
    assert rates.last_day >= date(2026, 10, 30)
    assert {"EUR", "USD", "JPY", "XOF", "TWD", "RUB"} <= rates.currencies
