"""Brings the sums of a form that were typed in any form of an amount to plain digits with their currency; what cannot be read stands as typed."""

from dataclasses import replace
from typing import Any

from initiatives.review.amounts import AmountError, TypedAmount, as_typed, read_amount
from initiatives.review.decision import DecidedEntry, amount_in
from initiatives.review.drafting import digits

BOUNDS = ("amount_low", "amount_high")
DOLLAR = "USD"


def shown(typed: str, currency: str) -> str:
    """A sum of the form as its field shows it: `2.1 tn KRW`; what is no plain number as it was typed, nothing for an undisclosed one."""
    amount = amount_in(typed)
    return typed if amount is None else as_typed(amount, currency.strip().upper())


def with_read_sums(row: DecidedEntry, before: DecidedEntry) -> DecidedEntry:
    """The row with its sums in digits. The currency that the amount names is that of the row, unless its own field was changed to another: then
    both stand as typed. `before` is the row as it was shown; a field that still says what was shown there is unchanged."""
    row = _with_amount(row, before)
    bounds: dict[str, Any] = {name: _plain(getattr(row, name), getattr(before, name), "", row.currency) for name in BOUNDS}
    return replace(row, **bounds, usd_as_published=_plain(row.usd_as_published, before.usd_as_published, DOLLAR, DOLLAR))


def _with_amount(row: DecidedEntry, before: DecidedEntry) -> DecidedEntry:
    if row.amount in (before.amount, shown(before.amount, before.currency)):
        return replace(row, amount=before.amount)
    found = _read(row.amount, row.currency)
    currency = row.currency.strip().upper()
    if found is None or (found.currency not in ("", currency) and currency != before.currency):
        return row
    return replace(row, amount=digits(found.amount), currency=found.currency or row.currency, **_said_with_it(row, before, found))


def _said_with_it(row: DecidedEntry, before: DecidedEntry, found: TypedAmount) -> dict[str, Any]:
    """The hedge and the bounds that the words of the amount gave, where their own fields were left alone."""
    said = {"hedge": found.hedge, "amount_low": digits(found.low), "amount_high": digits(found.high)}
    return {name: value for name, value in said.items() if value and getattr(row, name) == getattr(before, name)}


def _plain(typed: str, before: str, as_shown: str, currency: str) -> str:
    """One further sum in digits where it can be read in the currency."""
    if typed in (before, shown(before, as_shown)):
        return before
    found = _read(typed, currency)
    return typed if found is None or found.currency not in ("", currency.strip().upper()) else digits(found.amount)


def _read(typed: str, currency: str) -> TypedAmount | None:
    try:
        return read_amount(typed, currency.strip().upper())
    except AmountError:
        return None
