"""Compares an amount with the dollars that its source gives for it, and says what probably went wrong; knows no links between entries."""

from collections.abc import Collection
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
FAR = (CLOSE[1] / 10, CLOSE[0] * 10)  # at and beyond these one of the two figures is wrong by a power of ten at least
OF_A_SIZE = (Decimal(1) / 3, Decimal(3))  # two sums of the same money are rarely further apart
POWERS = (3, -3, 6, -6, 9, -9, 1, -1, 2, -2, 4, -4, 5, -5, 7, -7, 8, -8)  # thousands first: they are the words that get lost


def check_dollars(entry: Entry, rates: Rates, beside: Collection[Decimal] = ()) -> str | None:
    """The likely cause in words, where the source's dollars and the converted amount are too far apart; None where they agree, or
    where there is nothing to compare. `beside` are other sums of the same money in the same currency, which tell which of the two is wrong."""
    rate = rates.rate(entry.currency, "USD", entry.announced_on)
    ratio = _ratio(entry, rate)
    if rate is None or ratio is None:
        return None
    low, high = CLOSE_TO_AN_AVERAGE if is_yearly(rate) else CLOSE
    if low <= ratio <= high:
        return None
    cause = _cause(entry, ratio, rate, rates, beside)
    return f"The source gives {_times_in_words(ratio)} the dollars that the rate of {in_words(rate.day)} gives: {cause}."


def is_far_off(entry: Entry, rates: Rates) -> bool:
    """Whether the source's dollars are about ten times too many or too few for the amount, or more."""
    ratio = _ratio(entry, rates.rate(entry.currency, "USD", entry.announced_on))
    return ratio is not None and not FAR[0] < ratio < FAR[1]


def is_yearly(rate: Rate) -> bool:
    """Whether a rate is the average of a whole year."""
    return len(rate.day) == len("2025")


def _cause(entry: Entry, ratio: Decimal, rate: Rate, rates: Rates, beside: Collection[Decimal]) -> str:
    other = _other_currency(entry, rates)
    if other:
        return f"the sum looks like {other}, not {entry.currency}" + (" (both are written ¥)" if {other, entry.currency} == {"JPY", "CNY"} else "")
    if entry.usd_as_published == entry.amount:
        return f"it is the same figure, so its sign is that of {entry.currency} and not of the US dollar"
    power = next((power for power in POWERS if CLOSE[0] <= ratio.scaleb(-power) <= CLOSE[1]), None)
    if power is not None:
        return _power_in_words(power, entry.amount or Decimal(0), beside)
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


def _power_in_words(power: int, amount: Decimal, beside: Collection[Decimal]) -> str:
    kind = "thousand" if power % 3 == 0 else "power of ten"
    factor = f"{10 ** abs(power):,}"
    short, long = ("the amount is", "the dollars are") if power > 0 else ("the dollar figure is", "the amount is")
    found = {figure: _is_beside(figure, beside) for figure in (amount, amount.scaleb(power))}
    if found[amount] == found[amount.scaleb(power)]:
        return f"either {short} short of a factor of {factor} (a {kind} lost), or {long} {factor} times too high"
    is_amount_right = found[amount]
    is_short = is_amount_right != (power > 0)
    wrong = f"{short} probably short of a factor of {factor} (a {kind} lost)" if is_short else f"{long} probably {factor} times too high"
    return f"{wrong}, since another sum of this money is of the size of the amount{'' if is_amount_right else ' that the dollars give'}"


def _is_beside(amount: Decimal, beside: Collection[Decimal]) -> bool:
    return any(OF_A_SIZE[0] <= other / amount <= OF_A_SIZE[1] for other in beside)


def _times_in_words(ratio: Decimal) -> str:
    """`9.83 times`, `992,000,000,000 times`, `1/1,020 of`: three figures, never a power."""
    return f"{_three_figures(ratio)} times" if ratio >= Decimal("0.1") else f"1/{_three_figures(1 / ratio)} of"


def _three_figures(value: Decimal) -> str:
    rounded = value.quantize(Decimal(1).scaleb(value.adjusted() - 2))
    return f"{Decimal(f'{rounded:f}').normalize():,f}"
