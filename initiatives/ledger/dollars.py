"""Compares an amount with the dollars that its source gives for it, and says what probably went wrong; knows no links between entries."""

from decimal import Decimal

from initiatives.dates import in_words
from initiatives.ledger.rates import Rate, Rates
from initiatives.ledger.values import Entry

CLOSE = (Decimal("0.85"), Decimal("1.18"))  # dollars as published by dollars as converted, at the rate of a day or a month
CLOSE_TO_AN_AVERAGE = (Decimal("0.6"), Decimal("1.7"))  # a currency can move so far within one year
SAME_SIGN = (
    ("JPY", "CNY"),
    ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN"),
    ("GBP", "EGP", "TRY"),
    ("SEK", "NOK", "DKK", "ISK", "CZK"),
    ("INR", "PKR", "LKR", "NPR", "IDR"),
    ("BRL", "ZAR"),
)
POWERS = (3, -3, 6, -6, 9, -9, 1, -1, 2, -2, 4, -4, 5, -5, 7, -7, 8, -8)  # thousands first: they are the words that get lost


def check_dollars(entry: Entry, rates: Rates) -> str | None:
    """The likely cause in words, where the source's dollars and the converted amount are too far apart; None where they agree, or
    where there is nothing to compare."""
    rate = rates.rate(entry.currency, "USD", entry.announced_on)
    ratio = _ratio(entry, rate)
    if rate is None or ratio is None:
        return None
    low, high = CLOSE_TO_AN_AVERAGE if is_yearly(rate) else CLOSE
    if low <= ratio <= high:
        return None
    times = f"{ratio:.3g}" if ratio >= Decimal("0.001") else f"{ratio:.1E}"
    return f"The source gives {times} times the dollars that the rate of {in_words(rate.day)} gives: {_cause(entry, ratio, rate, rates)}."


def is_yearly(rate: Rate) -> bool:
    """Whether a rate is the average of a whole year."""
    return len(rate.day) == len("2025")


def _cause(entry: Entry, ratio: Decimal, rate: Rate, rates: Rates) -> str:
    other = _other_currency(entry, rates)
    if other:
        return f"the sum looks like {other}, not {entry.currency}" + (" (both are written ¥)" if {other, entry.currency} == {"JPY", "CNY"} else "")
    if entry.usd_as_published == entry.amount:
        return f"it is the same figure, so its sign is that of {entry.currency} and not of the US dollar"
    power = next((power for power in POWERS if CLOSE[0] <= ratio.scaleb(-power) <= CLOSE[1]), None)
    if power is not None:
        return _power_in_words(power)
    return f"the rate is stale, of {rate.day}" if rate.mark == "stale" else "no cause suggests itself; compare both with the source"


def _other_currency(entry: Entry, rates: Rates) -> str | None:
    """The currency written with the same sign in which the amount comes nearest to the source's dollars, if near enough."""
    others = [other for family in SAME_SIGN if entry.currency in family for other in family if other != entry.currency]
    ratios = {other: ratio for other in others if (ratio := _ratio(entry, rates.rate(other, "USD", entry.announced_on)))}
    nearest = min(ratios, key=lambda other: max(ratios[other], 1 / ratios[other]), default=None)
    return nearest if nearest and CLOSE[0] <= ratios[nearest] <= CLOSE[1] else None


def _ratio(entry: Entry, rate: Rate | None) -> Decimal | None:
    """The dollars as published by the dollars at a rate, None where there are not two figures to compare."""
    if rate is None or not entry.amount or entry.usd_as_published is None:
        return None
    return entry.usd_as_published / (entry.amount * rate.value)


def _power_in_words(power: int) -> str:
    kind = "thousand" if power % 3 == 0 else "power of ten"
    side = "amount" if power > 0 else "dollar figure"
    return f"the {side} is probably short of a factor of {10 ** abs(power):,} (a {kind} lost)"
