"""Turns what the ledger found into rows of `FundingCount`; knows neither which entries to count nor when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from initiatives.dates import first_day, last_day
from initiatives.ledger.count import count
from initiatives.ledger.rates import Rate, Rates, converted
from initiatives.ledger.values import JOINT, Counted, Entry
from initiatives.models import FundingCount, Snapshot
from initiatives.models.writing import copy_lines
from initiatives.recount.recorded import Recorded

DOLLAR: Final = "USD"
NULL: Final = r"\N"  # in PostgreSQL's text format
SNAPSHOT_SHIFT = 40  # so that a count's id follows from its snapshot and its entry alone, whenever it is written
TABLE = FundingCount._meta.db_table
COLUMNS = (
    "id",
    "snapshot_id",
    "entry_id",
    "initiative_id",
    "family",
    "root_id",
    "envelope_id",
    "live",
    "gross",
    "net",
    "held",
    "reason",
    "reason_entry_id",
    "reason_entry_now_id",
    "country",
    "owners",
    "currency",
    "stage",
    "origin",
    "scope",
    "disclosed",
    "public_abroad_share",
    "announced_on",
    "announced_first",
    "announced_last",
    "rate",
    "rate_day",
    "rate_provider",
    "rate_mark",
    "usd_published",
    "usd_held",
    "usd_gross",
    "usd_net",
)

Payers = Iterable[tuple[str | None, Decimal | None]]


def write_counts(snapshot: Snapshot, recorded: Recorded, entries: Iterable[Entry], rates: Rates, table: str = TABLE) -> Mapping[str, Counted]:
    """Counts these entries, which are whole families, stores what was found and answers with it. None of them may be stored for this snapshot yet.

    `table` may be another one with the same columns."""
    listed = sorted(entries, key=lambda entry: entry.key)
    lines = _Lines(snapshot.pk, count(listed, rates), recorded, rates)
    copy_lines(f"{table} ({', '.join(COLUMNS)})", map(lines.line, listed))
    return lines.counted


@dataclass(slots=True)
class _Lines:
    """Writes one entry's row as a line; what recurs in thousands of rows is worked out once. No column holds a tab or a backslash."""

    snapshot_id: int
    counted: Mapping[str, Counted]
    recorded: Recorded
    rates: Rates
    days: dict[str, str] = field(default_factory=dict)
    dollars: dict[tuple[str, str], tuple[Rate | None, str]] = field(default_factory=dict)

    def line(self, entry: Entry) -> str:
        return "\t".join((*self._links(entry), *self._repeated(entry), *self._in_dollars(entry))) + "\n"

    def _links(self, entry: Entry) -> Iterator[str]:
        found, ids = self.counted[entry.key], self.recorded.ids
        entry_id, initiative_id = ids[entry.key]
        yield from (str(self.snapshot_id << SNAPSHOT_SHIFT | entry_id), str(self.snapshot_id), str(entry_id), str(initiative_id))
        yield from (found.family, str(ids[found.root][0]), self._id(found.envelope), "t" if found.live else "f")
        yield from (str(found.gross), str(found.net), str(found.held), found.reason.value, self._id(found.reason_key), self._id(found.reason_key_now))

    def _repeated(self, entry: Entry) -> Iterator[str]:
        found = self.counted[entry.key]
        share = abroad_share(entry, found, self.recorded.payers.get(entry.key, ()))
        yield from (found.country, '["' + '", "'.join(entry.owners) + '"]', entry.currency, entry.stage, entry.origin, entry.scope)
        yield from ("f" if entry.amount is None else "t", _or_null(share), entry.announced_on, self._days(entry.announced_on))

    def _in_dollars(self, entry: Entry) -> Iterator[str]:
        rate, shown = self._rate(entry)
        yield shown
        found = self.counted[entry.key]
        for amount in (entry.amount, found.held, found.gross, found.net):
            yield NULL if rate is None or amount is None else str(converted(amount, rate)) if amount else "0"

    def _id(self, key: str | None) -> str:
        return NULL if key is None else str(self.recorded.ids[key][0])

    def _days(self, announced_on: str) -> str:
        if announced_on not in self.days:
            self.days[announced_on] = f"{first_day(announced_on)}\t{last_day(announced_on)}"
        return self.days[announced_on]

    def _rate(self, entry: Entry) -> tuple[Rate | None, str]:
        asked = (entry.currency, entry.announced_on)
        if asked not in self.dollars:
            rate = self.rates.rate(entry.currency, DOLLAR, entry.announced_on)
            shown = "\t".join((str(rate.value), rate.day, rate.provider, rate.mark) if rate else (NULL,) * 4)
            self.dollars[asked] = rate, shown
        return self.dollars[asked]


def _or_null(value: Decimal | None) -> str:
    return NULL if value is None else str(value)


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
