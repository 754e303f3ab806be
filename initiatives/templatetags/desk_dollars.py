"""How the desk writes whether quoted dollars fit their sum; must not decide anything."""

from decimal import Decimal
from typing import Any

from django import template

from initiatives import dates, formats
from initiatives.ledger.dollars import check_dollars
from initiatives.ledger.rates import converted
from initiatives.ledger.series import load_rates
from initiatives.ledger.values import Entry
from initiatives.review.decision import amount_in

register = template.Library()
DOLLAR = "USD"


def as_ledger_entry(entry: Any) -> Entry | None:
    """The typed entry as the ledger reads it, None while its day or amount cannot be read."""
    amount = amount_in(entry.amount)
    try:
        dates.parse(entry.announced_on)
    except ValueError:
        return None
    if not amount:
        return None
    facts = (entry.currency, entry.announced_on, entry.stage, "new", None, entry.scope, entry.origin, ())
    return Entry("typed", amount, *facts, usd_as_published=amount_in(entry.usd_as_published))


@register.filter
def dollar_check(entry: Any) -> str:
    """Whether the quoted dollars agree with the day's rate, and with which."""
    stated, rates = as_ledger_entry(entry), load_rates()
    if stated is None or stated.amount is None or not stated.usd_as_published:
        return "cannot be checked before amount, dollars and day are there"
    rate = rates.rate(stated.currency, DOLLAR, stated.announced_on)
    if rate is None:
        return "cannot be checked: no rate for this currency and day"
    ours = converted(stated.amount, rate)
    words = f"{formats.published(stated.amount, stated.currency)} is {formats.money(ours, DOLLAR)} (rate of {formats.day(rate.day)}, {rate.provider})"
    quoted = f"{words}; quoted ÷ ours {times(stated.usd_as_published / ours)}"
    return f"Doubtful: {quoted}. What publishing would do says why." if check_dollars(stated, rates) else f"Agrees: {quoted}"


def times(ratio: Decimal) -> str:
    """A ratio of two sums without a power of ten: `0.987`, `1,020`, `less than 0.001`."""
    return f"{ratio:,.3f}" if ratio < 100 and ratio >= Decimal("0.001") else f"{ratio:,.0f}" if ratio >= 100 else "less than 0.001"


@register.filter
def dollar_check_class(entry: Any) -> str:
    """The mark beside the dollar check."""
    return "agrees" if dollar_check(entry).startswith("Agrees") else "doubt"
