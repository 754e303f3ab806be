"""Which rate converts an amount: the table of the method, row by row."""

from datetime import date
from decimal import Decimal

import pytest

from initiatives.ledger.rates import MOST_REMEMBERED, Annual, Rate, Rates, Series

NONE = float("nan")


@pytest.fixture
def small_world() -> Rates:
    """Three days around a weekend, one that two currencies skip, and a dirham that only has yearly averages."""
    days = [date(2024, 12, 31), date(2025, 1, 2), date(2025, 1, 3), date(2025, 1, 17)]
    per_euro = {"USD": [1.0, 1.25, 1.5, 2.0], "JPY": [100.0, 150.0, NONE, NONE], "RUB": [90.0, NONE, NONE, NONE]}
    annual = {"AED": {2023: Annual(Decimal(4), "A bank")}, "RUB": {2024: Annual(Decimal(80), "A bank")}}
    return Rates(Series([day.toordinal() for day in days], per_euro, annual))


def test_a_sunday_takes_the_rate_of_friday_and_says_so(rates: Rates) -> None:
    assert round(rates.convert(Decimal(10**12), "JPY", "USD", "2025-12-21") or 0) == 6_360_032_582
    assert rates.rate("JPY", "USD", "2025-12-21") == Rate(Decimal("0.006360032582134130"), "2025-12-19", "ECB", "exact")


def test_a_day_newer_than_the_series_takes_its_last_day_provisionally(rates: Rates) -> None:
    assert rates.convert(Decimal(100), "EUR", "USD", "2026-11-24") == Decimal("111.72")
    assert rates.rate("EUR", "USD", "2026-11-24") == Rate(Decimal("1.1172"), "2026-10-30", "ECB", "provisional")


def test_a_year_that_is_over_takes_the_mean_of_its_published_days(rates: Rates) -> None:
    rate = rates.rate("EUR", "USD", "2025")
    assert rate is not None
    assert Decimal("1.12") < rate.value < Decimal("1.14")
    assert (rate.day, rate.provider, rate.mark) == ("2025", "ECB", "average")


def test_the_mean_is_of_the_daily_cross_rates_in_the_direction_asked(small_world: Rates) -> None:
    assert small_world.rate("EUR", "USD", "2024-12") == Rate(Decimal(1), "2024-12", "ECB", "average")
    year = Rates(Series([date(2024, 1, 2).toordinal(), date(2024, 7, 1).toordinal(), date(2025, 1, 2).toordinal()], {"USD": [1.0, 2.0, 1.0]}))
    assert year.rate("USD", "EUR", "2024") == Rate(Decimal("0.75"), "2024", "ECB", "average")


@pytest.mark.parametrize(("announced_on", "day"), [("2026", "2026-10-30"), ("2026-10", "2026-10-30"), ("2027-03", "2026-10-30")])
def test_a_period_that_is_not_over_takes_the_last_rate(rates: Rates, announced_on: str, day: str) -> None:
    rate = rates.rate("EUR", "USD", announced_on)
    assert rate is not None
    assert (rate.day, rate.mark) == (day, "provisional")


def test_a_longer_series_replaces_what_was_provisional(series: Series) -> None:
    earlier = Rates(Series(series.days[:-30], {currency: column[:-30] for currency, column in series.per_euro.items()}, series.annual))
    later = Rates(series)
    before, after = earlier.rate("EUR", "USD", "2026-10-15"), later.rate("EUR", "USD", "2026-10-15")
    assert before is not None
    assert after is not None
    assert (before.mark, after.mark, after.day) == ("provisional", "exact", "2026-10-15")


def test_asked_as_of_an_earlier_day_nothing_later_is_known(rates: Rates) -> None:
    asked = date(2025, 6, 30)
    assert rates.rate("EUR", "USD", "2025", asked) == Rate(Decimal("1.172"), "2025-06-30", "ECB", "provisional")
    assert rates.rate("EUR", "USD", "2025-06", asked) == rates.rate("EUR", "USD", "2025-06")
    assert rates.rate("EUR", "USD", "2026-11-24", date(2030, 1, 1)) == rates.rate("EUR", "USD", "2026-11-24")


def test_a_day_is_never_converted_at_a_later_one_nor_at_one_more_than_ten_days_back(small_world: Rates) -> None:
    days = {day: small_world.rate("EUR", "USD", day) for day in ("2025-01-01", "2025-01-13", "2025-01-14", "2024-12-30")}
    assert {day: rate and rate.day for day, rate in days.items()} == {
        "2025-01-01": "2024-12-31", "2025-01-13": "2025-01-03", "2025-01-14": None, "2024-12-30": None,
    }  # fmt: skip


