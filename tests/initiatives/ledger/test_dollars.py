"""The comparison of an amount with the dollars that its source gives."""

from decimal import Decimal

import pytest

from initiatives.ledger.dollars import check_dollars, is_far_off
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import Entry
from tests.initiatives.ledger.statements import said


def yen(amount: int, usd: int, day: str = "2025-12-21") -> Entry:
    return said("a", amount, currency="JPY", day=day, usd=usd)


@pytest.mark.parametrize("usd", [5_410_000_000, 6_340_000_000, 7_500_000_000])
def test_dollars_near_the_days_rate_are_fine(rates: Rates, usd: int) -> None:
    assert check_dollars(yen(10**12, usd), rates) is None


@pytest.mark.parametrize("usd", [5_400_000_000, 7_510_000_000])
def test_dollars_beyond_the_bounds_are_not_and_without_a_cause_say_so(rates: Rates, usd: int) -> None:
    assert "no cause suggests itself" in (check_dollars(yen(10**12, usd), rates) or "")


@pytest.mark.parametrize(("usd", "fine"), [(4_100_000_000, True), (11_000_000_000, True), (3_900_000_000, False), (11_700_000_000, False)])
def test_a_yearly_average_is_given_more_room(rates: Rates, usd: int, fine: bool) -> None:
    assert (check_dollars(yen(10**12, usd, day="2025"), rates) is None) is fine


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (yen(10**9, 6_340_000_000), "either the amount is short of a factor of 1,000 (a thousand lost), or the dollars are 1,000 times too high"),
        (yen(10**12, 6_340_000), "either the dollar figure is short of a factor of 1,000 (a thousand lost), or the amount is 1,000 times too high"),
        (yen(10**11, 6_340_000_000), "short of a factor of 10 (a power of ten lost)"),
        (said("a", 10**9, currency="CNY", day="2025-12-19", usd=6_340_000), "looks like JPY, not CNY (both are written ¥)"),
        (said("a", 24 * 10**8, day="2024-04-08", usd=1_760_000_000), "looks like CAD, not USD"),
        (said("a", 10**9, currency="NOK", day="2025-12-19", usd=155_000_000), "looks like DKK, not NOK"),
        (said("a", 10**9, currency="AUD", day="2025-12-19", usd=10**9), "looks like USD, not AUD"),
        (said("a", 10**9, currency="PLN", day="2025-12-19", usd=10**9), "it is the same figure"),
        (said("a", 10**9, currency="AED", day="2026-05-05", usd=500_000_000), "the rate is stale, of 2024"),
    ],
)
def test_the_likely_cause_is_named(rates: Rates, entry: Entry, says: str) -> None:
    assert says in (check_dollars(entry, rates) or "")


@pytest.mark.parametrize("entry", [said("a", None, usd=5), said("a", 5), said("a", 5, currency="ZZZ", usd=5), said("a", 0, usd=5)])
def test_without_two_figures_and_a_rate_there_is_nothing_to_compare(rates: Rates, entry: Entry) -> None:
    assert check_dollars(entry, rates) is None


@pytest.mark.parametrize(
    ("amount", "usd", "beside", "says"),
    [
        (10**11, 6_340_000_000, 9 * 10**10, "the dollars are probably 10 times too high"),
        (10**11, 6_340_000_000, 12 * 10**11, "the amount is probably short of a factor of 10 "),
        (10**12, 634_000_000, 2 * 10**12, "the dollar figure is probably short of a factor of 10 "),
        (10**12, 634_000_000, 8 * 10**10, "the amount is probably 10 times too high"),
        (10**12, 634_000_000, 5, "either the dollar figure is short"),
    ],
)
def test_another_sum_of_the_same_money_tells_which_figure_is_wrong(rates: Rates, amount: int, usd: int, beside: int, says: str) -> None:
    assert says in (check_dollars(yen(amount, usd), rates, [Decimal(beside)]) or "")


@pytest.mark.parametrize(("usd", "far"), [(55_000_000_000, True), (700_000_000, True), (50_000_000_000, False), (6_340_000_000, False), (1, True)])
def test_about_ten_times_is_far_off(rates: Rates, usd: int, far: bool) -> None:
    assert is_far_off(yen(10**12, usd), rates) is far


@pytest.mark.parametrize(
    ("amount", "usd", "says"), [(2, 2 * 10**9, "gives 157,000,000,000 times the dollars"), (10**15, 7, "gives 1/909,000,000,000 of the dollars")]
)
def test_no_figure_is_written_as_a_power(rates: Rates, amount: int, usd: int, says: str) -> None:
    assert says in (check_dollars(yen(amount, usd), rates) or "")
