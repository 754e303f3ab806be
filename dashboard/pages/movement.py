"""How the sum of some families has moved: what the record would have said on each day; knows no requests."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.filters import Filters
from dashboard.queries.entries import EntryRow
from initiatives import dates
from initiatives.ledger.count import as_of, count
from initiatives.ledger.rates import Rates
from initiatives.ledger.values import BASES, Counted, Entry, reaches


@dataclass(frozen=True, slots=True)
class Move:
    """A day on which the sum changed: `by_basis` in the display currency, `changed` the bases that are not as before; `words` is what was said."""

    day: str
    iso: str
    words: str
    amounts: tuple[tuple[Decimal, bool], ...]  # in the order of the table's bases, and whether it moved


@dataclass(frozen=True, slots=True)
class Movement:
    """The days with their sums at each basis that is ever above nothing."""

    bases: tuple[str, ...]
    moves: tuple[Move, ...]


def movement(rows: Sequence[EntryRow], filters: Filters, rates: Rates) -> Movement | None:
    """The days on which the sum of these statements changed, in the chosen scope; None where it never did after the first."""
    days = sorted({dates.first_day(row.announced_on) for row in rows})
    sums = [(day, sums_on(day, rows, filters, rates)) for day in days]
    kept = [(day, found) for place, (day, found) in enumerate(sums) if any(found.values()) and (not place or found != sums[place - 1][1])]
    if len(kept) < 2:
        return None
    bases = tuple(basis for basis in BASES if any(found[basis] for _, found in kept))
    before: list[Mapping[str, Decimal]] = [{}, *(found for _, found in kept)]
    return Movement(bases, tuple(move(day, found, before[place], bases, rows) for place, (day, found) in enumerate(kept)))


def move(day: date, found: Mapping[str, Decimal], before: Mapping[str, Decimal], bases: Sequence[str], rows: Sequence[EntryRow]) -> Move:
    """One line of the table; of the first nothing has moved yet."""
    said = [row for row in rows if dates.first_day(row.announced_on) == day]
    telling = next((row for row in said if row.relation != "restates"), said[0])
    amounts = tuple((found[one], bool(before) and found[one] != before[one]) for one in bases)
    return Move(telling.announced_on, day.isoformat(), telling.note or telling.initiative_name, amounts)


def sums_on(day: date, rows: Sequence[EntryRow], filters: Filters, rates: Rates) -> dict[str, Decimal]:
    """What the statements would have counted at each basis on a day, when later ones did not exist."""
    counted = count(as_of(map(entry_of, rows), day), rates)
    shown = [(row, counted[row.key]) for row in rows if row.key in counted and row.scope in filters.scope]
    return {basis: summed(((row, one) for row, one in shown if one.live and reaches(row.stage, basis)), filters) for basis in BASES}


def summed(pairs: Iterable[tuple[EntryRow, Counted]], filters: Filters) -> Decimal:
    """Nets in the display currency at the rates of their own days, whole units; what has no rate adds nothing."""
    return sum((one.net * rate_of(row, filters) for row, one in pairs), Decimal(0)).quantize(Decimal(1))


def rate_of(row: EntryRow, filters: Filters) -> Decimal:
    return Decimal(1) if row.currency == filters.currency else row.rate or Decimal(0)


def entry_of(row: EntryRow) -> Entry:
    """A row as the ledger takes it."""
    return Entry(
        key=row.key,
        amount=row.amount,
        currency=row.currency,
        announced_on=row.announced_on,
        stage=row.stage,
        relation=row.relation,
        related_to=row.related_key,
        scope=row.scope,
        origin=row.origin,
        owners=row.owners,
        hedge=row.hedge,
        rank=row.rank,
    )
