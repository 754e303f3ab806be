"""Statements about money for tests of the ledger, with as little said as a test needs."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import ORIGINS, SCOPES, Counted, Entry, reaches

DAY = "2025-12-19"


def said(
    key: str,
    amount: int | str | None,
    relation: str = "new",
    related_to: str | None = None,
    *,
    currency: str = "USD",
    day: str = DAY,
    stage: str = "announced",
    scope: str = "ai",
    origin: str = "public",
    owners: tuple[str, ...] = ("JPN",),
    recipient_country: str | None = None,
    usd: int | None = None,
) -> Entry:
    """One entry; amounts in units of the currency."""
    return Entry(
        key=key,
        amount=None if amount is None else Decimal(amount),
        currency=currency,
        announced_on=day,
        stage=stage,
        relation=relation,
        related_to=related_to,
        scope=scope,
        origin=origin,
        owners=owners,
        recipient_country=recipient_country,
        usd_as_published=None if usd is None else Decimal(usd),
    )


def changed(entries: Iterable[Entry], key: str, **fields: object) -> list[Entry]:
    """The same entries with one of them edited."""
    return [replace(entry, **fields) if entry.key == key else entry for entry in entries]  # type: ignore[arg-type]


def nets(entries: Iterable[Entry], rates: Rates) -> dict[str, Decimal]:
    """What each entry counts, in its own currency."""
    return {key: found.net for key, found in count(entries, rates).items()}


def total(
    entries: Sequence[Entry],
    counted: dict[str, Counted],
    basis: str = "headline",
    scopes: Sequence[str] = SCOPES,
    origins: Sequence[str] = ORIGINS,
) -> Decimal:
    """The sum of net of entries in one currency."""
    assert len({entry.currency for entry in entries}) == 1
    kept = [entry for entry in entries if reaches(entry.stage, basis) and entry.scope in scopes and entry.origin in origins]
    return sum((counted[entry.key].net for entry in kept), Decimal(0))


def told(found: object, *names: str) -> tuple[object, ...]:
    """Some fields of a value side by side."""
    return tuple(getattr(found, name) for name in names)