def test_both_currencies_of_a_cross_are_of_one_day(small_world: Rates) -> None:
    rate = small_world.rate("JPY", "USD", "2025-01-03")
    assert rate is not None
    assert rate.day == "2025-01-02"
    assert abs(rate.value - Decimal("1.25") / 150) < Decimal("1e-15")


@pytest.mark.parametrize("franc", ["XOF", "XAF"])
def test_the_francs_go_through_the_euro_they_are_pegged_to(rates: Rates, franc: str) -> None:
    dollars, euros = rates.convert(Decimal(655_957), franc, "USD", "2025-12-21"), rates.convert(Decimal(1000), "EUR", "USD", "2025-12-21")
    assert dollars == euros
    assert rates.rate("EUR", franc, "2025-12-21") == Rate(Decimal("655.957"), "2025-12-19", "ECB", "exact")


def test_the_ruble_has_daily_rates_until_march_2022_and_yearly_ones_after(rates: Rates) -> None:
    marks = {day: rates.rate("RUB", "USD", day) for day in ("2022-03-01", "2022-03-11", "2022-03-12", "2024-05-05", "2026-05-05")}
    assert {day: (rate.day, rate.mark) if rate else None for day, rate in marks.items()} == {
        "2022-03-01": ("2022-03-01", "exact"),
        "2022-03-11": ("2022-03-01", "exact"),
        "2022-03-12": ("2022", "average"),
        "2024-05-05": ("2024", "average"),
        "2026-05-05": ("2024", "stale"),
    }


def test_a_currency_without_a_year_of_its_own_takes_the_nearest_earlier_one_and_is_stale(rates: Rates) -> None:
    assert rates.rate("TWD", "USD", "2026-05-05") == Rate(Decimal("0.03208593897896125"), "2025", "US Federal Reserve", "stale")
    assert rates.rate("AED", "USD", "2020-05-05") == Rate(Decimal("0.2722940776038121"), "2020", "IMF", "average")


def test_a_cross_with_a_yearly_average_goes_through_the_dollar_and_is_as_weak_as_its_weaker_side(rates: Rates) -> None:
    to_dollar, onward = rates.rate("AED", "USD", "2025-12-21"), rates.rate("USD", "JPY", "2025-12-21")
    rate = rates.rate("AED", "JPY", "2025-12-21")
    assert rate is not None
    assert to_dollar is not None
    assert onward is not None
    assert abs(rate.value / (to_dollar.value * onward.value) - 1) < Decimal("1e-14")
    assert (rate.day, rate.provider, rate.mark) == ("2024", "IMF and ECB", "stale")


def test_a_currency_that_entered_the_series_later_has_yearly_averages_before(rates: Rates) -> None:
    assert [(rate.day, rate.provider) for day in ("2004-05-06", "2006-05-05") if (rate := rates.rate("CNY", "USD", day))] == [
        ("2004", "IMF"), ("2006-05-05", "ECB"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("currency", "day"),
    [("ZZZ", "2025-12-21"), ("DEM", "1998-05-05"), ("JPY", "1998-12-31"), ("AED", "1998"), ("HRK", "2024-01-01")],
)
def test_what_has_no_rate_is_not_convertible(rates: Rates, currency: str, day: str) -> None:
    assert rates.rate(currency, "USD", day) is None
    assert rates.convert(Decimal(1), currency, "USD", day) is None


def test_a_currency_is_itself_without_any_rate(rates: Rates) -> None:
    assert rates.convert(Decimal("1.005"), "ZZZ", "ZZZ", "1950") == Decimal("1.005")
    assert rates.rate("ZZZ", "ZZZ", "1950") == Rate(Decimal(1), "1950", "same currency", "exact")


def test_a_day_that_does_not_exist_is_refused(rates: Rates) -> None:
    with pytest.raises(ValueError, match="Feb 2025 has 28 days"):
        rates.rate("EUR", "USD", "2025-02-29")


def test_a_rate_is_kept_to_eighteen_places(rates: Rates) -> None:
    rate = rates.rate("IRR", "USD", "2020")
    assert rate is not None
    assert (rate.value.as_tuple().exponent, rate.value > 0) == (-18, True)


def test_a_rate_asked_again_after_very_many_others_is_the_same(series: Series) -> None:
    rates = Rates(series)
    before = rates.rate("JPY", "USD", "2025-12-21")
    for currency in range(MOST_REMEMBERED + 1):
        rates.rate(f"unknown {currency}", "USD", "2025-12-21")
    assert rates.rate("JPY", "USD", "2025-12-21") == before
