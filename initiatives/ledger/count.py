"""Counts money once: which entries are live, what each holds, and why; knows neither filters nor where entries are kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext

from initiatives.dates import first_day
from initiatives.ledger.forest import Forest, grow, in_order, position
from initiatives.ledger.rates import AMOUNT_CONTEXT, Rates
from initiatives.ledger.relations import check_relation, check_relations
from initiatives.ledger.values import JOINT, PAID_OR_BOUND, Counted, Entry, Reason

__all__ = ["as_of", "check_relation", "check_relations", "count", "families"]

NOTHING = Decimal(0)


@dataclass(slots=True)
class Unit:
    """One piece of money while it is counted: its newest figure, where that hangs, and what hangs in it."""

    head: str
    cancelled: bool
    ended_with: str | None
    envelope: str | None  # the unit that a live one hangs in; of a dead one, where its firm parts hang
    root: str
    gross: Decimal = NOTHING
    added_up: Decimal = NOTHING  # what lies in it, at the rates of its parts' own days
    added_up_then: Decimal = NOTHING  # the same at the rates of its own day
    held: Decimal = NOTHING  # what it holds of that: its own amount, where only rates have moved since
    children: int = 0

    @property
    def live(self) -> bool:
        """Whether its newest figure counts."""
        return not self.cancelled and self.ended_with is None


@dataclass(slots=True)
class Counting:
    """Some whole families with the units of their money, filled."""

    forest: Forest
    units: dict[str, Unit]
    cancelled_by: dict[str, str]

    def of(self, entry: Entry, family: str) -> Counted:
        """What one entry counts; `family` is the smallest key of its family."""
        return _counted(entry, self.forest, self.units, self.cancelled_by, family)


def count(entries: Iterable[Entry], rates: Rates) -> dict[str, Counted]:
    """What each entry of some whole families counts, by key. Raises ValueError for a key given twice, a link to an absent entry, or a circle."""
    counting = counting_of(entries, rates)
    family_of = _family_of(counting.forest.order)
    return {entry.key: counting.of(entry, family_of[entry.key]) for entry in counting.forest.order}


def counting_of(entries: Iterable[Entry], rates: Rates) -> Counting:
    """The units of some whole families, filled. Raises ValueError as `count` does."""
    forest = grow(entries)
    cancelled_by = _cancellations(forest)
    units = _units(forest, cancelled_by)
    with localcontext(AMOUNT_CONTEXT):
        _fill(units, forest, rates)
    return Counting(forest, units, cancelled_by)


def families(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries by connected family: families by their smallest key, members by key. Raises ValueError as `count` does."""
    order = in_order(entries)
    family_of = _family_of(order)
    grouped: dict[str, list[Entry]] = {}
    for entry in sorted(order, key=lambda member: member.key):
        grouped.setdefault(family_of[entry.key], []).append(entry)
    return [grouped[family] for family in sorted(grouped)]


def as_of(entries: Iterable[Entry], day: date) -> list[Entry]:
    """The entries as they stood on a day: what came later does not exist, and what points at it is new; what cancels it says nothing yet."""
    known = {entry.key: entry for entry in entries if first_day(entry.announced_on) <= day}
    while idle := [entry.key for entry in known.values() if entry.relation == "cancels" and entry.related_to not in known]:
        for key in idle:
            del known[key]
    return [_unlinked(entry) if entry.related_to is not None and entry.related_to not in known else entry for entry in known.values()]


def _unlinked(entry: Entry) -> Entry:
    return replace(entry, relation="new", related_to=None)


def _family_of(order: list[Entry]) -> dict[str, str]:
    outermost: dict[str, str] = {}
    smallest: dict[str, str] = {}
    for entry in order:
        top = outermost[entry.key] = outermost[entry.related_to] if entry.related_to else entry.key
        smallest[top] = min(smallest.get(top, entry.key), entry.key)
    return {key: smallest[top] for key, top in outermost.items()}


def _cancellations(forest: Forest) -> dict[str, str]:
    """Entry → the first entry that cancels it. A cancelling entry that is itself cancelled has no force."""
    cancelled_by: dict[str, Entry] = {}
    for entry in reversed(forest.order):  # what cancels a cancelling entry comes before it
        if entry.relation == "cancels" and entry.related_to and entry.key not in cancelled_by:
            target = forest.says[entry.related_to]
            cancelled_by[target] = min(cancelled_by.get(target, entry), entry, key=position)
    return {target: entry.key for target, entry in cancelled_by.items()}


