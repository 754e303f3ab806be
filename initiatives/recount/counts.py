"""Turns what the ledger found into rows of `FundingCount`; knows neither which entries to count nor when."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from initiatives.dates import first_day, last_day
from initiatives.ledger.count import count
from initiatives.ledger.rates import Rates, converted
from initiatives.ledger.values import JOINT, Counted, Entry
from initiatives.models import FundingCount, Snapshot
from initiatives.models.writing import copy_lines, line_of
from initiatives.recount.recorded import Recorded

DOLLAR: Final = "USD"
SNAPSHOT_SHIFT = 40  # so that a count's id follows from its snapshot and its entry alone, whenever it is written
COLUMNS = (
    "id", "snapshot_id", "entry_id", "initiative_id", "family", "root_id", "envelope_id", "live", "gross", "net", "held", "reason", "reason_entry_id",
    "reason_entry_now_id", "country", "owners", "currency", "stage", "origin", "scope", "disclosed", "public_abroad_share", "announced_on", "announced_first",
    "announced_last", "rate", "rate_day", "rate_provider", "rate_mark", "usd_published", "usd_held", "usd_gross", "usd_net",
)  # fmt: skip

Payers = Iterable[tuple[str | None, Decimal | None]]


def write_counts(snapshot: Snapshot, recorded: Recorded, entries: Iterable[Entry], rates: Rates) -> None:
    """Counts these entries, which are whole families, and stores what was found. None of them may be stored for this snapshot yet."""
    listed = list(entries)
    counted = count(listed, rates)
    lines = (line_of(_row(snapshot.pk, entry, counted[entry.key], recorded, rates)) for entry in sorted(listed, key=lambda entry: entry.key))
    copy_lines(f"{FundingCount._meta.db_table} ({', '.join(COLUMNS)})", lines)


def _row(snapshot_id: int, entry: Entry, counted: Counted, recorded: Recorded, rates: Rates) -> Iterator[Any]:
    ids = recorded.ids
    entry_id, initiative_id = ids[entry.key]
    yield from (snapshot_id << SNAPSHOT_SHIFT | entry_id, snapshot_id, entry_id, initiative_id, counted.family, ids[counted.root][0], _id(ids, counted.envelope))
    yield from (counted.live, counted.gross, counted.net, counted.held, counted.reason.value, _id(ids, counted.reason_key), _id(ids, counted.reason_key_now))
    yield from (counted.country, _json(entry.owners), entry.currency, entry.stage, entry.origin, entry.scope, entry.amount is not None)
    yield abroad_share(entry, counted, recorded.payers.get(entry.key, ()))
    yield from (entry.announced_on, first_day(entry.announced_on), last_day(entry.announced_on))
    yield from _in_dollars(entry, counted, rates)


def _id(ids: Mapping[str, tuple[int, int]], key: str | None) -> int | None:
    return None if key is None else ids[key][0]


def _json(owners: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{owner}"' for owner in owners) + "]"


def _in_dollars(entry: Entry, counted: Counted, rates: Rates) -> Iterator[Any]:
    rate = rates.rate(entry.currency, DOLLAR, entry.announced_on)
    if rate is None:
        yield from (None,) * 8
        return
    yield from (rate.value, rate.day, rate.provider, rate.mark)
    for amount in (entry.amount, counted.held, counted.gross, counted.net):
        yield None if amount is None else converted(amount, rate)


def abroad_share(entry: Entry, counted: Counted, payers: Payers) -> Decimal | None:
    """The part of public money that another state or the European Union pays; None where it is not public or the split is not published."""
    listed = list(payers)
    if entry.origin != "public" or not listed or any(country is None for country, _ in listed):
        return None
    home = entry.owners if counted.country == JOINT else (counted.country,)
    abroad = [share for country, share in listed if country not in home]
    if len(abroad) in (0, len(listed)):
        return Decimal(1 if abroad else 0)
    if any(share is None for _, share in listed):
        return None
    return sum((share for share in abroad if share is not None), Decimal(0))