def _units(forest: Forest, cancelled_by: dict[str, str]) -> dict[str, Unit]:
    """The units, each after the one it lies in, with where they hang."""
    units: dict[str, Unit] = {}
    for entry in forest.order:
        if entry.relation == "cancels":
            units[entry.key] = _beside(entry, forest, units)
        elif forest.unit_of[entry.key] == entry.key:
            units[entry.key] = _hung(entry.key, forest, units, cancelled_by)
    return units


def _beside(entry: Entry, forest: Forest, units: dict[str, Unit]) -> Unit:
    """A cancelling entry is no money; it is listed with what it cancels."""
    root = units[forest.unit_of[entry.related_to]].root if entry.related_to else entry.key
    return Unit(entry.key, cancelled=True, ended_with=None, envelope=None, root=root)


def _hung(key: str, forest: Forest, units: dict[str, Unit], cancelled_by: dict[str, str]) -> Unit:
    """Parts of a dead envelope hang on what is above it when they are paid or bound, and end with it when they are softer."""
    head = forest.head(key)
    above = forest.above(key)
    cancelled, ended_with = head in cancelled_by, None
    if above is not None and not units[above].live:
        envelope = units[above]
        above = envelope.envelope
        if forest.by_key[head].stage not in PAID_OR_BOUND:
            ended_with = envelope.head if envelope.cancelled else envelope.ended_with
    return Unit(head, cancelled, ended_with, above, root=head if above is None else units[above].root)


def _fill(units: dict[str, Unit], forest: Forest, rates: Rates) -> None:
    """Gross from the innermost unit outwards."""
    for unit in reversed(units.values()):
        if unit.live:
            figure = forest.by_key[unit.head]
            fill_unit(unit, figure)
            if unit.envelope is not None:
                _put_into(units[unit.envelope], unit.gross, figure, forest, rates)


def fill_unit(unit: Unit, figure: Entry) -> None:
    """What a live unit holds and comes to, from what lies in it; `figure` is its newest."""
    only_rates_moved = figure.amount is not None and unit.added_up_then <= figure.amount < unit.added_up
    unit.held = figure.amount if only_rates_moved and figure.amount is not None else unit.added_up  # then the whole stays the whole
    unit.gross = max(figure.amount or NOTHING, unit.held)


def _put_into(envelope: Unit, gross: Decimal, figure: Entry, forest: Forest, rates: Rates) -> None:
    """Adds a part to its envelope; what cannot be converted into the envelope's currency is not held by it."""
    around = forest.by_key[envelope.head]
    envelope.added_up += rates.convert(gross, figure.currency, around.currency, figure.announced_on) or NOTHING
    envelope.added_up_then += rates.convert(gross, figure.currency, around.currency, around.announced_on) or NOTHING
    envelope.children += 1


def _counted(entry: Entry, forest: Forest, units: dict[str, Unit], cancelled_by: dict[str, str], family: str) -> Counted:
    unit = units[forest.unit_of[entry.key]]
    live = unit.live and unit.head == entry.key
    reason, reason_key = _why_live(entry, unit) if live else _why_not(entry, unit, forest, cancelled_by)
    stand_in = unit.head if unit.live and not live else None
    return Counted(
        key=entry.key,
        root=unit.root,
        family=family,
        live=live,
        stands_for_it=stand_in,
        envelope=units[unit.envelope].head if live and unit.envelope is not None else None,
        gross=unit.gross if live else NOTHING,
        net=unit.gross - unit.held if live else NOTHING,
        held=unit.held if live else NOTHING,
        reason=reason,
        reason_key=reason_key,
        reason_key_now=stand_in if stand_in != reason_key else None,
        children=unit.children if live else 0,
        country=country_of(entry),
    )


def _why_live(entry: Entry, unit: Unit) -> tuple[Reason, None]:
    if entry.amount is None:
        return Reason.UNDISCLOSED, None
    if not unit.held:
        return Reason.COUNTED, None
    return (Reason.COUNTED_LESS if unit.gross > unit.held else Reason.CONTAINS_ONLY), None


def _why_not(entry: Entry, unit: Unit, forest: Forest, cancelled_by: dict[str, str]) -> tuple[Reason, str | None]:
    if entry.relation == "cancels" and entry.related_to is not None:
        return Reason.CANCELS, forest.says[entry.related_to]
    if entry.relation == "restates":
        return Reason.RESTATES, entry.related_to
    if unit.live:
        return Reason.REPLACED, forest.replaced_by[entry.key]
    if unit.cancelled:
        return Reason.CANCELLED, cancelled_by.get(entry.key, cancelled_by[unit.head])
    return Reason.ENDED, unit.ended_with


def country_of(entry: Entry) -> str:
    """Where the money belongs: to the recipient that it names, else to its one owner, else to all of them jointly."""
    if entry.recipient_country:
        return entry.recipient_country
    return entry.owners[0] if len(entry.owners) == 1 else JOINT
